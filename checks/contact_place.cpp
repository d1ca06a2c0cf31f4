#include "checks/contact_place.h"

#include <algorithm>
#include <set>

#include "checks/address_parts.h"
#include "checks/listed_words.h"
#include "checks/map_service.h"
#include "checks/people.h"
#include "checks/presence/finders.h"
#include "checks/presence/phone_shape.h"
#include "checks/presence/tel_link.h"
#include "site/embedded.h"
#include "site/page_text.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t most_text = 60'000;

bool has_word_of(std::string_view list, const std::vector<std::string>& words_of_text) {
  const auto items = embedded_list(list);
  const std::set<std::string_view> wanted(items.begin(), items.end());
  return std::any_of(words_of_text.begin(), words_of_text.end(),
                     [&](const auto& word) { return wanted.contains(word); });
}

std::string description(const Element& picture) {
  std::string text;
  for (const char* name : {"alt", "title", "src", "data-src", "class"}) {
    text += picture.attribute(name).value_or("") + " ";
  }
  return fold(text);
}

bool any_picture_of(const ContactPlace& place, std::string_view list) {
  const auto parts = embedded_list(list);
  return std::any_of(place.pictures.begin(), place.pictures.end(), [&](const Element& picture) {
    const std::string text = description(picture);
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
  });
}

// Only what stands in the section, where there is one.
class Shown {
 public:
  explicit Shown(const ContactPlace& place)
      : place_(place), folded_(fold(collapse_spaces(place.text))) {
    std::string_view text = place.text;
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      digits_ += digits_in(ascii_digits(text.substr(0, end))) + " ";
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    numbers_ = address_parts(place.text).numbers;
  }

  const std::string& folded() const { return folded_; }

  bool text(const std::string& text) const {
    return !place_.section || folded_.find(fold(collapse_spaces(text))) != std::string::npos;
  }

  // The same number may be printed in another way in the header.
  bool phone(const Phone& phone) const {
    if (!place_.section) return phone.printed || phone.tel_link;
    constexpr std::size_t national = 8;  // digits, without country and trunk prefix
    const auto number = digits_in(ascii_digits(phone.e164.value_or(phone.printed.value_or(""))));
    if (number.size() < 6) return false;
    const auto end = number.substr(number.size() - std::min(number.size(), national));
    return digits_.find(end) != std::string::npos ||
           std::any_of(place_.links.begin(), place_.links.end(), [&](const Element& link) {
             const auto target = tel_target(link.attribute("href").value_or(""));
             return target && digits_in(*target).find(end) != std::string::npos;
           });
  }

  bool email(const Email& email) const {
    return text(email.address) ||
           std::any_of(place_.links.begin(), place_.links.end(), [&](const Element& link) {
             const auto href = fold(link.attribute("href").value_or(""));
             return href.starts_with("mailto:") && href.find(fold(email.address)) != href.npos;
           });
  }

  // A long number, such as a postcode, tells an address that is printed in other words.
  bool address(const PostalAddress& address) const {
    const auto known = address_parts(address.text).numbers;
    const bool telling = std::any_of(known.begin(), known.end(),
                                     [](const auto& number) { return number.size() >= 4; });
    return (telling &&
            std::includes(numbers_.begin(), numbers_.end(), known.begin(), known.end())) ||
           (place_.section && text(address.text));
  }

 private:
  const ContactPlace& place_;
  std::string folded_, digits_;
  std::set<std::string> numbers_;
};

ContactPlace place_in(const Page& page, std::optional<ContactSection> section,
                      const std::optional<Element>& root) {
  ContactPlace place;
  place.page = &page;
  place.section = std::move(section);
  if (root && *root) {
    place.text = visible_text(*root, most_text);
    place.pictures = root->find(".//img");
    place.links = root->find(".//a[@href]");
  }
  const std::string anchor = place.section ? "#" + place.section->anchor : "";
  place.evidence = {page.url().href(), anchor, shorten(page.title(), 100)};
  return place;
}

