
#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/phrase_list.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check status_page;

namespace {

struct StatusLink {
  const Page* page = nullptr;
  const Link* link = nullptr;
};

// On "status." of the company's own domain, or at a vendor of such pages.
std::optional<StatusLink> find_link(const Site& site) {
  const auto domain = registrable_domain(site.host());
  const std::string own = domain ? "status." + *domain : "";
  for (const Page* page : site.sample()) {
    for (const Link& link : page->links()) {
      if (!link.url) continue;
      const bool found = (!own.empty() && link.url->host() == own) ||
                         (!site.is_own(*link.url) && !vendor_of(*link.url, "status").empty());
      if (found) return StatusLink{page, &link};
    }
  }
  return std::nullopt;
}

void say_history(Facts& facts, const Site& site, const Visit& visit) {
  const Page* page = site.page(visit);
  const auto unread = unreadable_because(visit.fetch);
  if (unread || !page || page->text().empty()) {
    facts.unknown("history", unread.value_or(Reason::no_source));
    return;
  }
  const bool told = has_listed_phrase(fold(page->text()), "checks/data/incident-words.txt") &&
                    !dates_in(page->text(), 1).empty();
  say_shown(facts, "history", told, *page, {{page->url().href(), "visible text", ""}});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(status_page, *why);
  const auto found = find_link(site);
  if (!found) {
    if (const auto why = site_absence_unproven_because(site)) {
      return all_unknown(status_page, *why);
    }
    Facts facts = all_not_applicable(status_page);
    facts.say("present", false);
    return facts;
  }
  Facts facts;
  const Evidence evidence{found->page->url().href(), found->link->element.path(),
                          shorten(found->link->url->href(), 200)};
  facts.say("present", true, {evidence});
  const Visit* visit = site.visit_of(*found->link->url);
  if (!visit) {
    facts.unknown("dead", Reason::budget_exhausted);
    facts.unknown("history", Reason::budget_exhausted);
  } else if (leads_nowhere(visit->fetch)) {
    facts.say("dead", true, {evidence});
    facts.not_applicable("history");
  } else if (visit->fetch.status() == 0) {
    const Reason why = unreadable_because(visit->fetch).value_or(Reason::no_source);
    facts.unknown("dead", why);
    facts.unknown("history", why);
  } else {
    facts.say("dead", false, {evidence});
    say_history(facts, site, *visit);
  }
  return facts;
}

}  // namespace

const Check status_page{"status-page",
                        {{"present", "", "a page links to a page that tells how the services do"},
                         {"dead", "", "that link leads nowhere"},
                         {"history", "", "it tells of incidents or of uptime, with dates"}},
                        measure};

}  // namespace touchstone::checks
