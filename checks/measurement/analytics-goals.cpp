#include <re2/re2.h>

#include <array>
#include <set>

#include "checks/check.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check analytics_goals;

namespace {

constexpr std::size_t most_goals = 50;

// How counters are told of a goal, by their manuals; each captures the goal's name.
const std::array<RE2, 7>& calls() {
  static const std::array<RE2, 7> list{
      RE2(R"re(\bym\(\s*[\w.$]{1,40}\s*,\s*\\?['"]reachGoal\\?['"]\s*,\s*\\?['"]([^'"\\]{1,80}))re"),
      RE2(R"re(yaCounter\w{1,20}\.reachGoal\(\s*\\?['"]([^'"\\]{1,80}))re"),
      RE2(R"re(\bgtag\(\s*\\?['"]event\\?['"]\s*,\s*\\?['"]([^'"\\]{1,80}))re"),
      RE2(R"re(dataLayer\.push\(\s*\{\s*\\?['"]?event\\?['"]?\s*:\s*\\?['"]([^'"\\]{1,80}))re"),
      RE2(R"re(\bfbq\(\s*\\?['"]track(?:Custom)?\\?['"]\s*,\s*\\?['"]([^'"\\]{1,80}))re"),
      RE2(R"re(_paq\.push\(\s*\[\s*\\?['"]trackGoal\\?['"]\s*,\s*([\w.]{1,40}))re"),
      RE2(R"re(\bplausible\(\s*\\?['"]([^'"\\]{1,80}))re"),
  };
  return list;
}

// What every page says by itself is no goal.
bool is_goal(std::string_view name) {
  static const RE2 automatic("(?i)^(?:gtm\\..*|page_?view|pageview|optimize\\..*|init.*|view.*)$");
  return !RE2::FullMatch({name.data(), name.size()}, automatic);
}

void collect(const std::string& code, const std::string& url, std::set<std::string>& goals,
             std::vector<Evidence>& evidence) {
  for (const RE2& call : calls()) {
    re2::StringPiece rest(code);
    std::string name;
    while (goals.size() < most_goals && RE2::FindAndConsume(&rest, call, &name)) {
      if (!is_goal(name) || !goals.insert(fold(name)).second) continue;
      if (evidence.size() < 20) evidence.push_back({url, "script", shorten(name, 80)});
    }
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(analytics_goals, *why);
  const auto counters = vendors_on(site, "analytics");
  std::set<std::string> goals;
  std::vector<Evidence> evidence;
  for (const Page* page : site.sample()) {
    collect(page->html(), page->url().href(), goals, evidence);
  }
  for (const Visit* visit : site.visits(Role::resource)) {
    const Fetch& fetch = visit->fetch;
    const bool script = fetch.answered().path().ends_with(".js");
    if (!script || !fetch.ok() || !site.is_own(fetch.answered())) continue;
    collect(fetch.body, fetch.answered().href(), goals, evidence);
  }
  Facts facts;
  const auto unproven = absence_unproven_because(*site.home());
  const bool counted = !counters.empty() || !goals.empty();
  if (!counted && unproven) return all_unknown(analytics_goals, *unproven);
  facts.say("counter", counted);
  if (!counted) {
    facts.not_applicable("goals");
  } else if (goals.empty()) {
    // Goals may be set in the counter's own pages, where only the company sees them.
    facts.unknown("goals", Reason::manual_only);
  } else {
    facts.say("goals", static_cast<int>(goals.size()), std::move(evidence));
  }
  return facts;
}

}  // namespace

const Check analytics_goals{
    "analytics-goals",
    {{"counter", "", "a counter of visits is installed"},
     {"goals", "", "different goals that the code of pages and own scripts reports"}},
    measure};

}  // namespace touchstone::checks
