#pragma once

// An absolute, normalised http or https address. It cannot exist otherwise: whatever cannot be
// parsed is absent. Follows the WHATWG URL Standard for the two special schemes that a customer
// of a site meets (https://url.spec.whatwg.org/); other schemes (mailto:, tel:, data:, ...) are
// not addresses of pages and yield nullopt.
//
//   auto home = Url::parse("HTTPS://Bücher.example:443/a/../b");
//   home->href();                    // "https://xn--bcher-kva.example/b"
//   home->resolve("?q=1")->href();   // "https://xn--bcher-kva.example/b?q=1"
//
// A value type; safe to use from several threads at once.

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace touchstone {

class Url {
 public:
  // Absolute addresses only. Absent when the text is none, or not http(s).
  static std::optional<Url> parse(std::string_view text);

  // What a user types: "example.com", "пример.рф/путь", "localhost:8080". A missing scheme
  // becomes https.
  static std::optional<Url> parse_typed(std::string_view text);

  // Resolves a reference found in a document whose base this is. Absent as for parse.
  std::optional<Url> resolve(std::string_view reference) const;

  const std::string& href() const { return href_; }
  std::string_view scheme() const;  // "http" or "https"
  bool is_https() const { return scheme() == "https"; }
  std::string_view host() const;      // lower case, punycode; IPv6 in brackets
  std::string host_unicode() const;   // for people: "bücher.example"
  bool host_is_ip() const;            // IPv4 or IPv6 literal
  std::uint16_t port() const;         // effective: 80 and 443 where none is written
  std::string authority() const;      // host, and ":port" where it is not the default
  std::string origin() const;         // "https://example.com" or "...:8443"; no credentials
  std::string_view path() const;      // starts with "/"
  std::string_view query() const;     // without "?"; empty when absent
  std::string_view fragment() const;  // without "#"; empty when absent
  bool has_credentials() const;

  Url without_fragment() const;
  Url without_credentials() const;
  Url with_scheme(std::string_view http_or_https) const;  // the port follows to its default
  Url with_host(std::string_view host) const;             // host must be a valid ASCII host
  Url with_path(std::string_view path) const;             // drops query and fragment

  friend bool operator==(const Url& a, const Url& b) { return a.href_ == b.href_; }
  friend auto operator<=>(const Url& a, const Url& b) { return a.href_ <=> b.href_; }

 private:
  Url() = default;
  friend class UrlParser;

  std::string href_;
  // Offsets into href_; see url.cpp.
  std::uint32_t scheme_end_ = 0, host_begin_ = 0, host_end_ = 0, path_begin_ = 0, query_begin_ = 0,
                fragment_begin_ = 0;
  std::uint16_t port_ = 0;  // 0: default of the scheme
};

// A host name in Unicode (or mixed case) as the DNS wants it, by UTS 46 as the URL Standard asks.
// Absent when it is no valid host.
std::optional<std::string> host_to_ascii(std::string_view host);
std::string host_to_unicode(std::string_view ascii_host);

}  // namespace touchstone

template <>
struct std::hash<touchstone::Url> {
  std::size_t operator()(const touchstone::Url& url) const noexcept {
    return std::hash<std::string>{}(url.href());
  }
};
