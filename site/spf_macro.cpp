#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "site/http_text.h"
#include "site/spf_record.h"

namespace touchstone {
namespace {

// RFC 7208 section 7.1.
const std::string macro_expand = R"((?:%\{[slodiphv]\d*r?[-.+,/_=]*\}|%[%_-]))";
const std::string macro_string = "(?:" + macro_expand + R"(|[!-$&-~])*)";
const std::string top_label = R"((?:[a-z\d]*[a-z][a-z\d]*|[a-z\d]+-[a-z\d-]*[a-z\d]))";

bool matches(std::string_view text, const RE2& pattern) {
  return RE2::FullMatch({text.data(), text.size()}, pattern);
}

// The parts of a macro's value between its delimiters, in reverse or not, the last few of them.
std::string transformed(std::string_view value, std::string_view transformers) {
  std::size_t kept = 0;
  const char* const end = transformers.data() + transformers.size();
  const char* at = std::from_chars(transformers.data(), end, kept).ptr;
  const bool reversed = at != end && (*at == 'r' || *at == 'R');
  if (reversed) ++at;
  const std::string_view delimiters =
      at == end ? "." : transformers.substr(static_cast<std::size_t>(at - transformers.data()));
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= value.size();) {
    const auto stop = std::min(value.find_first_of(delimiters, begin), value.size());
    parts.push_back(value.substr(begin, stop - begin));
    begin = stop + 1;
  }
  if (reversed) std::reverse(parts.begin(), parts.end());
  if (kept > 0 && kept < parts.size())
    parts.erase(parts.begin(), parts.end() - static_cast<std::ptrdiff_t>(kept));
  std::string joined;
  for (const auto part : parts) (joined += joined.empty() ? "" : ".") += part;
  return joined;
}

// A name over 253 characters loses labels on its left (section 7.3).
std::string shortened(std::string name) {
  constexpr std::size_t longest = 253;
  while (name.size() > longest) {
    const auto dot = name.find('.', name.size() - longest - 1);
    if (dot == name.npos) break;
    name.erase(0, dot + 1);
  }
  return name;
}

}  // namespace

bool is_macro_string(std::string_view text) {
  static const RE2 pattern("(?i)" + macro_string);
  return matches(text, pattern);
}

bool is_domain_spec(std::string_view text) {
  static const RE2 pattern("(?i)" + macro_string + R"((?:\.)" + top_label + R"(\.?|)" +
                           macro_expand + ")");
  return matches(text, pattern);
}

std::optional<std::string> expand_spf_macros(std::string_view text, const SpfMacros& macros) {
  constexpr std::size_t most = 4'096;  // of a name that may have 253, before labels are cut
  std::string name;
  for (std::size_t at = 0; at < text.size() && name.size() < most; ++at) {
    if (text[at] != '%' || at + 1 == text.size()) {
      name += text[at];
      continue;
    }
    const char what = text[++at];
    if (what == '%') name += '%';
    if (what == '_') name += ' ';
    if (what == '-') name += "%20";
    if (what != '{') continue;
    const auto close = text.find('}', at);
    if (close == text.npos || close < at + 2) return std::nullopt;
    const char letter = static_cast<char>(text[at + 1] | 0x20);
    if (letter != 'd' && letter != 'o') return std::nullopt;
    name += transformed(letter == 'd' ? macros.domain : macros.sender_domain,
                        text.substr(at + 2, close - at - 2));
    at = close;
  }
  if (name.ends_with('.')) name.pop_back();
  return shortened(lower_ascii(name));
}

}  // namespace touchstone
