#pragma once

#include <iosfwd>

#include "cli/gates.h"
#include "cli/keeping.h"
#include "cli/telling.h"
#include "cli/wishes.h"

namespace touchstone {

// What an audit is judged by, held against, kept in, and told by.
struct Desk {
  Desk(const Options& options, Wishes& of, const Phrases& say, std::ostream& err)
      : wishes(of),
        keeping(options, wishes, err),
        gates(options, wishes, keeping, err),
        telling(options, wishes, keeping, say, err) {}

  Wishes& wishes;
  Keeping keeping;
  Gates gates;
  Telling telling;
};

}  // namespace touchstone
