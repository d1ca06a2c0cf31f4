#pragma once

// Spans from one time of day to another, as twenty languages write them: "9-18", "9 am to 5 pm",
// "с 9:00 до 18:00", "۹ صبح تا ۵ عصر". Pure and safe from several threads; linear in the text.

#include <cstddef>
#include <string>
#include <vector>

namespace touchstone {

struct OpenSpan {
  int from = 0, to = 0;  // minutes after midnight; to > 1440 is past midnight

  friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

struct FoundSpan {
  std::size_t begin = 0, end = 0;  // bytes of the text
  OpenSpan span;
};

// In the order of the text, which is folded (site/text.h).
std::vector<FoundSpan> spans_in(const std::string& folded);

}  // namespace touchstone
