#include "cli/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ostream>

#include "reports/layout.h"

namespace touchstone {

namespace {

// "████░░░░ 12/48", or the first number alone while the second is not known.
std::string drawn(const Progress& progress) {
  if (progress.asked <= 0) return std::to_string(progress.answered);
  constexpr int length = 16;
  const auto share = std::int64_t{length} * std::max(progress.answered, 0) / progress.asked;
  const int filled = static_cast<int>(std::min<std::int64_t>(length, share));
  std::string bar;
  for (int i = 0; i < length; ++i) bar += i < filled ? "█" : "░";
  return fmt::format("{} {}/{}", bar, progress.answered, progress.asked);
}

}  // namespace

Progress in_words(Progress reading, const Phrases& say) {
  reading.doing = say("progress.reading", {{"what", reading.doing}});
  return reading;
}

void ProgressLine::show(const Progress& progress) {
  if (!shown_) return;
  const std::string line = drawn(progress) + "  " + printable(progress.doing);
  err_ << "\r\x1b[2K" << fit(line, width_ - 1) << std::flush;
}

void ProgressLine::clear() {
  if (shown_) err_ << "\r\x1b[2K" << std::flush;
}

}  // namespace touchstone
