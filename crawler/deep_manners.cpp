#include "crawler/deep_manners.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_delay{10'000}, usual_wait{2'000};

}  // namespace

DeepManners::DeepManners(int connections, double rate)
    : at_once_(std::max(connections, 1)),
      apart_(rate > 0 ? static_cast<std::int64_t>(1'000 / rate) : 0) {}

bool DeepManners::may_ask(Time now) const {
  return stopped_.empty() && under_way_ < at_once_ && free_ <= now;
}

void DeepManners::asked(Time now) {
  ++under_way_;
  free_ = std::max(free_, now + apart_);
}

void DeepManners::answered() {
  --under_way_;
  complaints_ = 0;
}

void DeepManners::too_many(Time when, std::optional<milliseconds> wait, Time now) {
  --under_way_;
  ++complaints_;
  if (when >= halved_) {
    at_once_ = std::max(1, at_once_ / 2);
    halved_ = now;
  }
  const auto pause = std::max(wait.value_or(usual_wait), apart_);
  free_ = std::max(free_, now + std::min(pause, longest_wait));
  if (!stopped_.empty()) return;
  if (pause > longest_wait)
    stopped_ = fmt::format("the host asked to wait {} s", pause.count() / 1'000);
  else if (complaints_ >= most_complaints)
    stopped_ = fmt::format("{} answers in a row were 429 or 503", complaints_);
}

void DeepManners::keep_apart(milliseconds pause) {
  apart_ = std::max(apart_, std::min(pause, longest_delay));
}

}  // namespace touchstone
