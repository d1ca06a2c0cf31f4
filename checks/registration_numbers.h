#pragma once

// The numbers under which registers and tax offices know a company, as its pages print them behind
// their labels: "ИНН 7707083893", "USt-IdNr.: DE 123 475 223". Pure, safe from several threads;
// linear in the text, of which the first 200,000 bytes are read.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct RegistrationNumber {
  std::string_view kind;  // "ru-inn", "de-vat", ...
  std::string number;     // without blanks and signs, letters in upper case
  bool sound = false;     // its check digits are right, or its kind has none

  friend bool operator==(const RegistrationNumber&, const RegistrationNumber&) = default;
};

// In the order of the kinds; each number once, at most some fifty.
std::vector<RegistrationNumber> registration_numbers_in(std::string_view text);

}  // namespace touchstone
