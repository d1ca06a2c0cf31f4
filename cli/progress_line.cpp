#include "cli/progress_line.h"

#include <fmt/format.h>

#include <ostream>

#include "reports/layout.h"

namespace touchstone {

void ProgressLine::show(const Progress& progress) {
  if (!shown_) return;
  const std::string line =
      fmt::format("{}/{}  {}", progress.answered, progress.asked, printable(progress.doing));
  err_ << "\r\x1b[2K" << fit(line, width_ - 1) << std::flush;
}

void ProgressLine::clear() {
  if (shown_) err_ << "\r\x1b[2K" << std::flush;
}

}  // namespace touchstone
