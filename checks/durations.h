#pragma once

// How long something takes, as a text says it in twenty languages: "2-3 working days", "14 дней",
// "24 Stunden", "۳ روز", "3営業日". Pure and safe from several threads; linear.

#include <cstddef>
#include <string_view>
#include <vector>

namespace touchstone {

struct Duration {
  std::size_t begin = 0, end = 0;  // bytes of the text, number and word
  int hours = 0;                   // of the larger number: 72 for "2-3 days"
};

// In the order of the text; not more than `most`.
std::vector<Duration> durations_in(std::string_view text, std::size_t most = 500);

}  // namespace touchstone
