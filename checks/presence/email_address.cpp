#include "checks/presence/email_address.h"

#include <re2/re2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

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

// "at|ät|arroba" of a list.
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

bool in_local(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

bool writes_without_spaces(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const auto script = uscript_getScript(c, &error);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL;
}

// Where the local part that ends at `end` begins. ASCII alone: RFC 6531 addresses are not used.
std::size_t local_begin(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 64 && in_local(text[begin - 1])) --begin;
  while (begin < end && !std::isalnum(static_cast<unsigned char>(text[begin])) &&
         text[begin] != '_') {
    ++begin;
  }
  return begin;
}

enum class Around { prose, nothing };

bool stands_in_domain(UChar32 c, Around around) {
  if (c < 0) return false;
  if (around == Around::nothing && (c == 0x200c || c == 0x200d)) return true;  // RFC 5892 A.1, A.2
  if (!u_isalnum(c) && (U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) return false;
  return around == Around::nothing || !writes_without_spaces(c);
}

// Where the domain that begins at `begin` ends. A label of Latin letters ends where another script
// begins: "info@firm.deТелефон"; in prose all end where a script begins that knows no spaces.
std::size_t domain_end(std::string_view text, std::size_t begin, Around around) {
  const auto size = static_cast<std::int32_t>(std::min(text.size(), begin + 253));
  auto end = static_cast<std::int32_t>(begin);
  bool latin = false;
  for (auto i = end; i < size; end = i) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c == '.') latin = false;
    if (c == '.' || c == '-') continue;
    if (!stands_in_domain(c, around)) break;
    UErrorCode error = U_ZERO_ERROR;
    const bool is_latin = c < 0x80 || uscript_getScript(c, &error) == USCRIPT_LATIN;
    if (latin && !is_latin) break;
    latin = latin || (is_latin && u_isalpha(c));
  }
  auto last = static_cast<std::size_t>(end);
  while (last > begin && (text[last - 1] == '.' || text[last - 1] == '-')) --last;
  return last;
}

bool ends_in_letters(std::string_view ending) {
  if (ending.starts_with("xn--")) return true;
  std::int32_t letters = 0;
  const auto size = static_cast<std::int32_t>(ending.size());
  for (std::int32_t i = 0; i < size; ++letters) {
    UChar32 c = 0;
    U8_NEXT(ending.data(), i, size, c);
    if (c < 0 || !(u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK)) return false;
  }
  return letters >= 2;
}

// The address round a sign that stands at [at, after) of the text.
std::optional<TextAddress> address_round(std::string_view text, std::size_t at, std::size_t after) {
  if (at > 0 && text[at - 1] == kSeam) --at;
  if (after < text.size() && text[after] == kSeam) ++after;
  const auto begin = local_begin(text, at), end = domain_end(text, after, Around::prose);
  if (begin == at || end == after) return std::nullopt;
  const auto address = normalised_address(std::string(text.substr(begin, at - begin)) + "@" +
                                          std::string(text.substr(after, end - after)));
  if (!address) return std::nullopt;
  return TextAddress{begin, end, *address, false};
}

}  // namespace

std::optional<std::string> normalised_address(std::string_view text) {
  text = trimmed(text);
  const auto sign = text.find('@');
  if (text.size() > kLongest || sign == std::string_view::npos) return std::nullopt;
  const auto local = text.substr(0, sign), domain = text.substr(sign + 1);
  if (local.empty() || local.size() > 64 || !std::all_of(local.begin(), local.end(), in_local) ||
      local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos ||
      domain.find('.') == std::string_view::npos ||
      domain_end(domain, 0, Around::nothing) != domain.size()) {
    return std::nullopt;
  }
  const auto ascii = host_to_ascii(domain);
  if (!ascii) return std::nullopt;
  std::string host = host_to_unicode(*ascii);
  if (domain_end(host, 0, Around::nothing) != host.size() ||
      local.size() + 1 + host.size() > kLongest) {
    return std::nullopt;
  }
  const auto ending = std::string_view(host).substr(host.find_last_of('.') + 1);
  if (!ends_in_letters(ending) || listed("checks/data/file-endings.txt", ending)) {
    return std::nullopt;
  }
  return std::string(local) + "@" + host;
}

bool is_sample_address(std::string_view address) {
  return listed("checks/data/placeholder-domains.txt", address.substr(address.find('@') + 1));
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

namespace {

// "info (at) firm (dot) de", "info at firm dot de". The bare words convince only together.
void add_spelled(std::string_view line, std::vector<TextAddress>& found) {
  static const std::string open = R"(\s{0,2}[(\[{<«]\s?(?:)", close = R"()\s?[)\]}>»]\s{0,2})";
  static const RE2 at("(?i)" + open + alternatives("checks/data/spelled-at.txt") + close);
  static const RE2 dot("(?i)" + open + alternatives("checks/data/spelled-dot.txt") + close);
  static const RE2 bare(
      "(?i)([a-z0-9._+-]+)\\s(?:at|arroba|chiocciola|malpa)\\s([a-z0-9-]+(?:\\s(?:dot|punkt|point|"
      "punto|ponto|punt|kropka|nokta)\\s[a-z0-9-]+)+)");
  static const RE2 bare_dot("(?i)\\s(?:dot|punkt|point|punto|ponto|punt|kropka|nokta)\\s");
  std::string text(line);
  RE2::GlobalReplace(&text, dot, ".");
  re2::StringPiece rest(text), sign, original(line.data(), line.size());
  static const RE2 at_group("(" + at.pattern() + ")");
  while (RE2::FindAndConsume(&rest, at_group, &sign)) {
    re2::StringPiece place;
    RE2::FindAndConsume(&original, at_group, &place);
    const auto begin = static_cast<std::size_t>(sign.data() - text.data());
    auto address = address_round(text, begin, begin + sign.size());
    if (!address || place.data() == nullptr) continue;
    const auto where = static_cast<std::size_t>(place.data() - line.data());
    found.push_back({where, where + place.size(), address->address, true});
  }
  rest = re2::StringPiece(line.data(), line.size());
  std::string local, domain;
  while (RE2::FindAndConsume(&rest, bare, &local, &domain)) {
    RE2::GlobalReplace(&domain, bare_dot, ".");
    const auto end = static_cast<std::size_t>(rest.data() - line.data());
    const auto address = normalised_address(local + "@" + domain);
    if (address) found.push_back({end - 1, end, *address, true});
  }
}

}  // namespace

std::vector<TextAddress> addresses_in(std::string_view line) {
  std::vector<TextAddress> found;
  for (auto at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
    if (auto address = address_round(line, at, at + 1)) found.push_back(std::move(*address));
  }
  static const RE2 worth(R"([(\[{<«]|(?i)\s(?:dot|punkt|point|punto|ponto|punt|kropka|nokta)\s)");
  if (RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), worth)) {
    add_spelled(line, found);
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
