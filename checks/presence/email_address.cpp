#include "checks/presence/email_address.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "site/embedded.h"
#include "site/percent.h"
#include "site/text.h"
#include "site/url.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongest = 254;  // RFC 5321 section 4.5.3.1.3

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lowered;
}

bool listed(std::string_view path, std::string_view word) {
  const auto list = embedded_list(path);
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// "(at)|\[at\]|..." of a list of words, each to be written in brackets.
std::string alternatives(std::string_view path) {
  std::string pattern;
  for (const auto word : embedded_list(path)) {
    if (!pattern.empty()) pattern += '|';
    pattern += RE2::QuoteMeta(std::string(word));
  }
  return pattern;
}

bool starts_with_scheme(std::string_view href, std::string_view scheme) {
  return lower(href.substr(0, scheme.size())) == scheme;
}

constexpr std::string_view kLocal = R"([\pL\pN.!#$%&'*+/=?^_`{|}~-]{1,64})";
constexpr std::string_view kDomain =
    R"((?:[\pL\pN](?:[\pL\pN-]{0,62})\.){1,6}(?:\pL{2,24}|xn--[a-z0-9-]{2,59}))";

}  // namespace

std::optional<std::string> normalised_address(std::string_view text) {
  static const RE2 whole("(" + std::string(kLocal) + ")@(" + std::string(kDomain) + ")");
  text = trimmed(text);
  std::string local, domain;
  if (text.size() > kLongest ||
      !RE2::FullMatch(re2::StringPiece(text.data(), text.size()), whole, &local, &domain)) {
    return std::nullopt;
  }
  while (!local.empty() &&
         std::string_view(".'/-=?*&|`{}~!").find(local.front()) != std::string::npos) {
    local.erase(0, 1);
  }
  if (local.empty() || local.back() == '.' || local.find("..") != std::string::npos) {
    return std::nullopt;
  }
  const auto ascii = host_to_ascii(domain);
  if (!ascii) return std::nullopt;
  const std::string host = host_to_unicode(*ascii);
  const auto ending = host.substr(host.find_last_of('.') + 1);
  if (listed("checks/data/file-endings.txt", ending)) return std::nullopt;
  if (listed("checks/data/placeholder-domains.txt", host)) return std::nullopt;
  return local + "@" + host;
}

std::optional<MailtoLink> parse_mailto(std::string_view href) {
  constexpr std::string_view kScheme = "mailto:";
  href = trimmed(href);
  if (!starts_with_scheme(href, kScheme)) return std::nullopt;
  MailtoLink link;
  href.remove_prefix(kScheme.size());
  while (starts_with_scheme(href, kScheme) || href.starts_with("/")) {
    href.remove_prefix(href.starts_with("/") ? 1 : kScheme.size());
    link.broken = true;
  }
  const auto cut = std::min(href.find('?'), href.size());
  std::string to = percent_decode(href.substr(0, cut));
  std::replace(to.begin(), to.end(), ';', ',');
  for (std::size_t begin = 0; begin <= to.size();) {
    const auto end = std::min(to.find(',', begin), to.size());
    const auto part = trimmed(std::string_view(to).substr(begin, end - begin));
    if (const auto address = normalised_address(part)) {
      link.addresses.push_back(*address);
    } else if (!part.empty()) {
      // "Name <info@firm.de>", "info@firm.de." and worse: the address is in it, the link is broken.
      link.broken = true;
      for (const auto& found : addresses_in(part)) link.addresses.push_back(found.address);
    }
    begin = end + 1;
  }
  return link;
}

std::vector<TextAddress> addresses_in(std::string_view line) {
  static const RE2 plain("(" + std::string(kLocal) + "@" + std::string(kDomain) + ")");
  static const std::string open = R"(\s{0,2}[\(\[\{<«]\s?)", close = R"(\s?[\)\]\}>»]\s{0,2})";
  static const std::string at =
      "(?:" + open + "(?:" + alternatives("checks/data/spelled-at.txt") + ")" + close + ")";
  static const std::string dot =
      "(?:" + open + "(?:" + alternatives("checks/data/spelled-dot.txt") + ")" + close + ")";
  static const std::string bare =
      R"(\s(?:dot|punkt|point|punto|ponto|punt|tečka|точка|kropka|nokta)\s)";
  static const std::string label = R"([\pL\pN](?:[\pL\pN-]{0,62}))";
  static const RE2 spelled("(?i)(" + std::string(R"([\pL\pN._%+-]{1,64})") + "(?:" + dot +
                           R"([\pL\pN_+-]{1,64}){0,3})" + "(" + at + "|" +
                           R"(\s(?:at|arroba|chiocciola|собака|malpa|małpa)\s)" + ")(" + label +
                           "(?:(?:" + R"(\s?\.\s?|)" + dot + "|" + bare + ")" + label + "){1,5})");
  std::vector<TextAddress> found;
  const auto add = [&](const re2::StringPiece& match, std::optional<std::string> address,
                       bool is_spelled) {
    if (!address) return;
    const auto begin = static_cast<std::size_t>(match.data() - line.data());
    found.push_back({begin, begin + match.size(), *address, is_spelled});
  };
  re2::StringPiece rest(line.data(), line.size()), match;
  if (line.find('@') != std::string_view::npos) {
    while (RE2::FindAndConsume(&rest, plain, &match)) {
      add(match, normalised_address(std::string_view(match.data(), match.size())), false);
    }
  }
  static const RE2 worth(R"([\(\[\{<«]|(?i)\s(?:at|arroba|chiocciola|собака|malpa|małpa)\s)");
  if (!RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), worth)) return found;
  static const RE2 dots("(?i)" + dot + "|" + bare + R"(|\s?\.\s?)");
  rest = re2::StringPiece(line.data(), line.size());
  re2::StringPiece local, sign, domain;
  while (RE2::FindAndConsume(&rest, spelled, &local, &sign, &domain)) {
    std::string before(local), after(domain);
    const bool bracketed = std::string_view(sign.data(), sign.size()).find_first_of("([{<\xC2") !=
                           std::string_view::npos;
    // Bare words convince only together: "info at firm dot com", not "meet us at firm.com".
    if (!bracketed && after.find('.') != std::string::npos) continue;
    RE2::GlobalReplace(&before, dots, ".");
    RE2::GlobalReplace(&after, dots, ".");
    const auto begin = static_cast<std::size_t>(local.data() - line.data());
    const auto end = static_cast<std::size_t>(domain.data() + domain.size() - line.data());
    add(re2::StringPiece(line.data() + begin, end - begin),
        normalised_address(before + "@" + after), true);
  }
  return found;
}

std::optional<std::string> decode_cloudflare(std::string_view hex) {
  const auto value = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  if (hex.size() < 4 || hex.size() % 2 != 0 || hex.size() > 2 * kLongest) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const int high = value(hex[i]), low = value(hex[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  std::string text;
  for (std::size_t i = 1; i < bytes.size(); ++i) text += static_cast<char>(bytes[i] ^ bytes[0]);
  return text;
}

}  // namespace touchstone
