#include <re2/re2.h>

#include <algorithm>
#include <memory>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/contact_absence.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/page_text.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check feedback_way;

namespace {

bool opens_review(const Url& url) {
  static const auto addresses = [] {
    std::vector<std::unique_ptr<RE2>> read;
    for (const auto line : embedded_list("checks/data/review-writing.txt")) {
      read.push_back(std::make_unique<RE2>("(?i)" + std::string(line)));
    }
    return read;
  }();
  constexpr std::size_t kLongest = 2'000;
  const std::string& href = url.href();
  return href.size() <= kLongest &&
         std::any_of(addresses.begin(), addresses.end(),
                     [&](const auto& address) { return RE2::PartialMatch(href, *address); });
}

bool invites_review(const std::string& text) {
  constexpr std::size_t kLongest = 100;
  return !text.empty() && text.size() <= kLongest &&
         has_listed_phrase(fold(text), "checks/data/review-words.txt");
}

void say_review_link(Facts& facts, const Site& site) {
  for (const Page* page : site.sample()) {
    for (const Link& link : page->links()) {
      const bool found = (link.url && opens_review(*link.url)) || invites_review(link.name());
      if (!found) continue;
      facts.say("review_link", true,
                {{page->url().href(), link.element.path(), shorten(link.href, 200)}});
      return;
    }
  }
  if (const auto why = absence_unproven_because(*site.home())) {
    facts.unknown("review_link", *why);
  } else {
    facts.say("review_link", false);
  }
}

// Somebody who answers for it is named on its page.
bool names_responsible(const ClassPage& found) {
  constexpr std::size_t kMostText = 20'000;
  if (!found.page || !found.root) return false;
  std::string text = fold(visible_text(found.root, kMostText));
  if (found.link) text += "\n" + fold(found.link->name());
  return has_listed_phrase(text, "checks/data/responsible-persons.txt");
}

void say_way(Facts& facts, const Site& site, const Presence& presence) {
  const ClassPage found = class_page(site, "feedback");
  if (found.page || found.dead) {
    facts.say("way", found.dead ? "dead" : "own", {found.evidence()}).signals = found.dead ? 2 : 1;
    facts.say("named", names_responsible(found), {found.evidence()});
    return;
  }
  facts.not_applicable("named");
  const auto form = std::find_if(presence.forms.begin(), presence.forms.end(),
                                 [](const FoundForm& one) { return one.kind == "contact"; });
  if (found.unproven) {
    facts.unknown("way", *found.unproven);
  } else if (form != presence.forms.end()) {
    facts.say("way", "form", {{form->url, "", ""}});
  } else if (const auto why = contact_absence_unproven_because(site)) {
    facts.unknown("way", *why);
  } else {
    facts.say("way", "none");
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(feedback_way, *why);
  Facts facts;
  say_way(facts, site, presence);
  say_review_link(facts, site);
  return facts;
}

}  // namespace

const Check feedback_way{
    "feedback-way",
    {{"way", "",
      "how one praises and complains: own (a page for it), form (the general one), dead, none"},
     {"named", "", "the page for it names who answers"},
     {"review_link", "", "a link leads to where one writes a review"}},
    measure};

}  // namespace touchstone::checks
