#include "reports/phrases.h"

#include <unicode/datefmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/msgfmt.h>
#include <unicode/timezone.h>
#include <unicode/uloc.h>

#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "site/embedded.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

constexpr std::string_view folder = "reports/data/phrases/";

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

icu::Formattable formattable(const std::variant<std::int64_t, std::string>& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return icu::Formattable(*number);
  return icu::Formattable(icu::UnicodeString::fromUTF8(std::get<std::string>(value)));
}

}  // namespace

std::vector<std::string> Phrases::languages() {
  std::vector<std::string> languages;
  for (const auto& file : embedded_below(folder)) {
    const auto name = file.path.substr(folder.size());
    languages.emplace_back(name.substr(0, name.find('.')));
  }
  return languages;
}

Phrases::Phrases(std::string_view language) : language_(language) {
  for (const auto& file : embedded_below(folder)) {
    if (file.path != std::string(folder) + language_ + ".json") continue;
    const auto patterns = nlohmann::json::parse(file.bytes);
    for (const auto& [key, pattern] : patterns.items()) {
      patterns_.emplace(key, pattern.get<std::string>());
    }
    learn_numbers();
    return;
  }
  throw std::invalid_argument("no report language " + language_);
}

void Phrases::learn_numbers() {
  using Symbols = icu::DecimalFormatSymbols;
  UErrorCode error = U_ZERO_ERROR;
  const Symbols symbols(icu::Locale(language_.c_str()), error);
  if (U_FAILURE(error)) throw std::logic_error("no numbers of " + language_);
  decimal_sign_ = utf8(symbols.getSymbol(Symbols::kDecimalSeparatorSymbol));
  for (int i = 0; i < 10; ++i) {
    digits_[static_cast<std::size_t>(i)] = utf8(symbols.getConstDigitSymbol(i));
  }
}

std::string Phrases::whole(std::int64_t number) const {
  std::string told;
  for (const char digit : std::to_string(number)) {
    told += digit == '-' ? "-" : digits_[static_cast<std::size_t>(digit - '0')];
  }
  return told;
}

std::string Phrases::tenths(std::int64_t tenths) const {
  return whole(tenths / 10) + decimal_sign_ +
         digits_[static_cast<std::size_t>(std::abs(tenths % 10))];
}

std::string Phrases::points(const std::optional<int>& points) const {
  return points ? tenths(*points) : "-";
}

std::string Phrases::operator()(std::string_view key,
                                const std::vector<PhraseArgument>& arguments) const {
  const auto found = patterns_.find(key);
  if (found == patterns_.end()) throw std::logic_error("no phrase " + std::string(key));
  if (arguments.empty()) return found->second;
  UErrorCode error = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(found->second),
                                  icu::Locale(language_.c_str()), error);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(std::string(name)));
    values.push_back(formattable(value));
  }
  icu::UnicodeString result;
  format.format(names.data(), values.data(), static_cast<int32_t>(values.size()), result, error);
  if (U_FAILURE(error)) throw std::logic_error("bad phrase " + std::string(key));
  // "2026 г." ends a sentence without another full stop.
  for (const auto& [name, value] : arguments) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text || !text->ends_with('.')) continue;
    const auto shown = icu::UnicodeString::fromUTF8(*text);
    result.findAndReplace(shown + icu::UnicodeString(u'.'), shown);
  }
  return utf8(result);
}

std::vector<std::pair<std::string, std::string>> Phrases::beginning_with(
    std::string_view prefix) const {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& [key, pattern] : patterns_) {
    if (key.starts_with(prefix)) found.emplace_back(key, pattern);
  }
  return found;
}

std::string Phrases::company(const std::string& name, const std::string& host) const {
  if (!name.empty()) return name;
  return host.empty() ? (*this)("company.nameless") : host;
}

bool Phrases::right_to_left() const {
  return uloc_isRightToLeft(language_.c_str()) != 0;
}

std::string Phrases::date(std::string_view text) const {
  constexpr std::size_t date_alone = 10;
  const std::string day(text);
  const auto time = parse_rfc3339(day.size() == date_alone ? day + "T00:00:00Z" : day);
  if (!time) return day;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, icu::Locale(language_.c_str())));
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString told;
  format->format(static_cast<UDate>(time->time_since_epoch().count()), told);
  return utf8(told);
}

}  // namespace touchstone
