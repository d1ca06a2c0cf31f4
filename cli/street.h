#pragma once

// The street: options -> crawl -> site -> facts -> audit -> reports -> exit status. Writes reports
// to `out`, everything else to `err`. Throws what the user can mend (UsageError, RuleError,
// CaptureError, std::runtime_error of an unusable option) before anything is requested.

#include <atomic>
#include <iosfwd>
#include <vector>

#include "cli/exit_status.h"
#include "cli/options.h"

namespace touchstone {

struct Terminal {
  bool out_is_terminal = false, err_is_terminal = false;
  bool no_color = false;  // NO_COLOR is set
  int width = 80;
};

ExitStatus walk(const Options& options, const Terminal& terminal, std::ostream& out,
                std::ostream& err, const std::atomic<int>& interrupted);

}  // namespace touchstone
