#pragma once

// What a report tells beside its audit.

#include "history/accepted.h"
#include "history/changes.h"

namespace touchstone {

// Each may be null.
struct Beside {
  const Changes* changes = nullptr;  // since an earlier audit
  const Acceptance* accepted = nullptr;
};

}  // namespace touchstone
