#pragma once

// Telephone numbers by the numbering plans of the world (ITU-T E.164), as libphonenumber knows
// them. Regions are ISO 3166 codes in capitals ("DE"). Safe from several threads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct DialledNumber {
  std::string e164;      // "+49301234567"
  std::string region;    // "DE"
  std::string national;  // the national significant number: "301234567"
  bool toll_free = false;
  bool national_prefix = false;  // its national form begins with a trunk prefix ("0" in Germany)
};

// A valid number as people of `region` would dial it; with a leading "+" the region may be empty.
// ASCII digits; separators and an extension are passed over. Absent: no valid number.
std::optional<DialledNumber> dial(std::string_view text, std::string_view region);

// Written as a number of that region may be: with its trunk prefix where that cannot be left out.
bool written_whole(const std::string& text, const std::string& region);

// The digits stand in groups as the country writes them, or as one block.
bool grouped_as_usual(const std::string& text, const std::string& region);

bool is_region(std::string_view region);  // has a numbering plan

}  // namespace touchstone