// "Find us", on a menu: what it leads to on the start page, where two ways at least stand there.
std::optional<ContactSection> way_section(const Site& site, const Presence& presence) {
  constexpr int ways_needed = 2;
  const Page* const home = site.home();
  if (!home || !home->document()) return std::nullopt;
  for (const Link& link : home->links()) {
    if (!link.url || link.url->fragment().empty() || !site.is_own(*link.url)) continue;
    if (!has_listed_phrase(fold(link.name()), "checks/data/find-us-words.txt")) continue;
    const std::string id(link.url->fragment());
    if (id.find('\'') != std::string::npos) continue;
    const auto begin = home->document()->first("//body//*[@id='" + id + "']");
    if (!begin) continue;
    std::vector<Element> parts = begin->find("following-sibling::*[position() <= 2]");
    parts.insert(parts.begin(), *begin);
    for (const Element& part : parts) {
      const ContactPlace place = place_in(*home, ContactSection{home, id, part}, part);
      const Shown shown(place);
      const bool address =
          std::any_of(presence.addresses.begin(), presence.addresses.end(),
                      [&](const PostalAddress& one) { return shown.address(one); });
      if (contact_elements(*home, part) + address >= ways_needed) return place.section;
    }
  }
  return std::nullopt;
}

bool names_a_person(const Site& site, const ContactPlace& place, const PageSource& source,
                    const Shown& shown) {
  const bool published =
      std::any_of(source.things.begin(), source.things.end(), [](const auto& thing) {
        return thing.is_a("Person") ||
               (thing.is_a("ContactPoint") && thing.text("name").has_value());
      });
  if (published && !place.section) return true;
  if (has_listed_phrase(shown.folded(), "checks/data/person-signs.txt")) return true;
  const People people = find_people(site);
  return std::any_of(people.named.begin(), people.named.end(), [&](const NamedPerson& person) {
    return person.evidence.url == place.page->url().href() && shown.text(person.evidence.excerpt);
  });
}

bool links_to_map(const ContactPlace& place) {
  return std::any_of(place.links.begin(), place.links.end(), [&](const Element& link) {
    const auto url = place.page->base().resolve(link.attribute("href").value_or(""));
    return url && !map_service_of(*url).empty();
  });
}

}  // namespace

std::optional<ContactPlace> contact_place(const Site& site, const Presence& presence) {
  if (const Page* const page = page_of_class(site, "contact")) {
    std::optional<Element> body;
    if (page->document()) body = page->document()->body();
    return place_in(*page, std::nullopt, body);
  }
  auto section = contact_section(site);
  if (!section) section = way_section(site, presence);
  if (!section) return std::nullopt;
  return place_in(*section->page, section, section->element);
}

bool shows_place_photo(const ContactPlace& place) {
  return any_picture_of(place, "checks/data/place-photos.txt");
}

std::vector<std::string> elements_of(const Site& site, const Presence& presence,
                                     const ContactPlace& place) {
  PageSources sources;
  sources.push_back(read_source(site, *place.page));
  sources.front().contact = true;
  const PageSource& source = sources.front();
  const Shown shown(place);
  std::vector<std::string> elements;
  const auto add = [&](const char* name, bool found) {
    if (found) elements.emplace_back(name);
  };
  const auto addresses = find_addresses(site, sources);
  const auto phones = find_phones(site, sources, addresses);
  add("phone", std::any_of(phones.begin(), phones.end(),
                           [&](const Phone& phone) { return shown.phone(phone); }));
  const auto emails = find_emails(site, sources);
  add("e-mail", std::any_of(emails.begin(), emails.end(),
                            [&](const Email& email) { return shown.email(email); }));
  const auto on_page = [&](const std::string& url) { return url == place.page->url().href(); };
  add("form", std::any_of(presence.forms.begin(), presence.forms.end(), [&](const FoundForm& form) {
        return form.kind == "contact" && on_page(form.url);
      }));
  const bool own_address = !place.section && !addresses.empty();
  add("address", own_address || std::any_of(presence.addresses.begin(), presence.addresses.end(),
                                            [&](const auto& one) { return shown.address(one); }));
  add("map", shows_map(*place.page) || links_to_map(place));
  add("hours", find_opening_hours(sources));
  add("person", names_a_person(site, place, source, shown));
  add("messenger",
      std::any_of(presence.messengers.begin(), presence.messengers.end(), [&](const auto& link) {
        return std::any_of(place.links.begin(), place.links.end(), [&](const Element& element) {
          const auto url = place.page->base().resolve(element.attribute("href").value_or(""));
          return url && url->host() == Url::parse(link.url).value_or(place.page->url()).host();
        });
      }));
  add("legal name", has_word_of("checks/data/legal-forms.txt", words(fold(place.text))));
  add("photo", shows_place_photo(place));
  return elements;
}

}  // namespace touchstone
