#include "checks/address_parts.h"

#include <re2/re2.h>

#include <algorithm>

#include "site/text.h"

namespace touchstone {

namespace {

// Hours and telephone numbers stand beside many an address.
std::string without_other_numbers(std::string_view text) {
  static const RE2 clock(R"(\d{1,2}[:.]\d{2}(?:[^\d]|$))"),
      phone(R"(\+\d[\d ()-]{8,}\d|\(?\d{1,5}[ ()-][\d ()-]{6,}\d)"), code(R"(\d{5}-\d{3,5})");
  std::string ascii = ascii_digits(text);
  RE2::GlobalReplace(&ascii, clock, " ");
  if (!RE2::PartialMatch(ascii, code)) RE2::GlobalReplace(&ascii, phone, " ");
  return ascii;
}

std::set<std::string> numbers_in(const std::string& ascii) {
  static const RE2 number(R"((\d+))");
  re2::StringPiece rest(ascii);
  std::set<std::string> numbers;
  constexpr std::size_t kMost = 12;
  for (std::string digits; numbers.size() < kMost && RE2::FindAndConsume(&rest, number, &digits);) {
    numbers.insert(digits);
  }
  return numbers;
}

// The forms of the world's postcodes; four digits alone stand before or behind a name.
const RE2& postcode() {
  static const RE2 pattern(
      R"((?:^|[^\pL\d./-])(?:)"
      R"(\d{5}-\d{3,5}|\d{5}(?:-\d{4})?|\d{6}|\d{3} \d{3}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3})"
      R"(|〒? ?\d{3}-\d{4}|\d{4} ?[A-Z]{2}|\d{7}|\d{10})"
      R"(|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d)"
      R"(|(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}\pL|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4})"
      R"()(?:[^\d]|$))");
  return pattern;
}

std::set<std::string> words_in(std::string_view text) {
  constexpr std::size_t kShortest = 4, kBeginning = 8, kMost = 40;  // bytes: "str." is "street"
  std::set<std::string> beginnings;
  for (const auto& word : words(fold(text))) {
    const bool digits = word.find_first_of("0123456789") != std::string::npos;
    if (word.size() >= kShortest && !digits && beginnings.size() < kMost) {
      beginnings.insert(word.substr(0, kBeginning));
    }
  }
  return beginnings;
}

bool has_city(const std::string& text) {
  static const RE2 behind_postcode(
      R"((?:\d{4,6}|\d{2}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}),? +\p{Lu}[\pL.'-]{2,})"),
      before_postcode(
          R"(\pL{3,}[.,]? +(?:[A-Z]{2},? )?(?:\d{3}[ -]?\d{2,4}(?:\D|$)|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}))"),
      marked(R"((?i)(?:^|[^\pL])(?:г\.|город|м\.|місто|شهر|مدينة)\s?\pL{3,})"),
      east_asian(R"([市区區県府都道]|시 |구 )");
  if (RE2::PartialMatch(text, behind_postcode) || RE2::PartialMatch(text, before_postcode) ||
      RE2::PartialMatch(text, marked) || RE2::PartialMatch(text, east_asian)) {
    return true;
  }
  // A part of its own without digits: "12 Main Street, Springfield".
  static const RE2 part(R"((?:^|[,،、，\n\t;|])\s*\pL[\pL .'’-]{2,}(?:[,،、，\n\t;|]|$))");
  return RE2::PartialMatch(text, part);
}

bool has_street(const std::string& text) {
  static const RE2 house(R"((?:^|[^\d])\d{1,5}(?:[^\d]|$))"), word(R"(\pL{3,})");
  std::string rest = text;
  RE2::GlobalReplace(&rest, postcode(), " ");
  return RE2::PartialMatch(rest, house) && RE2::PartialMatch(rest, word);
}

}  // namespace

bool AddressParts::same_place(const AddressParts& other) const {
  constexpr std::size_t kPostcode = 4;  // digits
  const auto shared = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    return static_cast<std::size_t>(
        std::count_if(a.begin(), a.end(), [&](const auto& one) { return b.contains(one); }));
  };
  const auto& fewer = numbers.size() <= other.numbers.size() ? numbers : other.numbers;
  const auto& more = numbers.size() <= other.numbers.size() ? other.numbers : numbers;
  if (shared(fewer, more) != fewer.size()) return false;
  const bool postcode_too =
      fewer.size() >= 2 && std::any_of(fewer.begin(), fewer.end(), [](const std::string& number) {
        return number.size() >= kPostcode;
      });
  return postcode_too ||
         2 * shared(words, other.words) >= std::min(words.size(), other.words.size());
}

AddressParts address_parts(std::string_view text) {
  const std::string ascii = without_other_numbers(text);
  AddressParts parts;
  parts.postcode = RE2::PartialMatch(ascii, postcode());
  parts.street = has_street(ascii);
  parts.city = has_city(ascii);
  parts.numbers = numbers_in(ascii);
  parts.words = words_in(text);
  return parts;
}

AddressParts address_parts(const Thing& address) {
  const std::string street = address.text("streetAddress").value_or("");
  const std::string code = address.text("postalCode").value_or("");
  AddressParts parts;
  parts.street = !street.empty();
  parts.city = !address.text("addressLocality").value_or("").empty();
  parts.postcode = !code.empty();
  parts.numbers = numbers_in(without_other_numbers(street + ", " + code));
  parts.words = words_in(street);
  return parts;
}

std::vector<PostalAddress> distinct_places(const std::vector<PostalAddress>& addresses) {
  std::vector<PostalAddress> places;
  std::vector<AddressParts> known;
  for (const PostalAddress& address : addresses) {
    const AddressParts parts = address_parts(address.text);
    const auto same = std::find_if(known.begin(), known.end(), [&](const AddressParts& other) {
      return parts.same_place(other);
    });
    if (same == known.end()) {
      places.push_back(address);
      known.push_back(parts);
    } else if (same->numbers.size() < parts.numbers.size()) {
      const auto at = static_cast<std::size_t>(same - known.begin());
      places[at] = address;
      known[at] = parts;
    }
  }
  return places;
}

}  // namespace touchstone
