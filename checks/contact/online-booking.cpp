#include "checks/booking.h"
#include "checks/check.h"
#include "checks/unseen.h"

namespace touchstone::checks {

extern const Check online_booking;

namespace {

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(online_booking, *why);
  const BookingSearch search = find_booking(site);
  if (!search.offer && search.unproven) return all_unknown(online_booking, *search.unproven);
  Facts facts = all_not_applicable(online_booking);
  facts.say("present", search.offer.has_value());
  if (!search.offer) return facts;
  const std::vector<Evidence> evidence{search.offer->evidence};
  facts.say("present", true, evidence);
  facts.say("dead", search.offer->dead, evidence);
  facts.say("clicks", search.offer->clicks, evidence);
  if (search.offer->direct) {
    facts.say("takes_time", *search.offer->direct, evidence);
  } else {
    facts.unknown("takes_time", Reason::no_source, evidence);
  }
  return facts;
}

}  // namespace

const Check online_booking{"online-booking",
                           {{"present", "", "one can book or ask for an appointment on the pages"},
                            {"dead", "", "the link to it leads nowhere"},
                            {"clicks", "", "clicks from the start page to it"},
                            {"takes_time", "", "one chooses a time, and does not merely write"}},
                           measure};

}  // namespace touchstone::checks
