#include "checks/check.h"

namespace touchstone::checks {

extern const Check brand_search_result;

namespace {

// Search engines forbid to be read by programs: people look, and a scorecard tells.
Facts measure(const Site&, const Presence&) {
  return {};
}

}  // namespace

const Check brand_search_result{"brand-search-result", {}, measure};

}  // namespace touchstone::checks
