#include <algorithm>
#include <set>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/presence/finders.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/page_class.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check contact_page;

namespace {

constexpr std::size_t kMostText = 60'000;

// The contact page, or the section that stands in its place.
struct Place {
  const Page* page = nullptr;
  std::optional<ContactSection> section;
  std::string text;  // visible
  std::vector<Element> pictures, links;
  Evidence evidence;
};

std::optional<Place> place_of(const Site& site) {
  Place place;
  place.page = page_of_class(site, "contact");
  std::optional<Element> root;
  if (!place.page) {
    place.section = contact_section(site);
    if (!place.section) return std::nullopt;
    place.page = place.section->page;
    root = place.section->element;
  } else if (place.page->document()) {
    root = place.page->document()->body();
  }
  if (root && *root) {
    place.text = visible_text(*root, kMostText);
    place.pictures = root->find(".//img");
    place.links = root->find(".//a[@href]");
  }
  const std::string anchor = place.section ? "#" + place.section->anchor : "";
  place.evidence = {place.page->url().href(), anchor, shorten(place.page->title(), 100)};
  return place;
}

bool has_word_of(std::string_view list, const std::vector<std::string>& words_of_text) {
  const auto items = embedded_list(list);
  const std::set<std::string_view> wanted(items.begin(), items.end());
  return std::any_of(words_of_text.begin(), words_of_text.end(),
                     [&](const auto& word) { return wanted.contains(word); });
}

bool has_phrase_of(std::string_view list, const std::string& folded) {
  const auto items = embedded_list(list);
  return std::any_of(items.begin(), items.end(),
                     [&](std::string_view item) { return contains_phrase(folded, fold(item)); });
}

std::string description(const Element& picture) {
  std::string text;
  for (const char* name : {"alt", "title", "src", "data-src", "class"}) {
    text += picture.attribute(name).value_or("") + " ";
  }
  return fold(text);
}

bool any_picture_of(const Place& place, std::string_view list) {
  const auto parts = embedded_list(list);
  return std::any_of(place.pictures.begin(), place.pictures.end(), [&](const Element& picture) {
    const std::string text = description(picture);
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
  });
}

int pictures_that_may_be_contacts(const Place& place) {
  return static_cast<int>(
      std::count_if(place.pictures.begin(), place.pictures.end(), [](const Element& picture) {
        const std::string source = fold(picture.attribute("src").value_or(""));
        const auto name = source.substr(source.find_last_of('/') + 1);
        return name.find("phone") != std::string::npos || name.find("tel") != std::string::npos ||
               name.find("mail") != std::string::npos;
      }));
}

bool names_a_person(const Place& place, const PageSource& source, const std::string& folded) {
  const bool published =
      std::any_of(source.things.begin(), source.things.end(), [](const auto& thing) {
        return thing.is_a("Person") ||
               (thing.is_a("ContactPoint") && thing.text("name").has_value());
      });
  if (published && !place.section) return true;
  return has_phrase_of("checks/data/person-signs.txt", folded);
}

// The ten elements of a full contact page, as far as the place shows them.
std::vector<std::string> elements_of(const Site& site, const Place& place,
                                     const std::vector<std::string>& words_of_text) {
  PageSources sources;
  sources.push_back(read_source(site, *place.page));
  sources.front().contact = true;
  const PageSource& source = sources.front();
  const std::string folded = fold(place.text);
  const auto shown = [&](const std::string& text) {
    return !place.section || folded.find(fold(text)) != std::string::npos;
  };
  std::vector<std::string> elements;
  const auto add = [&](const char* name, bool found) {
    if (found) elements.emplace_back(name);
  };
  const auto addresses = find_addresses(site, sources);
  const auto phones = find_phones(site, sources, addresses);
  add("phone", std::any_of(phones.begin(), phones.end(), [&](const Phone& phone) {
        return phone.printed ? shown(*phone.printed) : !place.section || phone.tel_link;
      }));
  const auto emails = find_emails(site, sources);
  add("e-mail", std::any_of(emails.begin(), emails.end(),
                            [&](const Email& email) { return shown(email.address); }));
  const auto on_page = [&](const std::string& url) { return url == place.page->url().href(); };
  const auto forms = find_forms(site);
  add("form", std::any_of(forms.begin(), forms.end(), [&](const FoundForm& form) {
        return form.kind == "contact" && on_page(form.url);
      }));
  add("address", std::any_of(addresses.begin(), addresses.end(),
                             [&](const PostalAddress& address) { return shown(address.text); }));
  add("map", shows_map(*place.page));
  add("hours", find_opening_hours(sources));
  add("person", names_a_person(place, source, folded));
  std::vector<NetworkLink> messengers, social;
  find_network_links(site, messengers, social);
  add("messenger", std::any_of(messengers.begin(), messengers.end(), [&](const auto& link) {
        return std::any_of(place.links.begin(), place.links.end(), [&](const Element& element) {
          const auto url = place.page->base().resolve(element.attribute("href").value_or(""));
          return url && url->host() == Url::parse(link.url).value_or(place.page->url()).host();
        });
      }));
  add("legal name", has_word_of("checks/data/legal-forms.txt", words_of_text));
  add("photo", any_picture_of(place, "checks/data/place-photos.txt"));
  return elements;
}

bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  return c == '.' || c == '!' || c == '?' || c == '\n' || text.substr(at).starts_with("。") ||
         text.substr(at).starts_with("।");
}

