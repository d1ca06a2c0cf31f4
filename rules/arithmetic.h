#pragma once

// The integer arithmetic of scores.

#include <cstdint>

namespace touchstone {

// Quotient rounded half up; a >= 0, b > 0.
constexpr std::int64_t rdiv(std::int64_t a, std::int64_t b) {
  return (2 * a + b) / (2 * b);
}

}  // namespace touchstone
