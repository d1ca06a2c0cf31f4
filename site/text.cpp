#include "site/text.h"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace touchstone {

namespace {

using icu::UnicodeString;

bool is_space(UChar32 c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(c) || c == 0x00A0;
}
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

// The code point at `at`, which moves behind it; U+FFFD for what is no UTF-8.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  if ((text[at] & 0x80) == 0) return text[at++];
  UChar32 c = 0;
  std::int32_t offset = 0;
  const auto rest = text.substr(at, U8_MAX_LENGTH);
  U8_NEXT_OR_FFFD(rest.data(), offset, static_cast<std::int32_t>(rest.size()), c);
  at += static_cast<std::size_t>(offset);
  return c;
}

UChar32 ascii_digit(UChar32 c) {
  return u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? '0' + u_charDigitValue(c) : c;
}

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

UnicodeString from_utf8(std::string_view text) {
  return UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

UnicodeString turkish_lower_i(const UnicodeString& text) {
  UnicodeString mapped = text;
  mapped.findAndReplace(UnicodeString(u'I'), UnicodeString(u'ı'));
  mapped.findAndReplace(UnicodeString(u'İ'), UnicodeString(u'i'));
  return mapped;
}

UnicodeString normalized(const icu::Normalizer2* form, const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return form->normalize(text, status);
}

// The letter of Persian, plain Latin or ASCII that is compared in place of this one.
UChar32 unified(UChar32 c) {
  switch (c) {
    case u'ي':
    case u'ى':
      return u'ی';
    case u'ك':
      return u'ک';
    case u'ة':
      return u'ه';
    case u'ø':
      return u'o';
    case u'ł':
      return u'l';
    case u'ı':
      return u'i';
    case u'đ':
      return u'd';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x0060:
    case 0x00B4:
    case 0x2032:
      return u'\'';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
      return u'-';
    case 0x0901:  // chandrabindu as anusvara
      return 0x0902;
    default:
      return ascii_digit(c);
  }
}

// Arabic harakat, hamza and madda marks, tatweel; Hebrew niqqud.
bool is_dropped(UChar32 c) {
  return c == 0x0640 || (c >= 0x064B && c <= 0x0655) || c == 0x0670 ||
         (c >= 0x0591 && c <= 0x05C7 && u_charType(c) == U_NON_SPACING_MARK);
}

std::string fold_ascii(std::string_view text) {
  std::string folded = collapse_spaces(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '`') c = '\'';
  }
  return folded;
}

template <typename Use>
void each_grapheme(const UnicodeString& text, Use use) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return;
  breaks->setText(text);
  for (auto begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    if (!use(begin, end)) return;
  }
}

}  // namespace

std::string collapse_spaces(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    if (is_space(next_code_point(text, at))) {
      pending = !collapsed.empty();
      continue;
    }
    if (pending) collapsed += ' ';
    pending = false;
    collapsed += text.substr(begin, at - begin);
  }
  return collapsed;
}

std::string ascii_digits(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string digits;
  digits.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const UChar32 c = next_code_point(text, at);
    const UChar32 digit = ascii_digit(c);
    if (digit == c) {
      digits += text.substr(begin, at - begin);
    } else {
      digits += static_cast<char>(digit);
    }
  }
  return digits;
}

std::string fold(std::string_view text, bool turkish) {
  if (!turkish && is_ascii(text)) return fold_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto* const casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* const decompose = icu::Normalizer2::getNFDInstance(status);
  const auto* const compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return fold_ascii(text);

  UnicodeString source = from_utf8(text);
  source.findAndReplace(UnicodeString(UChar32{0x200C}), UnicodeString(u' '));  // ZWNJ
  if (turkish) source = turkish_lower_i(source);
  const UnicodeString apart = normalized(decompose, normalized(casefold, source));

  UnicodeString kept;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (is_dropped(c)) continue;
    if (u_charType(c) == U_NON_SPACING_MARK) {
      const bool yo = base == u'е' && c == 0x0308;
      if (script_of(base) == USCRIPT_LATIN || yo) continue;
    } else {
      base = c;
    }
    kept.append(unified(c));
  }
  std::string folded;
  normalized(compose, kept).toUTF8String(folded);
  return collapse_spaces(folded);
}

std::size_t grapheme_count(std::string_view text, bool wide_twice) {
  if (is_ascii(text)) return text.size();
  const UnicodeString source = from_utf8(text);
  std::size_t count = 0;
  each_grapheme(source, [&](std::int32_t begin, std::int32_t) {
    const int width = u_getIntPropertyValue(source.char32At(begin), UCHAR_EAST_ASIAN_WIDTH);
    count += wide_twice && (width == U_EA_WIDE || width == U_EA_FULLWIDTH) ? 2 : 1;
    return true;
  });
  return count;
}

std::size_t letter_count(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) letters += u_isalpha(next_code_point(text, at)) != 0;
  return letters;
}

bool mostly_cjk(std::string_view text) {
  std::size_t letters = 0, cjk = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    if (!u_isalpha(c)) continue;
    ++letters;
    const UScriptCode script = script_of(c);
    cjk += script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
           script == USCRIPT_HANGUL;
  }
  return 2 * cjk > letters;
}

std::string shorten(std::string_view text, std::size_t graphemes) {
  if (text.size() <= graphemes) return std::string(text);
  const UnicodeString source = from_utf8(text);
  std::size_t count = 0;
  std::int32_t cut = -1;
  each_grapheme(source, [&](std::int32_t begin, std::int32_t) {
    if (count++ < graphemes) return true;
    cut = begin;
    return false;
  });
  if (cut < 0) return std::string(text);
  std::string shortened;
  source.tempSubString(0, cut).toUTF8String(shortened);
  return shortened + "…";
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return found;
  const UnicodeString source = from_utf8(text);
  breaks->setText(source);
  for (auto begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    if (breaks->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    source.tempSubStringBetween(begin, end).toUTF8String(found.emplace_back());
  }
  return found;
}

}  // namespace touchstone
