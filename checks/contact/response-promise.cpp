#include "checks/answer_promise.h"
#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/unseen.h"

namespace touchstone::checks {

extern const Check response_promise;

namespace {

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(response_promise, *why);
  const auto promise = promise_of(site);
  if (!promise) return no_contact_found(response_promise, site);
  const std::vector<Evidence> evidence{{promise->page->url().href(), "text", promise->sentence}};
  Facts facts;
  facts.say("present", true, evidence);
  // The verb and the span of time, each found by itself.
  facts.say("minutes", promise->minutes, evidence).signals = 2;
  facts.say("hours_stated", promise->working_time || presence.opening_hours, evidence);
  return facts;
}

}  // namespace

const Check response_promise{
    "response-promise",
    {{"present", "", "a sentence promises when the answer comes"},
     {"minutes", "min", "the time that the quickest promise names; a day is 1440 minutes"},
     {"hours_stated", "", "it says to which hours it applies, or opening hours are shown"}},
    measure};

}  // namespace touchstone::checks