// A sentence of some length that speaks to the reader.
std::optional<std::string> invitation_in(std::string_view text) {
  constexpr std::size_t kLength = 40, kLengthCjk = 20;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && !ends_sentence(text, at)) continue;
    const std::string sentence = collapse_spaces(text.substr(begin, at - begin));
    begin = at + 1;
    const std::string folded = fold(sentence);
    const std::size_t wanted = mostly_cjk(folded) ? kLengthCjk : kLength;
    if (grapheme_count(sentence) < wanted) continue;
    if (mostly_cjk(folded) ? has_phrase_of("checks/data/reader-words.txt", folded)
                           : has_word_of("checks/data/reader-words.txt", words(folded))) {
      return sentence;
    }
  }
  return std::nullopt;
}

void say_completeness(Facts& facts, const Site& site, const Presence& presence,
                      const Place& place) {
  const auto elements = elements_of(site, place, words(fold(place.text)));
  std::string list;
  for (const auto& element : elements) list += (list.empty() ? "" : ", ") + element;
  Evidence evidence = place.evidence;
  evidence.excerpt = list;
  if (const auto why = absence_unproven_because(*place.page); why && elements.size() < 6) {
    facts.unknown("elements", *why, {evidence});
  } else {
    // The tree and the text were searched apart; both are whole.
    facts.say("elements", static_cast<int>(elements.size()), {evidence}).signals = 2;
  }
  facts.say("premises", !presence.addresses.empty());
  facts.say("image_contacts", pictures_that_may_be_contacts(place));
}

void say_speed(Facts& facts, const Place& place) {
  const auto first_byte = place.page->fetch().first_byte_us();
  if (first_byte <= 0) {
    facts.unknown("first_byte", Reason::not_captured);
  } else {
    facts.say("first_byte", static_cast<int>(first_byte / 1000), {place.evidence}).signals =
        place.page->fetch().attempt > 1 ? 2 : 1;
  }
}

void say_kind(Facts& facts, const Site& site, const Place& place) {
  constexpr std::size_t kFewPages = 5;
  const char* kind = !place.section                     ? "page"
                     : site.pages().size() <= kFewPages ? "one-page"
                                                        : "section";
  facts.say("kind", kind, {place.evidence});
}

bool has_vcard(const Place& place) {
  return std::any_of(place.links.begin(), place.links.end(), [](const Element& link) {
    const std::string href = fold(link.attribute("href").value_or(""));
    return href.ends_with(".vcf") || href.starts_with("data:text/vcard");
  });
}

Facts nothing_there(const Site& site) {
  Facts facts;
  // A page that refused us may be the one that a link promises.
  auto why = class_page(site, "contact").unproven;
  if (!why) why = site_absence_unproven_because(site, {"contact"});
  for (const auto& spec : contact_page.facts) {
    if (why) {
      facts.unknown(spec.name, *why);
    } else {
      facts.not_applicable(spec.name);
    }
  }
  if (!why) {
    facts.say("present", false);
    facts.say("kind", "none");
  }
  return facts;
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(contact_page, *why);
  const auto place = place_of(site);
  if (!place) return nothing_there(site);
  Facts facts;
  facts.say("present", true, {place->evidence});
  say_kind(facts, site, *place);
  say_completeness(facts, site, presence, *place);
  const auto invitation = invitation_in(place->text);
  facts.say("invites", invitation.has_value(),
            {{place->page->url().href(), "", shorten(invitation.value_or(""), 200)}});
  say_speed(facts, *place);
  facts.say("vcard", has_vcard(*place));
  facts.say("place_photo", any_picture_of(*place, "checks/data/place-photos.txt"));
  return facts;
}

}  // namespace

const Check contact_page{
    "contact-page",
    {{"present", "", "there is a contact page or section"},
     {"kind", "",
      "what it is: page, one-page (a section of a site of up to 5 pages), section (of a larger "
      "one), none"},
     {"elements", "",
      "how many it shows of: phone, e-mail, form, address, map, hours, person, messenger, legal "
      "name, photo of the place"},
     {"premises", "", "the company shows a postal address somewhere"},
     {"image_contacts", "", "pictures whose name says that contacts may be in them"},
     {"invites", "", "a sentence there speaks to the reader"},
     {"first_byte", "ms", "time to the first byte of its page"},
     {"vcard", "", "it offers a visiting card for the address book"},
     {"place_photo", "", "it shows a picture of the place"}},
    measure};

}  // namespace touchstone::checks
