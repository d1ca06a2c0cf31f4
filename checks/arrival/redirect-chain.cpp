#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/meta_refresh.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check redirect_chain;

namespace {

constexpr std::size_t enough = 20;

std::string way_of(const Fetch& fetch) {
  std::string way;
  for (const Hop& hop : fetch.hops) {
    if (way.size() > 300) break;
    way += (way.empty() ? "" : " -> ") + std::to_string(hop.status) + " " + hop.url.href();
  }
  if (fetch.fault) way += " " + std::string(to_string(fetch.fault->kind));
  return shorten(way, 200);
}

int detours(const Fetch& fetch) {
  return fetch.hops.empty() ? 0 : static_cast<int>(fetch.hops.size()) - 1;
}

bool is_circle(const Fetch& fetch) {
  constexpr int most_hops = 10;  // browsers give up at some twenty, people before
  const bool endless = fetch.fault && (fetch.fault->kind == FaultKind::redirect_loop ||
                                       fetch.fault->kind == FaultKind::too_many_redirects);
  return endless || detours(fetch) > most_hops;
}

// Of the ways in, and of the links to own pages.
void say_circles(Facts& facts, const Site& site) {
  int circles = 0;
  std::vector<Evidence> evidence;
  for (const Visit& visit : site.recording().visits) {
    const bool asked = visit.role == Role::home || visit.role == Role::entry ||
                       visit.role == Role::page || visit.role == Role::link;
    if (!asked || !site.is_own(visit.fetch.asked) || !is_circle(visit.fetch)) continue;
    ++circles;
    if (evidence.size() < enough) {
      evidence.push_back({visit.fetch.asked.href(), "redirects", way_of(visit.fetch)});
    }
  }
  facts.say("circles", circles, std::move(evidence));
}

// Another host or https is where the site lives for good; another path may follow the language.
bool is_move(const Hop& hop, const Url& next) {
  return hop.url.scheme() != next.scheme() || hop.url.host() != next.host();
}

void say_moves(Facts& facts, const Site& site) {
  int temporary = 0;
  std::vector<Evidence> evidence;
  std::set<std::string> told;
  for (const Visit& visit : site.recording().visits) {
    if (visit.role != Role::home && visit.role != Role::entry) continue;
    const auto& hops = visit.fetch.hops;
    for (std::size_t i = 0; i + 1 < hops.size(); ++i) {
      const int status = hops[i].status;
      const bool passing = status == 302 || status == 303 || status == 307;
      if (!passing || !is_move(hops[i], hops[i + 1].url)) continue;
      if (!told.insert(hops[i].url.href()).second) continue;
      ++temporary;
      if (evidence.size() < enough) {
        evidence.push_back({hops[i].url.href(), "status", std::to_string(status)});
      }
    }
  }
  facts.say("temporary_moves", temporary, std::move(evidence));
}

void say_refresh(Facts& facts, const Site& site) {
  const auto refresh = site.home() ? meta_refresh_of(*site.home()) : std::nullopt;
  if (refresh) {
    facts.say("refresh_after", refresh->seconds,
              {{site.home()->url().href(), refresh->element.path(), refresh->target.href()}});
  } else if (!site.home() || !site.home()->document()) {
    facts.unknown("refresh_after", home_closed_because(site).value_or(Reason::no_source));
  } else {
    facts.absent("refresh_after");
  }
}

// Only a slash at the end differs.
bool is_slash_apart(const Url& a, const Url& b) {
  const auto bare = [](std::string_view href) {
    return href.ends_with('/') ? href.substr(0, href.size() - 1) : href;
  };
  return bare(a.href()) == bare(b.href());
}

// Links within the site that lead to another address of it than they name. One habit of the slash
// is one detour, however many links have it.
void say_links(Facts& facts, const Site& site) {
  int followed = 0, redirected = 0;
  bool slash = false;
  std::vector<Evidence> evidence;
  std::set<std::string> known;
  for (const Visit& visit : site.recording().visits) {
    if (visit.role != Role::page && visit.role != Role::link) continue;
    const Fetch& fetch = visit.fetch;
    if (!fetch.ok() || !site.is_own(fetch.asked) || !known.insert(fetch.asked.href()).second) {
      continue;
    }
    ++followed;
    if (detours(fetch) == 0 || !site.is_own(fetch.answered())) continue;
    if (is_slash_apart(fetch.asked, fetch.answered())) {
      if (slash) continue;
      slash = true;
    }
    ++redirected;
    if (evidence.size() < enough) {
      evidence.push_back({visit.found_on ? visit.found_on->href() : fetch.asked.href(), "redirects",
                          way_of(fetch)});
    }
  }
  if (followed == 0) {
    facts.not_applicable("redirected_links");
  } else {
    facts.say("redirected_links", 100 * redirected / followed, std::move(evidence));
  }
}

Facts measure(const Site& site, const Presence&) {
  const Visit* home = site.visit(Role::home);
  if (!home) return all_unknown(redirect_chain, Reason::no_source);
  Facts facts;
  if (home->fetch.status() == 0 && !is_circle(home->fetch)) {
    facts.unknown("hops", site.closed_because().value_or(Reason::no_source));
  } else {
    facts.say("hops", detours(home->fetch),
              {{home->fetch.asked.href(), "redirects", way_of(home->fetch)}});
  }
  say_circles(facts, site);
  say_moves(facts, site);
  say_refresh(facts, site);
  say_links(facts, site);
  return facts;
}

}  // namespace

const Check redirect_chain{
    "redirect-chain",
    {{"hops", "", "redirects between the address that was typed and the home page"},
     {"circles", "", "own addresses whose redirects go round, or on for more than ten"},
     {"temporary_moves", "",
      "redirects to another host or to https that call themselves temporary"},
     {"refresh_after", "s", "the home page sends visitors on after that time"},
     {"redirected_links", "%", "followed links within the site that lead to another address"}},
    measure};

}  // namespace touchstone::checks
