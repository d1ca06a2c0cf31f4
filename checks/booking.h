#pragma once

// Ways to book or to make an appointment online. Pure and safe from several threads; linear in the
// pages.

#include <optional>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct BookingOffer {
  Evidence evidence;
  int clicks = 0;              // from the start page to where one chooses a time
  bool dead = false;           // the link to it leads nowhere
  std::optional<bool> direct;  // one takes a time; else one writes and waits; absent: not seen
};

// The nearest one: a vendor's calendar or link, a form with a date, a link of the menu or a button
// that leads to another host to book, or a page for it. Absent: none was seen; `unproven` then says
// why there may be one.
struct BookingSearch {
  std::optional<BookingOffer> offer;
  std::optional<Reason> unproven;
};
BookingSearch find_booking(const Site& site);

}  // namespace touchstone
