#include "site/charset.h"

#include <algorithm>
#include <map>

#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "site/embedded.h"
#include "site/encoding_table.h"
#include "site/http_text.h"
#include "site/media_type.h"
#include "site/url.h"

namespace touchstone {
namespace {

std::string trimmed_lower(std::string_view text) {
  constexpr std::string_view space = " \t\n\f\r";
  const auto begin = text.find_first_not_of(space);
  if (begin == text.npos) return {};
  return lower_ascii(text.substr(begin, text.find_last_not_of(space) - begin + 1));
}

std::optional<std::string> charset_from_bom(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  return std::nullopt;
}

std::optional<std::string> charset_from_header(std::string_view content_type) {
  const auto type = parse_media_type(content_type);
  const auto label = type ? type->parameter("charset") : std::nullopt;
  return label ? encoding_for_label(*label) : std::nullopt;
}

bool listed(std::string_view list, std::string_view item) {
  const auto lines = embedded_list(list);
  return std::find(lines.begin(), lines.end(), item) != lines.end();
}

bool has_cyrillic_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, text.size(), c);
    UErrorCode error = U_ZERO_ERROR;
    if (c > 0x7f && uscript_getScript(c, &error) == USCRIPT_CYRILLIC) return true;
  }
  return false;
}

bool is_cyrillic_host(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  const auto dot = host.rfind('.');
  if (dot == host.npos) return false;
  const auto tld = host.substr(dot + 1);
  return listed("site/data/cyrillic-tlds.txt", tld) || has_cyrillic_letter(host_to_unicode(tld));
}

// The primary language of the first lang attribute within the bytes of the prescan.
std::string declared_language(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, 1024));
  for (auto at = head.find("lang="); at != head.npos; at = head.find("lang=", at + 1)) {
    const char before = at == 0 ? ' ' : head[at - 1];
    if (before != ' ' && before != ':' && before != '\t' && before != '\n') continue;
    const auto begin = head.find_first_not_of("\"' ", at + 5);
    if (begin == head.npos) return {};
    const auto end = head.find_first_not_of("abcdefghijklmnopqrstuvwxyz", begin);
    return head.substr(begin, end == head.npos ? end : end - begin);
  }
  return {};
}

}  // namespace

const std::vector<Encoding>& all_encodings() {
  static const std::vector<Encoding> encodings = [] {
    std::vector<Encoding> all;
    for (auto line : embedded_list("site/data/encoding-labels.txt")) {
      std::vector<std::string> words;
      for (std::size_t begin = 0, end = 0; end != line.npos; begin = end + 1) {
        end = line.find(' ', begin);
        words.emplace_back(line.substr(begin, end == line.npos ? end : end - begin));
      }
      all.push_back({words.at(0), words.at(1), {words.begin() + 2, words.end()}});
    }
    return all;
  }();
  return encodings;
}

const Encoding* find_encoding(std::string_view label) {
  static const auto by_label = [] {
    std::map<std::string, const Encoding*, std::less<>> map;
    for (const auto& encoding : all_encodings())
      for (const auto& each : encoding.labels) map.emplace(each, &encoding);
    return map;
  }();
  const auto found = by_label.find(trimmed_lower(label));
  return found == by_label.end() ? nullptr : found->second;
}

std::optional<std::string> encoding_for_label(std::string_view label) {
  const auto* encoding = find_encoding(label);
  if (!encoding) return std::nullopt;
  return encoding->name;
}

Charset sniff_charset(std::string_view bytes, std::string_view content_type,
                      std::string_view host) {
  if (auto name = charset_from_bom(bytes)) return {*name, CharsetSource::bom};
  if (auto name = charset_from_header(content_type)) return {*name, CharsetSource::header};
  if (auto name = charset_from_meta(bytes)) return {*name, CharsetSource::meta};
  if (auto name = charset_from_late_meta(bytes)) return {*name, CharsetSource::meta};
  if (is_valid_utf8(bytes)) return {"utf-8", CharsetSource::valid_utf8};
  const bool cyrillic = is_cyrillic_host(host) ||
                        listed("site/data/cyrillic-languages.txt", declared_language(bytes));
  return {cyrillic ? "windows-1251" : "windows-1252", CharsetSource::guess};
}

}  // namespace touchstone
