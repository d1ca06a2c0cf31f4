#include "site/url.h"

#include <stdexcept>

#include "site/host.h"
#include "site/percent.h"
#include "site/url_parser.h"

namespace touchstone {

// An href is, with the offsets that url.h keeps marked by "^":
//
//   https://user:password@example.com:8443/path?query#fragment
//        ^                ^          ^    ^    ^     ^
//   scheme_end_   host_begin_  host_end_  path_  query_begin_, fragment_begin_
//
// query_begin_ is at "?" and equals fragment_begin_ where there is no query; fragment_begin_ is at
// "#" and equals the size where there is no fragment.

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool starts_with_no_case(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (std::size_t i = 0; i < start.size(); ++i)
    if (lower(text[i]) != start[i]) return false;
  return true;
}

// "mailto:a@b.example" names a scheme, "localhost:8080" and "example.com" do not.
bool names_scheme(std::string_view text) {
  const auto end =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
  if (end == text.npos || end == 0 || text[end] != ':') return false;
  const auto port_end = text.find_first_not_of("0123456789", end + 1);
  return port_end != text.npos && text.find_first_of("/?#", port_end) != port_end;
}

}  // namespace

std::optional<Url> Url::parse(std::string_view text) {
  return UrlParser::parse(text, nullptr);
}

std::optional<Url> Url::parse_typed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= 0x20) text.remove_prefix(1);
  if (starts_with_no_case(text, "http:") || starts_with_no_case(text, "https:")) return parse(text);
  if (text.starts_with("//")) return parse("https:" + std::string(text));
  if (text.starts_with('/') || text.starts_with('\\')) return std::nullopt;
  if (text.find("://") < text.find_first_of("/?#@") || names_scheme(text)) return std::nullopt;
  return parse("https://" + std::string(text));
}

std::optional<Url> Url::resolve(std::string_view reference) const {
  return UrlParser::parse(reference, this);
}

std::string_view Url::scheme() const {
  return std::string_view(href_).substr(0, scheme_end_);
}

std::string_view Url::host() const {
  return std::string_view(href_).substr(host_begin_, host_end_ - host_begin_);
}

std::string Url::host_unicode() const {
  return host_to_unicode(host());
}

// A host that ends in a number cannot be anything else: the parser refused it otherwise.
bool Url::host_is_ip() const {
  return host().starts_with('[') || ends_in_number(host());
}

std::uint16_t Url::port() const {
  if (path_begin_ > host_end_) return port_;
  return is_https() ? 443 : 80;
}

std::string Url::authority() const {
  return href_.substr(host_begin_, path_begin_ - host_begin_);
}

std::string Url::origin() const {
  return std::string(scheme()) + "://" + authority();
}

std::string_view Url::path() const {
  return std::string_view(href_).substr(path_begin_, query_begin_ - path_begin_);
}

std::string_view Url::query() const {
  if (query_begin_ == fragment_begin_) return {};
  return std::string_view(href_).substr(query_begin_ + 1, fragment_begin_ - query_begin_ - 1);
}

std::string_view Url::fragment() const {
  if (fragment_begin_ == href_.size()) return {};
  return std::string_view(href_).substr(fragment_begin_ + 1);
}

bool Url::has_credentials() const {
  return host_begin_ > scheme_end_ + 3;
}

Url Url::without_fragment() const {
  Url url = *this;
  url.href_.resize(fragment_begin_);
  return url;
}

Url Url::without_credentials() const {
  if (!has_credentials()) return *this;
  auto parts = UrlParser::parts_of(*this);
  parts.username.clear();
  parts.password.clear();
  return UrlParser::assemble(parts);
}

Url Url::with_scheme(std::string_view http_or_https) const {
  if (scheme() == http_or_https) return *this;
  if (http_or_https != "http" && http_or_https != "https")
    throw std::invalid_argument("no scheme of an Url: " + std::string(http_or_https));
  auto parts = UrlParser::parts_of(*this);
  parts.scheme = http_or_https;
  parts.port.reset();
  return UrlParser::assemble(parts);
}

Url Url::with_host(std::string_view host) const {
  auto parts = UrlParser::parts_of(*this);
  const auto parsed = parse_host(host);
  if (!parsed) throw std::invalid_argument("no valid host: " + std::string(host));
  parts.host = *parsed;
  return UrlParser::assemble(parts);
}

Url Url::with_path(std::string_view path) const {
  auto parts = UrlParser::parts_of(*this);
  parts.query.reset();
  parts.fragment.reset();
  // A path is a path: what would begin a query or an authority is encoded or left out.
  while (path.starts_with('/')) path.remove_prefix(1);
  std::string encoded;
  append_encoded(encoded, path, EncodeSet::path);
  parts.path = UrlParser::path_of(encoded);
  return UrlParser::assemble(parts);
}

}  // namespace touchstone
