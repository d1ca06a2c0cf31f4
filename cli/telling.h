#pragma once

// --notify: after an audit, those who want to know are told what changed.

#include <iosfwd>
#include <optional>

#include "cli/gates.h"
#include "reports/phrases.h"

namespace touchstone {

class Telling {
 public:
  Telling(const Options& options, const Wishes& wishes, Keeping& keeping, const Phrases& say,
          std::ostream& err);

  // Since the last stored audit; absent where none is stored. To be asked
  // before the audit itself is stored.
  std::optional<Changes> changes_of(const Audit& audit);

  // `changes`: as changes_of says. A target that fails is a line on `err`, and is told
  // the next time.
  void after(const Audit& audit, const std::optional<Changes>& changes, const Acceptance& accepted);

 private:
  const Options& options_;
  const Wishes& wishes_;
  Keeping& keeping_;
  const Phrases& say_;
  std::ostream& err_;
};

}  // namespace touchstone
