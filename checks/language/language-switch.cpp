#include <algorithm>
#include <set>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/language_buttons.h"
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
  std::vector<LanguageButton> buttons;  // where no link does it

  bool none() const { return links.empty() && buttons.empty(); }
};

Switches switches_of(const Page& page) {
  Switches switches{&page, switch_links(page), {}};
  if (switches.links.empty()) switches.buttons = language_buttons(page);
  return switches;
}

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
  const auto note = [&](const LanguageName& named, const Evidence& where) {
    const bool good = named.name == Name::own || named.name == Name::code;
    auto& list = good ? proper : named.name == Name::flag ? flags : foreign;
    list.insert(named.language);
    if (!good && evidence.size() < enough) evidence.push_back(where);
  };
  for (const Switches& switches : pages) {
    for (const SwitchLink& one : switches.links) {
      note({one.language, one.name}, seen(*switches.page, *one.link));
    }
    for (const LanguageButton& one : switches.buttons) {
      note(one.names, {switches.page->url().href(), one.element.path(), one.text});
    }
  }
  std::erase_if(flags, [&](const auto& one) { return proper.contains(one); });
  std::erase_if(foreign, [&](const auto& one) { return proper.contains(one); });
  facts.say("flags_alone", flags.size(), evidence);
  facts.say("foreign_names", foreign.size(), evidence);
}

bool in_header(const Switches& switches) {
  const auto above = [](Region region) {
    return region == Region::header || region == Region::navigation;
  };
  return std::any_of(switches.links.begin(), switches.links.end(),
                     [&](const SwitchLink& one) { return above(one.link->region); }) ||
         std::any_of(switches.buttons.begin(), switches.buttons.end(),
                     [&](const LanguageButton& one) { return above(one.region); });
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(language_switch, *why);
  std::vector<Switches> pages;
  SampleShare share;
  for (const Page* page : site.sample()) {
    if (!page->document()) continue;
    Switches switches = switches_of(*page);
    share.see(*page, in_header(switches));
    if (!switches.none()) pages.push_back(std::move(switches));
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
  const bool by_script = std::all_of(pages.begin(), pages.end(),
                                     [](const Switches& one) { return one.links.empty(); });
  if (by_script) {
    facts.unknown("dead", Reason::js_rendered);
    facts.unknown("starts_over", Reason::js_rendered);
  } else {
    say_targets(facts, site, pages);
  }
  say_names(facts, pages);
  facts.say("home_alone",
            pages.size() == 1 && pages.front().page == site.home() && share.pages() > 1);
  share.say(facts, "in_header");
  return facts;
}

}  // namespace

const Check language_switch{
    "language-switch",
    {{"present", "",
      "links lead to the site in other languages, buttons change it, or a widget translates it"},
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
