#pragma once

// The basic URL parser of the URL Standard (section 4.4), reduced to the schemes http and https.
// For site/url.cpp alone.

#include <optional>
#include <string>
#include <string_view>

#include "site/url.h"

namespace touchstone {

// An address in its parts, each encoded as it will stand in the href.
struct UrlParts {
  std::string scheme;  // "http" or "https"
  std::string username, password;
  std::string host;
  std::optional<std::uint16_t> port;  // absent: default
  std::string path;                   // "" while it is built, else begins with "/"
  std::optional<std::string> query, fragment;
};

class UrlParser {
 public:
  // `base` may be null.
  static std::optional<Url> parse(std::string_view text, const Url* base);

  static UrlParts parts_of(const Url& url);
  static Url assemble(const UrlParts& parts);
  // Encoded, without "." and ".." segments; `text` has neither query nor fragment.
  static std::string path_of(std::string_view text);

 private:
  // Longer ones are refused: servers do not take them, and a capture could not name them.
  static constexpr std::size_t longest = 16u << 10;
  // Addresses that are derived from one keep its credentials, and shall not become too long.
  static constexpr std::size_t longest_credentials = 1u << 10;

  bool read(std::string_view text, const Url* base);
  bool read_relative(std::string_view text, const Url& base);
  bool read_authority(std::string_view text);
  void read_credentials(std::string_view text);
  bool read_host_and_port(std::string_view text);
  void read_path(std::string_view text);
  void read_query_and_fragment(std::string_view text);
  void shorten_path();

  UrlParts parts_;
};

}  // namespace touchstone
