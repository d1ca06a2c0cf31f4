#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/contact_place.h"
#include "checks/unseen.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check contact_page;

namespace {

int pictures_that_may_be_contacts(const ContactPlace& place) {
  return static_cast<int>(
      std::count_if(place.pictures.begin(), place.pictures.end(), [](const Element& picture) {
        const std::string source = fold(picture.attribute("src").value_or(""));
        const auto name = source.substr(source.find_last_of('/') + 1);
        return name.find("phone") != std::string::npos || name.find("tel") != std::string::npos ||
               name.find("mail") != std::string::npos;
      }));
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
    if (has_listed_phrase(folded, "checks/data/reader-words.txt") ||
        has_listed_phrase(folded, "checks/data/invitations.txt")) {
      return sentence;
    }
  }
  return std::nullopt;
}

void say_completeness(Facts& facts, const Site& site, const Presence& presence,
                      const ContactPlace& place) {
  const auto elements = elements_of(site, presence, place);
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

void say_speed(Facts& facts, const ContactPlace& place) {
  const auto first_byte = place.page->fetch().first_byte_us();
  if (first_byte <= 0) {
    facts.unknown("first_byte", Reason::not_captured);
  } else {
    facts.say("first_byte", static_cast<int>(first_byte / 1000), {place.evidence}).signals =
        place.page->fetch().attempt > 1 ? 2 : 1;
  }
}

void say_kind(Facts& facts, const Site& site, const ContactPlace& place) {
  constexpr std::size_t kFewPages = 5;
  const char* kind = !place.section                     ? "page"
                     : site.pages().size() <= kFewPages ? "one-page"
                                                        : "section";
  facts.say("kind", kind, {place.evidence});
}

bool has_vcard(const ContactPlace& place) {
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
  const auto place = contact_place(site, presence);
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
  facts.say("place_photo", shows_place_photo(*place));
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
