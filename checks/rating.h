#pragma once

// The rating that a company's own pages state for machines (schema.org AggregateRating of the
// organisation). Pure, safe from several threads.

#include <optional>
#include <vector>

#include "checks/company_data.h"
#include "checks/fact.h"

namespace touchstone {

struct StatedRating {
  int percent = 0;  // of the best that could be given: 90 for 4.5 of 5
  int votes = 0;    // 0: not said
  Evidence evidence;
};

// The one with most votes; absent when no organisation states a rating that can be read.
std::optional<StatedRating> stated_rating(const std::vector<DescribedPage>& pages);

// Says "rating" and "votes"; without a rating only a person can tell.
void say_rating(Facts& facts, const std::optional<StatedRating>& rating);

}  // namespace touchstone
