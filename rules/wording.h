#pragma once

// The small words that sentences are filled with: "yes", "none", units, the names of facts; and how
// numbers are written. English unless a translation gives others. A value, safe from any thread.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace touchstone {

class Wording {
 public:
  using Words = std::map<std::string, std::string, std::less<>>;  // English to translated

  Wording() = default;  // English
  explicit Wording(Words words) : words_(std::move(words)) {}

  // The translation of an English word or text; the text itself where there is none.
  std::string operator()(std::string_view english) const;
  bool has(std::string_view english) const { return words_.contains(english); }

  // Digits in groups from five on: "1800", "12,345", so that years stay years. A translation may
  // name another separator ("digit-group") and other digits ("digits", from 0 to 9).
  std::string number(std::int64_t number) const;

 private:
  Words words_;
};

}  // namespace touchstone
