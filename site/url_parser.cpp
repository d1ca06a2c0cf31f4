#include "site/url_parser.h"

#include "site/host.h"
#include "site/percent.h"

namespace touchstone {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
// A special scheme takes "\" for "/".
bool is_slash(char c) {
  return c == '/' || c == '\\';
}

// C0 controls and spaces at the ends are stripped, tabs and newlines everywhere.
std::string without_noise(std::string_view text) {
  const auto is_end = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && is_end(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_end(text.back())) text.remove_suffix(1);
  std::string out;
  out.reserve(text.size());
  for (char c : text)
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

// The scheme in lower case when the text begins with one and a colon.
std::optional<std::string> scheme_of(std::string_view text) {
  if (text.empty() || !is_alpha(text[0])) return std::nullopt;
  std::string scheme;
  for (char c : text) {
    if (c == ':') return scheme;
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return std::nullopt;
    scheme += is_alpha(c) ? static_cast<char>(c | 0x20) : c;
  }
  return std::nullopt;
}

std::string_view without_leading_slashes(std::string_view text) {
  while (!text.empty() && is_slash(text.front())) text.remove_prefix(1);
  return text;
}

// "." and "..", where each dot may be written "%2e": how many dots there are, 0 for other text.
int dots_in(std::string_view segment) {
  int dots = 0;
  while (!segment.empty()) {
    if (segment[0] == '.') {
      segment.remove_prefix(1);
    } else if (segment.starts_with("%2e") || segment.starts_with("%2E")) {
      segment.remove_prefix(3);
    } else {
      return 0;
    }
    if (++dots > 2) return 0;
  }
  return dots;
}

std::uint16_t default_port(std::string_view scheme) {
  return scheme == "https" ? 443 : 80;
}

}  // namespace

std::optional<Url> UrlParser::parse(std::string_view text, const Url* base) {
  if (text.size() > longest) return std::nullopt;
  UrlParser parser;
  if (!parser.read(without_noise(text), base)) return std::nullopt;
  const auto& parts = parser.parts_;
  if (parts.username.size() + parts.password.size() > longest_credentials) return std::nullopt;
  auto url = assemble(parts);
  // Encoding may triple each part, and a chain of references may grow: the limit holds for results.
  if (url.href_.size() > longest) return std::nullopt;
  return url;
}

std::string UrlParser::path_of(std::string_view text) {
  UrlParser parser;
  parser.read_path(text);
  return std::move(parser.parts_.path);
}

bool UrlParser::read(std::string_view text, const Url* base) {
  const auto scheme = scheme_of(text);
  if (!scheme) return base && read_relative(text, *base);
  if (*scheme != "http" && *scheme != "https") return false;
  text.remove_prefix(scheme->size() + 1);
  // "Special relative or authority state": "https:path" is relative to an https base.
  if (base && base->scheme() == *scheme && !text.starts_with("//"))
    return read_relative(text, *base);
  parts_.scheme = *scheme;
  return read_authority(without_leading_slashes(text));
}

bool UrlParser::read_relative(std::string_view text, const Url& base) {
  if (text.size() >= 2 && is_slash(text[0]) && is_slash(text[1])) {
    parts_.scheme = base.scheme();
    return read_authority(without_leading_slashes(text));
  }
  parts_ = parts_of(base);
  parts_.fragment.reset();
  if (text.empty() || text[0] == '#') {
    read_query_and_fragment(text);
    return true;
  }
  parts_.query.reset();
  if (text[0] == '?') {
    read_query_and_fragment(text);
  } else if (is_slash(text[0])) {
    parts_.path.clear();
    read_path(text.substr(1));
  } else {
    shorten_path();
    read_path(text);
  }
  return true;
}

bool UrlParser::read_authority(std::string_view text) {
  const auto end = std::min(text.find_first_of("/\\?#"), text.size());
  auto authority = text.substr(0, end);
  if (const auto at = authority.rfind('@'); at != authority.npos) {
    read_credentials(authority.substr(0, at));
    authority.remove_prefix(at + 1);
  }
  if (!read_host_and_port(authority)) return false;
  text.remove_prefix(end);
  if (!text.empty() && is_slash(text[0])) text.remove_prefix(1);
  read_path(text);
  return true;
}

void UrlParser::read_credentials(std::string_view text) {
  const auto colon = text.find(':');
  append_encoded(parts_.username, text.substr(0, colon), EncodeSet::userinfo);
  if (colon != text.npos)
    append_encoded(parts_.password, text.substr(colon + 1), EncodeSet::userinfo);
}

bool UrlParser::read_host_and_port(std::string_view text) {
  // A colon within brackets belongs to an IPv6 address.
  std::size_t end = 0;
  for (bool bracketed = false; end < text.size(); ++end) {
    if (text[end] == '[') bracketed = true;
    if (text[end] == ']') bracketed = false;
    if (text[end] == ':' && !bracketed) break;
  }
  auto host = parse_host(text.substr(0, end));
  if (!host) return false;
  parts_.host = std::move(*host);
  if (end == text.size()) return true;
  unsigned port = 0;
  for (char c : text.substr(end + 1)) {
    if (!is_digit(c)) return false;
    port = port * 10 + static_cast<unsigned>(c - '0');
    if (port > 65535) return false;
  }
  if (end + 1 < text.size() && port != default_port(parts_.scheme))
    parts_.port = static_cast<std::uint16_t>(port);
  return true;
}

void UrlParser::read_path(std::string_view text) {
  const auto end = std::min(text.find_first_of("?#"), text.size());
  auto path = text.substr(0, end);
  for (bool more = true; more;) {
    const auto slash = path.find_first_of("/\\");
    more = slash != path.npos;
    const auto segment = path.substr(0, slash);
    const int dots = dots_in(segment);
    if (dots == 2) shorten_path();
    if (dots == 0) {
      parts_.path += '/';
      append_encoded(parts_.path, segment, EncodeSet::path);
    } else if (!more) {
      parts_.path += '/';
    }
    if (more) path.remove_prefix(slash + 1);
  }
  read_query_and_fragment(text.substr(end));
}

void UrlParser::read_query_and_fragment(std::string_view text) {
  const auto hash = std::min(text.find('#'), text.size());
  if (text.starts_with('?')) {
    parts_.query.emplace();
    append_encoded(*parts_.query, text.substr(1, hash - 1), EncodeSet::special_query);
  }
  if (hash < text.size()) {
    parts_.fragment.emplace();
    append_encoded(*parts_.fragment, text.substr(hash + 1), EncodeSet::fragment);
  }
}

void UrlParser::shorten_path() {
  const auto slash = parts_.path.rfind('/');
  parts_.path.resize(slash == std::string::npos ? 0 : slash);
}

UrlParts UrlParser::parts_of(const Url& url) {
  UrlParts parts;
  const std::string_view href = url.href_;
  parts.scheme = url.scheme();
  const auto credentials_begin = url.scheme_end_ + std::size_t{3};
  if (url.host_begin_ > credentials_begin) {
    const auto credentials =
        href.substr(credentials_begin, url.host_begin_ - 1 - credentials_begin);
    const auto colon = credentials.find(':');
    parts.username = credentials.substr(0, colon);
    if (colon != credentials.npos) parts.password = credentials.substr(colon + 1);
  }
  parts.host = url.host();
  if (url.path_begin_ > url.host_end_) parts.port = url.port_;
  parts.path = url.path();
  if (url.query_begin_ < url.fragment_begin_) parts.query = url.query();
  if (url.fragment_begin_ < href.size()) parts.fragment = url.fragment();
  return parts;
}

Url UrlParser::assemble(const UrlParts& parts) {
  Url url;
  std::string& href = url.href_;
  const auto here = [&] { return static_cast<std::uint32_t>(href.size()); };
  href = parts.scheme;
  url.scheme_end_ = here();
  href += "://";
  if (!parts.username.empty() || !parts.password.empty()) {
    href += parts.username;
    if (!parts.password.empty()) href += ":" + parts.password;
    href += '@';
  }
  url.host_begin_ = here();
  href += parts.host;
  url.host_end_ = here();
  if (parts.port) {
    href += ":" + std::to_string(*parts.port);
    url.port_ = *parts.port;
  }
  url.path_begin_ = here();
  href += parts.path;
  url.query_begin_ = here();
  if (parts.query) href += "?" + *parts.query;
  url.fragment_begin_ = here();
  if (parts.fragment) href += "#" + *parts.fragment;
  return url;
}

}  // namespace touchstone
