#include <array>
#include <cstring>
#include <map>
#include <memory>
#include <sstream>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "site/charset.h"
#include "site/embedded.h"
#include "site/encoding_table.h"

namespace touchstone {
namespace {

struct ConverterClose {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

using CodePoints = std::map<UChar32, icu::UnicodeString>;

// Code points of ICU's converters that the Encoding Standard maps otherwise; by encoding.
const CodePoints& corrections(const std::string& encoding) {
  static const auto all = [] {
    std::map<std::string, CodePoints> map;
    for (auto line : embedded_list("site/data/encoding-corrections.txt")) {
      std::istringstream words{std::string(line)};
      std::string name;
      unsigned from = 0, to = 0;
      words >> name >> std::hex >> from;
      while (words >> to) map[name][static_cast<UChar32>(from)].append(static_cast<UChar32>(to));
    }
    return map;
  }();
  static const CodePoints none;
  const auto found = all.find(encoding);
  return found == all.end() ? none : found->second;
}

// "x-user-defined": the upper half stands in the private use area.
icu::UnicodeString decode_user_defined(std::string_view bytes) {
  icu::UnicodeString text(static_cast<int32_t>(bytes.size()), 0, 0);
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text.append(static_cast<UChar>(byte < 0x80 ? byte : 0xF780 + byte - 0x80));
  }
  return text;
}

icu::UnicodeString decode(std::string_view bytes, const Encoding& encoding) {
  // One error stands for all: these encodings were attacks as often as texts (Encoding Standard,
  // section 14.1).
  if (encoding.name == "replacement") return bytes.empty() ? u"" : u"\xFFFD";
  if (encoding.name == "x-user-defined") return decode_user_defined(bytes);
  const auto size = static_cast<int32_t>(bytes.size());
  if (encoding.converter == "-")
    return icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), size));
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterClose> converter(
      ucnv_open(encoding.converter.c_str(), &error));
  icu::UnicodeString text(bytes.data(), size, converter.get(), error);
  if (U_FAILURE(error)) return icu::UnicodeString::fromUTF8(icu::StringPiece(bytes.data(), size));
  return text;
}

icu::UnicodeString corrected(const icu::UnicodeString& text, const CodePoints& points) {
  icu::UnicodeString out(text.length(), 0, 0);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const auto found = points.find(c);
    if (found == points.end()) {
      out.append(c);
    } else {
      out.append(found->second);
    }
  }
  return out;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view encoding_name) {
  // ICU counts in int32; no body comes near.
  bytes = bytes.substr(0, std::size_t{1} << 29);
  const auto* encoding = find_encoding(encoding_name);
  if (!encoding) encoding = find_encoding("utf-8");
  if (encoding->name == "utf-8") {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.find('\0') == bytes.npos && is_valid_utf8(bytes)) return std::string(bytes);
  }
  auto text = decode(bytes, *encoding);
  const auto& points = corrections(encoding->name);
  if (!points.empty()) text = corrected(text, points);
  if (encoding->name.starts_with("utf-16") && text.startsWith(u"\xFEFF")) text.remove(0, 1);
  text.findAndReplace(icu::UnicodeString(UChar{0}), icu::UnicodeString(UChar{0xFFFD}));
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  constexpr std::uint64_t high_bits = 0x8080808080808080u;
  for (std::size_t i = 0; i < bytes.size();) {
    std::array<std::uint64_t, 4> some{high_bits};
    if (bytes.size() - i >= sizeof some) std::memcpy(some.data(), bytes.data() + i, sizeof some);
    if (((some[0] | some[1] | some[2] | some[3]) & high_bits) == 0) {
      i += sizeof some;
      continue;
    }
    UChar32 c = 0;
    U8_NEXT(bytes.data(), i, bytes.size(), c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace touchstone
