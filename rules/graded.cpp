#include <algorithm>

#include "rules/arithmetic.h"
#include "rules/judge.h"

namespace touchstone {

namespace {

// From y0 at x0 to y1 at x1 in a straight line. x0 < x1 and y0 > y1; the negative slope is taken
// from y0 so that rdiv sees no negative number.
int between(std::int64_t x, std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1) {
  return static_cast<int>(rdiv(y0 * (x1 - x0) - (y0 - y1) * (x - x0), x1 - x0));
}

}  // namespace

int graded_points(const Graded& graded, std::int64_t value) {
  // Higher is better: the same lines seen from the other end.
  const std::int64_t sign = graded.best < graded.worst ? 1 : -1;
  const std::int64_t best = sign * graded.best, good = sign * graded.good,
                     poor = sign * graded.poor, worst = sign * graded.worst;
  // Limits keep the arithmetic below inside 64 bits whatever a page says of itself.
  const std::int64_t x =
      sign * std::clamp<std::int64_t>(value, -2'000'000'000'000, 2'000'000'000'000);
  if (x <= best) return 100;
  if (x <= good) return between(x, best, 100, good, 80);
  if (x <= poor) return std::min(79, between(x, good, 80, poor, 40));
  if (x <= worst) return std::min(39, between(x, poor, 40, worst, 0));
  return 0;
}

}  // namespace touchstone
