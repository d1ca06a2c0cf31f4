#include <algorithm>

#include "checks/address_parts.h"
#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/presence/finders.h"
#include "checks/served_countries.h"
#include "checks/unseen.h"
#include "checks/web_host_notice.h"
#include "site/embedded.h"
#include "site/page_class.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check postal_address;

namespace {

// An address with the place where it was read.
struct Sighting {
  AddressParts parts;
  Evidence evidence;
};

// What one page shows to people.
std::vector<Sighting> shown_on(const Site& site, const Page* page) {
  std::vector<Sighting> found;
  if (!page) return found;
  PageSources sources;
  sources.push_back(read_source(site, *page));
  sources.front().things.clear();
  for (const PostalAddress& address : distinct_places(find_addresses(site, sources))) {
    found.push_back(
        {address_parts(address.text), {address.url, "text", shorten(address.text, 200)}});
  }
  return found;
}

std::vector<Sighting> published_on(const Site& site) {
  std::vector<Sighting> found;
  for (const Page* page : site.sample()) {
    for (const Thing& thing : structured_data_of(*page).things) {
      if (!thing.is_a("PostalAddress")) continue;
      const Sighting sighting{
          address_parts(thing),
          {page->url().href(), "structured data",
           shorten(thing.text("streetAddress").value_or(thing.text("addressLocality").value_or("")),
                   200)}};
      const bool known = std::any_of(found.begin(), found.end(), [&](const Sighting& other) {
        return sighting.parts.same_place(other.parts);
      });
      constexpr std::size_t kMost = 50;
      if (!known && found.size() < kMost) found.push_back(sighting);
    }
  }
  return found;
}

bool needs_no_postcode(const Site& site, const Presence& presence) {
  const auto countries = served_countries(site, presence);
  const auto list = embedded_list("checks/data/countries-without-postcode.txt");
  return !countries.empty() &&
         std::all_of(countries.begin(), countries.end(), [&](const auto& country) {
           return std::find(list.begin(), list.end(), country.first) != list.end();
         });
}

int completeness(const AddressParts& parts, bool without_postcode) {
  const bool postcode = parts.postcode || without_postcode;
  if (parts.street && parts.city && postcode) return 2;
  return parts.street || parts.postcode ? 1 : 0;
}

// The fullest address decides.
void say_parts(Facts& facts, const std::vector<Sighting>& all, bool without_postcode) {
  static const char* const kNames[] = {"city", "partial", "full"};
  const Sighting* best = &all.front();
  for (const Sighting& one : all) {
    if (completeness(one.parts, without_postcode) > completeness(best->parts, without_postcode)) {
      best = &one;
    }
  }
  facts.say("parts", kNames[completeness(best->parts, without_postcode)], {best->evidence})
      .signals = 2;
  const AddressParts& parts = best->parts;
  const bool postcode = parts.postcode || without_postcode;
  const int lacking = !parts.street + !parts.city + !postcode;
  facts.say("lacking", lacking == 0    ? "nothing"
                       : lacking > 1   ? "several"
                       : !parts.street ? "street"
                       : !parts.city   ? "city"
                                       : "postcode");
}

bool comparable(const std::vector<Sighting>& place) {
  return std::any_of(place.begin(), place.end(), [](const Sighting& one) {
    return one.parts.street && !one.parts.numbers.empty();
  });
}

bool is_shared(const std::vector<Sighting>& a, const std::vector<Sighting>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Sighting& one) {
    return std::any_of(b.begin(), b.end(),
                       [&](const Sighting& other) { return one.parts.same_place(other.parts); });
  });
}

// Notices repeat the address, but name authorities, courts and vendors as well: what differs there
// is no contradiction.
bool stands_in_notice(const Site& site, const std::vector<std::vector<Sighting>>& places) {
  constexpr std::size_t kMost = 6;
  std::size_t read = 0;
  for (const Page* page : site.pages()) {
    if (page == site.home() || read == kMost) continue;
    const auto classes = classes_of(site, *page);
    const bool terms = std::find(classes.begin(), classes.end(), "terms") != classes.end();
    if (!terms && !is_notice(site, *page)) continue;
    ++read;
    const auto shown = shown_on(site, page);
    for (const auto& place : places) {
      if (comparable(place) && place.front().evidence.url != page->url().href() &&
          is_shared(place, shown)) {
        return true;
      }
    }
  }
  return false;
}

// One address each in two places; several beside each other are branches.
void say_consistent(Facts& facts, const Site& site,
                    const std::vector<std::vector<Sighting>>& places) {
  int compared = 0, differing = 0;
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (std::size_t j = i + 1; j < places.size(); ++j) {
      if (!comparable(places[i]) || !comparable(places[j])) continue;
      ++compared;
      const bool shared = is_shared(places[i], places[j]);
      if (shared) continue;
      if (places[i].size() > 1 || places[j].size() > 1) {
        --compared;
        continue;
      }
      ++differing;
      evidence.push_back(places[i].front().evidence);
      evidence.push_back(places[j].front().evidence);
    }
  }
  const bool same = compared > 0 || (differing == 0 && stands_in_notice(site, places));
  const char* const unity = differing > 0 ? "different" : same ? "same" : "alone";
  // Each place was read by itself.
  facts.say("unity", unity, std::move(evidence)).signals = 2;
}

// The footer of the start page tells an address that was found on the pages.
void say_placed(Facts& facts, const Page& home, const std::vector<Sighting>& all) {
  const Reading reading(home);
  const auto& pieces = reading.pieces();
  std::string footer;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].region != Region::footer) continue;
    const auto end = i + 1 < pieces.size() ? pieces[i + 1].begin : reading.text().size();
    footer += reading.text().substr(pieces[i].begin, end - pieces[i].begin) + "\n";
  }
  const AddressParts shown = address_parts(footer.substr(0, 5'000));
  const bool placed = std::any_of(all.begin(), all.end(), [&](const Sighting& one) {
    const auto& numbers = one.parts.numbers;
    return !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), [&](const auto& number) {
      return shown.numbers.contains(number);
    });
  });
  const auto why = absence_unproven_because(home);
  if (!placed && why) {
    facts.unknown("in_footer", *why);
  } else {
    facts.say("in_footer", placed);
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(postal_address, *why);
  const Page* const contact = page_of_class(site, "contact");
  std::vector<std::vector<Sighting>> places{
      shown_on(site, site.home()), shown_on(site, contact == site.home() ? nullptr : contact),
      published_on(site)};
  std::vector<Sighting> all;
  for (const auto& place : places) all.insert(all.end(), place.begin(), place.end());
  for (const PostalAddress& address : presence.addresses) {
    all.push_back({address_parts(address.text), {address.url, "text", shorten(address.text, 200)}});
  }
  if (all.empty()) return no_contact_found(postal_address, site);
  Facts facts;
  facts.say("present", true, {all.front().evidence});
  say_parts(facts, all, needs_no_postcode(site, presence));
  say_consistent(facts, site, places);
  say_placed(facts, *site.home(), all);
  return facts;
}

}  // namespace

const Check postal_address{
    "postal-address",
    {{"present", "", "a postal address is shown or published"},
     {"parts", "",
      "what the fullest one tells: full (street, number, city, postcode), partial, city"},
     {"lacking", "", "what it does not tell: nothing, street (or number), city, postcode, several"},
     {"unity", "",
      "start page, contact page, structured data and notices name: same, different, alone"},
     {"in_footer", "", "the footer of the start page shows it"}},
    measure};

}  // namespace touchstone::checks
