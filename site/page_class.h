#pragma once

// What a page is for the customer, from words to classes.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"
#include "site/site.h"

namespace touchstone {

// The class names are the vocabulary's concepts: "contact", "about", "privacy", "prices", ...
const std::vector<std::string>& page_classes();

// How strongly a link promises a class, before its page was fetched: link text +5 / +3, path +4/+2.
int link_score(const Link& link, std::string_view page_class, std::string_view language);

// A section of a page that serves as the contact "page".
struct ContactSection {
  const Page* page = nullptr;
  std::string anchor;  // the id that a link can name; empty when it has none
  Element element;     // the section's container, or its heading
};

// The contact elements that a piece of text or tree shows: phone, e-mail, address, form, map,
// messenger, hours. A coarse count for classing; checks/presence has the precise one.
int contact_elements(const Page& page, const Element& within);

// "The" page of a class: lowest click depth, highest score, shortest URL. Null when there is none.
const Page* page_of_class(const Site& site, std::string_view page_class);
std::vector<std::string> classes_of(const Site& site, const Page& page);

// The section of the home page (or the only page) that serves as contact page; absent when none.
std::optional<ContactSection> contact_section(const Site& site);

}  // namespace touchstone
