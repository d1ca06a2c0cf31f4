#pragma once

// The contact page of a site, or the section that stands in its place, and what it shows.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "checks/presence.h"
#include "site/page_class.h"
#include "site/site.h"

namespace touchstone {

struct ContactPlace {
  const Page* page = nullptr;
  std::optional<ContactSection> section;
  std::string text;  // visible
  std::vector<Element> pictures, links;
  Evidence evidence;
};

// Absent: neither page nor section was read. Where no section calls itself contacts, one counts to
// which a link such as "Find us" leads and which shows two ways at least.
std::optional<ContactPlace> contact_place(const Site& site, const Presence& presence);

// The names of those of the ten elements of a full contact page that it shows: phone, e-mail, form,
// address, map, hours, person, messenger, legal name, photo.
std::vector<std::string> elements_of(const Site& site, const Presence& presence,
                                     const ContactPlace& place);

// A picture of the place, by its text or its file's name.
bool shows_place_photo(const ContactPlace& place);

}  // namespace touchstone
