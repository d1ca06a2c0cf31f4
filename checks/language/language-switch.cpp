#include <algorithm>
#include <set>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/language_versions.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check language_switch;

namespace {

constexpr std::size_t enough = 20;  // evidence

struct Switches {
  const Page* page = nullptr;
  std::vector<SwitchLink> links;
};

Evidence seen(const Page& page, const Link& link) {
  return {page.url().href(), link.element.path(), shorten(link.name() + " " + link.href, 150)};
}

bool is_start(const Url& url) {
  const std::string_view path = url.path();
  if (path == "/" || path.empty()) return true;
  const auto second = path.find('/', 1);
  const bool one_segment = second == path.npos || second + 1 == path.size();
  return one_segment && !language_in(url).empty();
}

void say_targets(Facts& facts, const Site& site, const std::vector<Switches>& pages) {
  std::set<std::string> targets;
  std::vector<Evidence> dead, at_start;
  int alive = 0, inner = 0;
  std::optional<Reason> unseen;
  for (const Switches& switches : pages) {
    const bool is_inner = !is_start(switches.page->url());
    bool starts_over = false;
    for (const SwitchLink& one : switches.links) {
      const Url& url = *one.link->url;
      starts_over = starts_over || (is_start(url) && one.language != switches.page->language());
      if (!targets.insert(url.without_fragment().href()).second) continue;
      const Visit* visit = site.visit_of(url.without_fragment());
      if (!visit) {
        unseen = site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
      } else if (const auto why = unreadable_because(visit->fetch)) {
        unseen = why;
      } else if (!leads_nowhere(visit->fetch)) {
        ++alive;
      } else if (dead.size() < enough) {
        dead.push_back(seen(*switches.page, *one.link));
      }
    }
    inner += is_inner ? 1 : 0;
    if (is_inner && starts_over) {
      at_start.push_back(seen(*switches.page, *switches.links.front().link));
    }
  }
  if (dead.empty() && alive == 0 && unseen) {
    facts.unknown("dead", *unseen);
  } else {
    facts.say("dead", dead.size(), dead);
  }
  facts.say("starts_over", inner > 0 && 2 * at_start.size() > static_cast<std::size_t>(inner),
            at_start);
}

void say_names(Facts& facts, const std::vector<Switches>& pages) {
  using Name = SwitchLink::Name;
  std::set<std::string> flags, foreign, proper;
  std::vector<Evidence> evidence;
  for (const Switches& switches : pages) {
    for (const SwitchLink& one : switches.links) {
      const bool good = one.name == Name::own || one.name == Name::code;
      auto& list = good ? proper : one.name == Name::flag ? flags : foreign;
      list.insert(one.language);
      if (!good && evidence.size() < enough) evidence.push_back(seen(*switches.page, *one.link));
    }
  }
  std::erase_if(flags, [&](const auto& one) { return proper.contains(one); });
  std::erase_if(foreign, [&](const auto& one) { return proper.contains(one); });
  facts.say("flags_alone", flags.size(), evidence);
  facts.say("foreign_names", foreign.size(), evidence);
}

bool in_header(const Switches& switches) {
  return std::any_of(switches.links.begin(), switches.links.end(), [](const SwitchLink& one) {
    return one.link->region == Region::header || one.link->region == Region::navigation;
  });
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(language_switch, *why);
  std::vector<Switches> pages;
  SampleShare share;
  for (const Page* page : site.sample()) {
    if (!page->document()) continue;
    Switches switches{page, switch_links(*page)};
    share.see(*page, !switches.links.empty() && in_header(switches));
    if (!switches.links.empty()) pages.push_back(std::move(switches));
  }
  const auto widgets = vendors_on(site, "translation");
  const bool present = !pages.empty() || !widgets.empty();
  const auto languages = served_languages(site).size();
  const auto unproven = site_absence_unproven_because(site);
  if (!present && unproven) return all_unknown(language_switch, *unproven);

  Facts facts = all_not_applicable(language_switch);
  facts.say("present", present);
  facts.say("languages", languages);
  if (!present) return facts;
  const bool by_machine = pages.empty();
  facts.say("by_machine", by_machine,
            by_machine ? std::vector{widgets.front().evidence} : std::vector<Evidence>{});
  if (by_machine) {
    facts.say("dead", 0);
    facts.say("starts_over", false);
    return facts;
  }
  say_targets(facts, site, pages);
  say_names(facts, pages);
  facts.say("home_alone",
            pages.size() == 1 && pages.front().page == site.home() && share.pages() > 1);
  share.say(facts, "in_header");
  return facts;
}

}  // namespace

const Check language_switch{
    "language-switch",
    {{"present", "", "links lead to the site in other languages, or a widget translates it"},
     {"languages", "", "languages that the site is offered in"},
     {"by_machine", "", "only a widget translates the pages"},
     {"dead", "", "links to other languages that lead nowhere"},
     {"starts_over", "", "on most inner pages the switch leads to the start of the language"},
     {"flags_alone", "", "languages that only a flag stands for"},
     {"foreign_names", "", "languages that are not named in themselves"},
     {"home_alone", "", "of the sample only the home page has the switch"},
     {"in_header", "%", "pages of the sample with the switch in the header"}},
    measure};

}  // namespace touchstone::checks
