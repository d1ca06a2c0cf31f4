#include <algorithm>
#include <set>

#include "checks/booking.h"
#include "checks/callback.h"
#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/messenger_link.h"
#include "checks/unseen.h"
#include "checks/vendors.h"

namespace touchstone::checks {

extern const Check contact_ways_count;

namespace {

// The ways that were seen, and how many more there may be.
class Ways {
 public:
  enum Kind { spoken = 1, written = 2, live = 4 };

  void add(Evidence evidence, int kinds) {
    evidence_.push_back(std::move(evidence));
    kinds_ |= kinds;
  }
  void may_lack(const std::optional<Reason>& why, int ways) {
    if (why) unseen_ += ways;
    if (why && !why_) why_ = why;
  }

  int count() const { return static_cast<int>(evidence_.size()); }
  void say(Facts& facts) const {
    constexpr int kEnough = 5;
    if (count() < kEnough && count() + unseen_ >= kEnough) {
      facts.unknown("ways", *why_, evidence_);
    } else {
      facts.say("ways", count(), evidence_);
    }
    for (const auto& [name, kind] :
         {std::pair{"spoken", spoken}, {"written", written}, {"live", live}}) {
      const bool found = (kinds_ & kind) != 0;
      if (!found && why_) {
        facts.unknown(name, *why_);
      } else {
        facts.say(name, found);
      }
    }
  }

 private:
  std::vector<Evidence> evidence_;
  int kinds_ = 0, unseen_ = 0;
  std::optional<Reason> why_;
};

void count_messengers(Ways& ways, const Site& site, const std::optional<Reason>& unproven) {
  constexpr std::size_t kMost = 2;
  std::set<std::string> networks;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      if (networks.size() == kMost) return;
      const auto talk = messenger_link(link);
      if (!talk || talk->kind != MessengerLink::Kind::chat) continue;
      if (!networks.insert(talk->network).second) continue;
      ways.add({page->url().href(), link.element.path(), link.href.substr(0, 200)},
               Ways::written | Ways::live);
    }
  }
  ways.may_lack(unproven, static_cast<int>(kMost - networks.size()));
}

void count_chat(Ways& ways, const Site& site, const std::optional<Reason>& unproven) {
  const auto signs = vendors_on(site, "chat");
  if (!signs.empty()) {
    ways.add(signs.front().evidence, Ways::written | Ways::live);
    return;
  }
  const auto others = vendors_on(site, "analytics");
  const bool hidden = std::any_of(others.begin(), others.end(), [](const VendorSign& sign) {
    return sign.vendor.find("tag-manager") != std::string::npos;
  });
  ways.may_lack(hidden ? Reason::no_source : unproven, 1);
}

void count_shown(Ways& ways, const Presence& presence, const std::optional<Reason>& unproven) {
  const auto way = [&](bool found, Evidence evidence, int kinds) {
    if (found) {
      ways.add(std::move(evidence), kinds);
    } else {
      ways.may_lack(unproven, 1);
    }
  };
  const bool phone = !presence.phones.empty(), email = !presence.emails.empty();
  way(phone,
      phone ? Evidence{presence.phones.front().url, presence.phones.front().place, "phone"}
            : Evidence{},
      Ways::spoken | Ways::live);
  way(email,
      email ? Evidence{presence.emails.front().url, presence.emails.front().place, "e-mail"}
            : Evidence{},
      Ways::written);
  const auto form = std::find_if(presence.forms.begin(), presence.forms.end(),
                                 [](const FoundForm& one) { return one.kind == "contact"; });
  const bool has_form = form != presence.forms.end();
  way(has_form, has_form ? Evidence{form->url, "", "form"} : Evidence{}, Ways::written);
  const bool visit = !presence.addresses.empty() && presence.opening_hours;
  way(visit,
      visit ? Evidence{presence.addresses.front().url, "", "address with hours"} : Evidence{},
      Ways::spoken | Ways::live);
  const bool social = !presence.social.empty();
  way(social,
      social ? Evidence{presence.social.front().page, "", presence.social.front().url} : Evidence{},
      Ways::written);
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(contact_ways_count, *why);
  const auto unproven = contact_absence_unproven_because(site);
  Ways ways;
  count_shown(ways, presence, unproven);
  count_messengers(ways, site, unproven);
  count_chat(ways, site, unproven);
  if (const auto offer = callback_offer(site)) {
    ways.add(offer->evidence, Ways::spoken);
  } else {
    ways.may_lack(unproven, 1);
  }
  const BookingSearch booking = find_booking(site);
  // To book by writing is to write: no way of its own.
  if (booking.offer && !booking.offer->dead && booking.offer->direct != false) {
    ways.add(booking.offer->evidence, Ways::written);
  } else {
    ways.may_lack(unproven, 1);
  }
  Facts facts;
  ways.say(facts);
  return facts;
}

}  // namespace

const Check contact_ways_count{
    "contact-ways-count",
    {{"ways", "",
      "phone, e-mail, form, messengers (two count), chat, callback, booking, address with hours, "
      "social profile (one counts)"},
     {"spoken", "", "one of them is spoken"},
     {"written", "", "one of them is written"},
     {"live", "", "one of them is answered at once"}},
    measure};

}  // namespace touchstone::checks
