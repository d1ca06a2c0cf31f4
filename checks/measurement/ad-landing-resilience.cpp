#include <algorithm>

#include "checks/check.h"
#include "checks/content_text.h"
#include "checks/obstacle_at.h"
#include "checks/presence/shingles.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check ad_landing_resilience;

namespace {

// Home as an advertisement links it: with marks in the query that the site need not know.
bool keeps_marks(const Fetch& fetch) {
  return fetch.answered().query().find(fetch.asked.query()) != std::string_view::npos;
}

void say_landings(Facts& facts, const Site& site, const std::vector<const Visit*>& landings) {
  int failing = 0, dropping = 0, seen = 0;
  std::vector<Evidence> evidence;
  std::optional<Reason> why;
  for (const Visit* visit : landings) {
    const Fetch& fetch = visit->fetch;
    if (const auto unread = unreadable_because(fetch)) {
      why = unread;
      continue;
    }
    if (const auto obstacle = obstacle_at(site, *visit)) {
      why = obstacle->reason;
      continue;
    }
    ++seen;
    failing += !fetch.ok() ? 1 : 0;
    dropping += fetch.ok() && !keeps_marks(fetch) ? 1 : 0;
    if (fetch.ok() && keeps_marks(fetch)) continue;
    evidence.push_back(
        {fetch.asked.href(), "answer",
         fetch.fault
             ? std::string(to_string(fetch.fault->kind))
             : shorten(std::to_string(fetch.status()) + " " + fetch.answered().href(), 200)});
  }
  if (seen == 0) {
    const Reason reason = why.value_or(Reason::budget_exhausted);
    facts.unknown("failing", reason);
    facts.unknown("dropping", reason);
    return;
  }
  facts.say("failing", failing, evidence);
  facts.say("dropping", dropping, std::move(evidence));
}

struct Landed {
  const Visit* visit = nullptr;
  const Page* page = nullptr;  // null: nothing that could be read
};

// The marks of utm before others. `read` holds the page where the site has none of its bytes.
Landed landed_on(const Site& site, const std::vector<const Visit*>& landings,
                 std::optional<Page>& read) {
  Landed landed;
  for (const Visit* visit : landings) {
    if (landed.page && visit->note != "utm") continue;
    if (!visit->fetch.ok()) continue;
    std::optional<Page> fresh;
    const Page* page = page_at(site, *visit, fresh);
    if (!page || absence_unproven_because(*page)) continue;
    if (fresh) page = &read.emplace(std::move(*fresh));
    landed = {visit, page};
  }
  return landed;
}

// "marked", "clean", "none": the address that the page names as its own.
void say_canonical(Facts& facts, const Landed& landed) {
  const Document* const document = landed.page->document();
  if (!document) return void(facts.unknown("canonical", Reason::too_deep));
  const std::string asked = landed.visit->fetch.asked.href();
  for (const Element& link : document->find("//link[@rel and @href]")) {
    if (fold(collapse_spaces(*link.attribute("rel"))) != "canonical") continue;
    const std::string href = *link.attribute("href");
    const bool marked = href.find("utm_") != std::string::npos ||
                        href.find("gclid=") != std::string::npos ||
                        href.find("yclid=") != std::string::npos;
    facts.say("canonical", marked ? "marked" : "clean", {{asked, link.path(), shorten(href, 200)}});
    return;
  }
  facts.say("canonical", "none", {{asked, "/html/head", ""}});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(ad_landing_resilience, *why);
  const auto landings = site.visits(Role::landing);
  Facts facts;
  say_landings(facts, site, landings);
  std::optional<Page> read;
  const Landed landed = landed_on(site, landings, read);
  if (landed.page) {
    facts.say("alike", shingle_similarity(content_text(*site.home()), content_text(*landed.page)),
              {{landed.visit->fetch.asked.href(), "visible text", ""}});
    say_canonical(facts, landed);
  } else {
    const Reason why =
        absence_unproven_because(*site.home()).value_or(Reason::insufficient_evidence);
    facts.unknown("alike", why);
    facts.unknown("canonical", why);
  }
  return facts;
}

}  // namespace

const Check ad_landing_resilience{
    "ad-landing-resilience",
    {{"failing", "", "home does not answer when it is asked with an advertisement's marks"},
     {"dropping", "", "a redirect drops the marks"},
     {"alike", "%", "the text of the page so reached, against home's"},
     {"canonical", "", "the address that it names as its own: clean, marked, none"}},
    measure};

}  // namespace touchstone::checks
