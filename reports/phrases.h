#pragma once

// The reports' own words, from reports/data/phrases/<lang>.json; plurals by ICU's MessageFormat.
// The sentences about touchpoints stand in the rulebook.
//
//   const Phrases say("en");
//   say("pages", {{"n", 3}});   // "3 pages"

#include <cstdint>
#include <map>
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

  const std::string& language() const { return language_; }
  bool right_to_left() const;
  // "22 November 2026" for an RFC 3339 time or its date alone; anything else as it is.
  std::string date(std::string_view text) const;

 private:
  std::string language_;
  std::map<std::string, std::string, std::less<>> patterns_;
};

}  // namespace touchstone
