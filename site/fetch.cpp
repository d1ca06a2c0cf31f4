#include "site/fetch.h"

#include "site/enum_names.h"

namespace touchstone {
namespace {

constexpr auto fault_names = std::to_array<std::string_view>({
    "name-not-found",
    "name-undecided",
    "no-address",
    "refused",
    "unreachable",
    "timeout",
    "tls",
    "redirect-loop",
    "too-many-redirects",
    "bad-redirect",
    "protocol",
    "too-large",
    "forbidden-address",
    "robots-disallowed",
    "robots-unreachable",
    "rate-limited",
    "budget-exhausted",
    "interrupted",
    "not-captured",
});
static_assert(fault_names.size() == static_cast<std::size_t>(FaultKind::not_captured) + 1);

}  // namespace

std::string_view to_string(FaultKind kind) {
  return name_of(fault_names, kind);
}

std::optional<FaultKind> fault_kind_from(std::string_view text) {
  return named<FaultKind>(fault_names, text);
}

const Headers& Fetch::headers() const {
  static const Headers none;
  return hops.empty() ? none : hops.back().headers;
}

std::int64_t Fetch::first_byte_us() const {
  if (hops.empty() || hops.back().timing.first_byte == 0) return 0;
  std::int64_t sum = hops.back().timing.first_byte;
  for (std::size_t i = 0; i + 1 < hops.size(); ++i) sum += hops[i].timing.total;
  return sum;
}

}  // namespace touchstone
