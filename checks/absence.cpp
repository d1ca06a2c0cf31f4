#include "checks/absence.h"

#include <algorithm>

#include "checks/canonical.h"
#include "checks/unseen.h"
#include "site/page_class.h"

namespace touchstone {

namespace {

using Holders = std::initializer_list<std::string_view>;

// Of the pages that links led to: those that gave nothing to read.
struct Unread {
  const Visit* visit = nullptr;
  Reason reason;
};

bool was_left_out(const Fetch& fetch) {
  return fetch.fault && fetch.fault->kind == FaultKind::budget_exhausted;
}

std::vector<Unread> unread_pages(const Site& site) {
  std::vector<Unread> unread;
  for (const Visit* visit : site.visits(Role::page)) {
    if (site.visit_of(visit->fetch.asked) != visit) continue;  // a later look stands
    if (was_left_out(visit->fetch)) continue;                  // Recording::complete tells
    if (const auto why = unreadable_because(visit->fetch)) unread.push_back({visit, *why});
  }
  return unread;
}

// The link by which the page was found; null where it has none.
const Link* link_to(const Page& page, const Url& target) {
  for (const Link& link : page.links()) {
    if (link.url && link.url->path() == target.path() &&
        link.url->without_fragment() == target.without_fragment()) {
      return &link;
    }
  }
  return nullptr;
}

// The link that led there promises a page of one of those classes, or none that is known.
bool may_hold(const Site& site, const Visit& visit, Holders holders) {
  constexpr int promising = 5;
  const Visit* const from = visit.found_on ? site.visit_of(*visit.found_on) : nullptr;
  const Page* const page = from ? site.page(*from) : nullptr;
  const Link* const link = page ? link_to(*page, visit.fetch.asked) : nullptr;
  if (!link) return true;
  bool promises_other = false;
  for (const auto& name : page_classes()) {
    if (link_score(*link, name, page->language()) < promising) continue;
    if (std::find(holders.begin(), holders.end(), name) != holders.end()) return true;
    promises_other = true;
  }
  return !promises_other;
}

// Those that could show what one of those classes does; all where most pages refused us.
void leave_what_may_hold(const Site& site, Holders holders, std::vector<Unread>& unread) {
  if (holders.size() == 0 || unread.size() >= site.pages().size()) return;
  std::erase_if(unread, [&](const Unread& one) { return !may_hold(site, *one.visit, holders); });
}

// Home says that it stands on another host and leads there: its pages were not read.
bool lives_elsewhere(const Site& site) {
  const auto canonical = canonical_on(*site.home());
  if (!canonical || !canonical->url || site.is_own(*canonical->url)) return false;
  const auto& links = site.home()->links();
  return std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return link.url && link.url->host() == canonical->url->host();
  });
}

}  // namespace

std::optional<Reason> site_absence_unproven_because(const Site& site, Holders holders) {
  if (const auto why = home_closed_because(site)) return why;
  if (const auto why = absence_unproven_because(*site.home())) return why;
  if (lives_elsewhere(site)) return Reason::budget_exhausted;
  auto unread = unread_pages(site);
  const std::size_t led_to = site.pages().size() + unread.size();
  leave_what_may_hold(site, holders, unread);
  std::size_t unproven = unread.size();
  auto reason = unread.empty() ? std::nullopt : std::optional(unread.front().reason);
  for (const Page* page : site.pages()) {
    const auto why = absence_unproven_because(*page);
    unproven += why ? 1 : 0;
    if (why && !reason) reason = why;
  }
  if (unproven * 5 > led_to) return reason;
  if (site.recording().foreign) return Reason::not_captured;
  if (!site.recording().complete) return Reason::budget_exhausted;
  return std::nullopt;
}

bool looked_for_by_guess(const Site& site, std::string_view page_class) {
  return site.visit(Role::guessed, page_class) != nullptr;
}

}  // namespace touchstone
