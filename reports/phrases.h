#pragma once

// The reports' own words, from reports/data/phrases/<lang>.json; plurals by ICU's MessageFormat.
// The sentences about touchpoints stand in the rulebook.
//
//   const Phrases say("en");
//   say("pages", {{"n", 3}});   // "3 pages"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace touchstone {

using PhraseArgument = std::pair<std::string_view, std::variant<std::int64_t, std::string>>;

class Phrases {
 public:
  // `language` is one of languages(); std::invalid_argument otherwise.
  explicit Phrases(std::string_view language);

  static std::vector<std::string> languages();

  // A key that the language lacks is a mistake of ours: std::logic_error.
  std::string operator()(std::string_view key,
                         const std::vector<PhraseArgument>& arguments = {}) const;

  // The patterns whose key begins so, as written.
  std::vector<std::pair<std::string, std::string>> beginning_with(std::string_view prefix) const;

  // What a company is called: its name, else its host, else words that stand for both.
  std::string company(const std::string& name, const std::string& host) const;

  const std::string& language() const { return language_; }
  bool right_to_left() const;
  // Decipoints with the digits and the decimal sign of the language: 95 -> "9.5"; absent -> "-".
  std::string points(const std::optional<int>& points) const;
  std::string tenths(std::int64_t tenths) const;
  std::string whole(std::int64_t number) const;
  // "22 November 2026" for an RFC 3339 time or its date alone; anything else as it is.
  std::string date(std::string_view text) const;

 private:
  void learn_numbers();

  std::string language_, decimal_sign_;
  std::array<std::string, 10> digits_;
  std::map<std::string, std::string, std::less<>> patterns_;
};

}  // namespace touchstone
