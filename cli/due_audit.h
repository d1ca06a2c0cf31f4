#pragma once

// audit --due: only what is due is looked at, the rest is of the last stored audit.

#include <optional>

#include "cli/keeping.h"
#include "history/due.h"
#include "history/joined.h"

namespace touchstone {

struct DueWork {
  std::optional<Inspection> before;  // of the last audit; absent: there is none, everything is due
  TouchpointIds due;
  std::optional<Day> next;  // the day on which something is due again

  bool is_nothing() const { return before && due.empty(); }
};

// Of the company at that address, on the day that the options name.
DueWork due_work(const Options& options, Wishes& wishes, Keeping& keeping, const Url& address);

}  // namespace touchstone
