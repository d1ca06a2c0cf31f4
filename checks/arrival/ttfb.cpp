#include <algorithm>

#include "checks/check.h"
#include "checks/speed.h"

namespace touchstone::checks {

extern const Check ttfb;

namespace {

std::vector<std::int64_t> each(const std::vector<TimingSample>& samples,
                               std::int64_t TimingSample::*part) {
  std::vector<std::int64_t> values;
  for (const TimingSample& sample : samples) values.push_back(sample.*part);
  return values;
}

std::string in_words(const std::vector<std::int64_t>& values) {
  std::string text;
  for (const std::int64_t value : values) {
    text += (text.empty() ? "" : ", ") + std::to_string(milliseconds(value));
  }
  return text + " ms";
}

Facts measure(const Site& site, const Presence&) {
  if (const auto closed = site.closed_because()) return all_unknown(ttfb, *closed);
  const auto samples = timing_samples(site);
  // A capture of another tool, or one whose home answered with an error, has no times to tell.
  if (samples.empty()) return all_unknown(ttfb, Reason::not_captured);

  const auto first_bytes = each(samples, &TimingSample::first_byte);
  const auto waits = each(samples, &TimingSample::server_wait);
  const std::int64_t middle = *median(first_bytes);
  const std::int64_t slowest = *std::max_element(first_bytes.begin(), first_bytes.end());
  const std::vector<Evidence> read{
      {site.home_url().href(), "time to first byte", in_words(first_bytes)}};
  const int looks = static_cast<int>(samples.size());

  Facts facts;
  facts.say("first_byte", milliseconds(middle), read).signals = looks;
  facts
      .say("server_wait", milliseconds(*median(waits)),
           {{site.home_url().href(), "server wait", in_words(waits)}})
      .signals = looks;
  facts.say("round_trip", milliseconds(*median(each(samples, &TimingSample::round_trip))), read);
  if (looks < 2) {
    facts.unknown("slowest", Reason::insufficient_evidence);
    facts.unknown("spread", Reason::insufficient_evidence);
  } else {
    facts.say("slowest", milliseconds(slowest), read).signals = looks;
    facts.say("spread", 100 * slowest / middle, read).signals = looks;
  }
  return facts;
}

}  // namespace

const Check ttfb{"ttfb",
                 {{"first_byte", "ms", "from the click to the first byte, redirects included"},
                  {"server_wait", "ms", "what the server itself takes to begin its answer"},
                  {"round_trip", "ms", "one way to the server and back"},
                  {"slowest", "ms", "the slowest of the samples"},
                  {"spread", "%", "the slowest sample as a share of the middle one"}},
                 measure};

}  // namespace touchstone::checks
