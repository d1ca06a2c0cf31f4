#include <algorithm>
#include <set>

#include "checks/actions.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/sample_share.h"
#include "checks/unseen.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check primary_call_to_action;

namespace {

constexpr int top = 30;  // percent of the page's text

Evidence seen(const Page& page, const Action& action) {
  return {page.url().href(), action.element.path(), action.text};
}

bool at_top(const Action& action) {
  return action.in_header || action.position <= top;
}

// Why a page without actions may have some all the same.
std::optional<Reason> unproven(const Page& page) {
  if (const auto why = absence_unproven_because(page)) return why;
  if (!knows_actions(page)) return Reason::language_unsupported;
  return std::nullopt;
}

void say_first(Facts& facts, const Page& home, const std::vector<Action>& actions) {
  if (actions.empty()) {
    if (const auto why = unproven(home)) {
      facts.unknown("first_at", *why);
      facts.unknown("in_header", *why);
    } else {
      facts.absent("first_at").signals = 2;  // neither a word nor a number to call
      facts.say("in_header", false);
    }
    return;
  }
  const auto header = std::find_if(actions.begin(), actions.end(),
                                   [](const Action& action) { return action.in_header; });
  facts.say("first_at", actions.front().position, {seen(home, actions.front())});
  facts.say("in_header", header != actions.end(),
            {seen(home, header != actions.end() ? *header : actions.front())});
}

// How many different things the top of the page asks for.
void say_focus(Facts& facts, const Page& home, const std::vector<Action>& actions) {
  std::set<std::string> kinds;
  std::vector<Evidence> evidence;
  for (const Action& action : actions) {
    if (at_top(action) && kinds.insert(action.kind).second) {
      evidence.push_back(seen(home, action));
    }
  }
  if (kinds.empty()) {
    facts.not_applicable("choices");
  } else {
    facts.say("choices", static_cast<int>(kinds.size()), std::move(evidence));
  }
}

void say_repeat(Facts& facts, const Site& site, const Presence& presence) {
  SampleShare share;
  for (const Page* page : site.sample()) {
    const bool acts = !actions_of(*page, presence.messengers).empty();
    const bool readable = acts || knows_actions(*page) || absence_unproven_because(*page);
    if (readable) share.see(*page, acts, "links and buttons");
  }
  share.say(facts, "repeat");
}

bool has_anchor(const Page& page, const std::string& name) {
  const auto named = page.document()->find("//*[@id] | //a[@name]");
  return std::any_of(named.begin(), named.end(), [&](const Element& element) {
    return element.attribute("id") == name || element.attribute("name") == name;
  });
}

// A window or a form that a script opens has an address that says nothing.
bool leads_somewhere(const Page& home, const Action& action) {
  if (action.kind == "tel:" || action.kind == "messenger" || action.href == "#") return false;
  const auto url = home.base().resolve(action.href);
  return !action.href.empty() && url &&
         url->fragment().find_first_of("!/:=?&~") == std::string_view::npos;
}

// Whether the first action with an address leads there.
void say_works(Facts& facts, const Site& site, const std::vector<Action>& actions) {
  const Page& home = *site.home();
  const auto first = std::find_if(actions.begin(), actions.end(), [&](const Action& action) {
    return leads_somewhere(home, action);
  });
  if (first == actions.end()) {
    const bool script = std::any_of(actions.begin(), actions.end(), [](const Action& action) {
      return action.kind != "tel:" && action.kind != "messenger";
    });
    script ? facts.unknown("works", Reason::no_source) : facts.not_applicable("works");
    return;
  }
  const Url url = *home.base().resolve(first->href);
  Evidence evidence = seen(home, *first);
  evidence.excerpt = shorten(evidence.excerpt + " -> " + url.href(), 200);
  if (url.without_fragment() == home.url().without_fragment()) {
    const std::string anchor = percent_decode(url.fragment());
    const bool found = anchor.empty() || fold(anchor) == "top" || has_anchor(home, anchor);
    const auto why = absence_unproven_because(home);
    !found&& why ? facts.unknown("works", *why, {evidence}) : facts.say("works", found, {evidence});
    return;
  }
  const Visit* visit = site.visit_of(url);
  if (!visit) {
    facts.unknown("works", Reason::budget_exhausted, {evidence});
  } else if (leads_nowhere(visit->fetch)) {
    facts.say("works", false, {evidence});
  } else if (visit->fetch.ok()) {
    facts.say("works", true, {evidence});
  } else {
    facts.unknown("works", unreadable_because(visit->fetch).value_or(Reason::no_source),
                  {evidence});
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(primary_call_to_action, *why);
  const Page& home = *site.home();
  const auto actions = actions_of(home, presence.messengers);
  Facts facts;
  say_first(facts, home, actions);
  say_focus(facts, home, actions);
  say_repeat(facts, site, presence);
  say_works(facts, site, actions);
  return facts;
}

}  // namespace

const Check primary_call_to_action{
    "primary-call-to-action",
    {{"first_at", "%", "how much of the home page's text stands before its first action"},
     {"in_header", "", "an action stands in the header of the home page"},
     {"choices", "", "different actions in the header and the first 30 % of the text"},
     {"repeat", "%", "pages of the sample with an action"},
     {"works", "", "the first action with an address leads there"}},
    measure};

}  // namespace touchstone::checks
