#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/contact_absence.h"
#include "checks/contact_frame.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check contact_discoverability;

namespace {

// Where the contacts stand, as a link would lead there.
struct Target {
  const Page* page = nullptr;  // null: neither page nor section was read
  std::string anchor;          // of a section
  bool guessed = false;        // no link leads to it
  std::optional<Url> closed;   // where links lead to a contact page that refused us

  bool known() const { return page || closed; }
};

Target target_of(const Site& site) {
  if (const Page* page = page_of_class(site, "contact")) {
    return {page, "", site.visit_of(*page).role == Role::guessed, {}};
  }
  if (const auto section = contact_section(site))
    return {section->page, section->anchor, false, {}};
  const ClassPage promised = class_page(site, "contact");
  if (!promised.linked() || !promised.visit || promised.dead) return {};
  return {nullptr, "", false, promised.visit->fetch.asked.without_fragment()};
}

bool leads_there(const Link& link, const Target& target) {
  if (!link.url || !target.known()) return false;
  if (!target.anchor.empty() && link.url->fragment() != target.anchor) return false;
  const Url address = link.url->without_fragment();
  if (target.closed) return address == *target.closed;
  return address == target.page->url().without_fragment() ||
         address == target.page->fetch().asked.without_fragment();
}

// A phone number or address that is written on the start page itself.
std::optional<Evidence> details_on_home(const Site& site, const Presence& presence) {
  const std::string home = site.home()->url().href();
  for (const auto& phone : presence.phones) {
    if (phone.url == home)
      return Evidence{home, phone.place, phone.printed.value_or(phone.tel_href)};
  }
  for (const auto& email : presence.emails) {
    if (email.url == home) return Evidence{home, email.place, email.address};
  }
  return std::nullopt;
}

bool every_page_behind_home_was_read(const Site& site) {
  const auto& links = site.home()->links();
  return std::all_of(links.begin(), links.end(), [&](const Link& link) {
    return !link.url || !site.is_own(*link.url) || site.visit_of(*link.url);
  });
}

void say_clicks(Facts& facts, const Site& site, const Presence& presence, const Target& target) {
  constexpr int kFar = 3;
  if (const auto details = details_on_home(site, presence)) {
    facts.say("clicks", 0, {*details});
    return;
  }
  if (target.page == site.home()) {
    facts.say("clicks", 0, {{site.home()->url().href(), "#" + target.anchor, ""}});
    return;
  }
  if (target.page && !target.guessed) {
    const int clicks = site.depth(*target.page);
    if (clicks >= kFar && !every_page_behind_home_was_read(site)) {
      facts.unknown("clicks", Reason::budget_exhausted);
    } else {
      facts.say("clicks", clicks, {{target.page->url().href(), "", target.page->title()}}).signals =
          2;
    }
    return;
  }
  if (const auto why = contact_absence_unproven_because(site)) {
    facts.unknown("clicks", *why);
  } else {
    facts.absent("clicks").signals = target.guessed || looked_for_by_guess(site, "contact") ? 2 : 1;
  }
}

bool has_phrase_of(const std::string& text, const std::string& language) {
  const std::string folded = fold(text, language == "tr");
  const auto& phrases = words_of(language, "contact").phrases;
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const auto& phrase) { return contains_phrase(folded, phrase); });
}

// The best wording among the links that lead there, and whether it speaks the page's language.
void say_link(Facts& facts, const Site& site, const Target& target) {
  if (!target.known()) {
    facts.not_applicable("link_text");
    facts.not_applicable("own_language");
    return;
  }
  const Link* named = nullptr;
  const Link* other = nullptr;
  const Page* page_of_named = nullptr;
  for (const Page* page : site.pages()) {
    for (const auto& link : page->links()) {
      if (!leads_there(link, target)) continue;
      const bool word = !link.text.empty() && match_concept(link.text, "contact") != Match::none;
      if (word && !named) {
        named = &link;
        page_of_named = page;
      }
      if (!word && !other) other = &link;
    }
    if (named) break;
  }
  const auto evidence = [](const Page& page, const Link& link) {
    return std::vector<Evidence>{
        {page.url().href(), link.element.path(), shorten(link.name(), 100)}};
  };
  if (named) {
    facts.say("link_text", "word", evidence(*page_of_named, *named));
    const std::string language = page_of_named->language();
    if (language.empty() || words_of(language, "contact").phrases.empty()) {
      facts.unknown("own_language", Reason::language_unsupported);
    } else {
      facts.say("own_language", has_phrase_of(named->text, language),
                evidence(*page_of_named, *named));
    }
    return;
  }
  facts.not_applicable("own_language");
  if (other) {
    facts.say("link_text", "unusual", evidence(*site.home(), *other));
  } else if (target.guessed) {
    facts.say("link_text", "guessed", {{target.page->url().href(), "", target.page->title()}});
  } else {
    facts.not_applicable("link_text");
  }
}

bool is_framed(const Page& page, const Target& target) {
  if (&page == target.page && target.anchor.empty()) return true;
  const auto& links = page.links();
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return link.region != Region::main && leads_there(link, target);
  });
}

void say_place(Facts& facts, const Site& site, const Presence& presence, const Target& target) {
  ContactFrames frames(site, presence);
  int pages = 0, framed = 0;
  std::vector<Evidence> lacking;
  for (const Page* page : site.sample()) {
    const bool reaches = !frames.of(*page).ways.empty();
    if (absence_unproven_because(*page)) continue;
    ++pages;
    if (reaches || is_framed(*page, target)) {
      ++framed;
    } else {
      lacking.push_back({page->url().href(), "header, footer", ""});
    }
  }
  if (pages == 0) {
    facts.unknown("framed", Reason::insufficient_evidence);
  } else {
    facts.say("framed", (100 * framed + pages / 2) / pages, std::move(lacking));
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) {
    return all_unknown(contact_discoverability, *why);
  }
  Facts facts;
  const Target target = target_of(site);
  say_clicks(facts, site, presence, target);
  say_link(facts, site, target);
  say_place(facts, site, presence, target);
  return facts;
}

}  // namespace

const Check contact_discoverability{
    "contact-discoverability",
    {{"clicks", "", "clicks from home to a phone number, an e-mail address or the contact page"},
     {"link_text", "", "how the way there is named: word, unusual (icon or other words), guessed"},
     {"framed", "%", "pages of the sample with a way to contact in their header or footer"},
     {"own_language", "", "the contact link is written in the language of its page"}},
    measure};

}  // namespace touchstone::checks
