#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <unordered_set>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/deep_summary.h"
#include "site/embedded.h"
#include "site/reading.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check server_errors;

namespace {

constexpr std::size_t enough = 20;

// The company's own failure; 503 says "later", which may be said to us alone.
bool is_failure(const Fetch& fetch) {
  return !fetch.fault && fetch.status() >= 500 && fetch.status() < 600 && fetch.status() != 503;
}

// All looks at one address of a page.
struct Looks {
  int failures = 0;
  bool last_failed = false, answered = false;
  const Visit* visit = nullptr;  // the last

  bool confirmed() const { return last_failed && failures >= 2; }
};

bool is_of_page(Role role) {
  return role == Role::home || role == Role::page || role == Role::link ||
         role == Role::sitemap_entry;
}

std::map<std::string, Looks> looks_at_pages(const Site& site) {
  std::map<std::string, Looks> looks;
  for (const Visit& visit : site.recording().visits) {
    const Fetch& fetch = visit.fetch;
    if (!is_of_page(visit.role) || !site.is_own(fetch.asked) || fetch.status() == 0) continue;
    Looks& at = looks[fetch.asked.without_fragment().href()];
    at.last_failed = is_failure(fetch);
    at.failures += at.last_failed ? 1 : 0;
    at.answered = at.answered || !unreadable_because(fetch);
    at.visit = &visit;
  }
  return looks;
}

// Home and what its header and menu lead to: no customer gets past them.
std::unordered_set<std::string> key_addresses(const Site& site) {
  std::unordered_set<std::string> keys;
  if (const Visit* home = site.visit(Role::home)) {
    keys.insert(home->fetch.asked.without_fragment().href());
  }
  if (!site.home()) return keys;
  for (const Link& link : site.home()->links()) {
    const bool framed = link.region == Region::header || link.region == Region::navigation;
    if (framed && link.url) keys.insert(link.url->without_fragment().href());
  }
  return keys;
}

Evidence evidence_of(const Looks& looks) {
  const Fetch& fetch = looks.visit->fetch;
  return {fetch.asked.href(), "status",
          std::to_string(fetch.status()) + ", errors: " + std::to_string(looks.failures)};
}

// The pages that failed in a deep crawl, at two looks each, beside those looked at here.
struct DeepErrors {
  std::int64_t pages = 0, failing = 0;
  std::vector<Evidence> evidence;
};

DeepErrors deep_errors(const Site& site, const std::map<std::string, Looks>& looks) {
  const auto& deep = site.recording().deep;
  DeepErrors errors;
  if (!deep) return errors;
  const auto here = static_cast<std::int64_t>(looks.size());
  errors.pages = std::max<std::int64_t>(0, deep->addresses - here);
  errors.failing = std::max(deep->server_errors, static_cast<std::int64_t>(deep->errors.size()));
  for (const DeepSummary::BrokenLink& error : deep->errors) {
    if (looks.contains(error.url)) {
      --errors.failing;
    } else if (errors.evidence.size() < enough) {
      errors.evidence.push_back(
          {error.url, "status", std::to_string(error.status) + ", errors: 2"});
    }
  }
  errors.failing = std::min(errors.failing, errors.pages);
  return errors;
}

void say_errors(Facts& facts, const Site& site) {
  const auto keys = key_addresses(site);
  int pages = 0, failing = 0, key_failing = 0, key_shaken = 0, confirmed = 0;
  std::vector<Evidence> all, key;
  const auto looked_at = looks_at_pages(site);
  for (const auto& [address, looks] : looked_at) {
    if (!looks.answered && looks.failures == 0) continue;
    ++pages;
    if (looks.failures == 0) continue;
    const bool is_key = keys.contains(address);
    failing += looks.last_failed ? 1 : 0;
    confirmed += looks.confirmed() ? 1 : 0;
    key_failing += is_key && looks.confirmed() ? 1 : 0;
    key_shaken += is_key ? 1 : 0;
    if (is_key && key.size() < enough) key.push_back(evidence_of(looks));
    if (looks.last_failed && all.size() < enough) all.push_back(evidence_of(looks));
  }
  if (pages == 0) {
    const Reason why = site.closed_because().value_or(Reason::no_source);
    for (const char* name : {"key_failing", "key_shaken", "failing", "failing_share"}) {
      facts.unknown(name, why);
    }
    return;
  }
  const DeepErrors deep = deep_errors(site, looked_at);
  const std::int64_t all_pages = pages + deep.pages, all_failing = failing + deep.failing;
  all.insert(all.end(), deep.evidence.begin(), deep.evidence.end());
  if (all.size() > enough) all.resize(enough);
  facts.say("key_failing", key_failing, key).signals = 2;  // two looks at each agree
  facts.say("key_shaken", key_shaken, std::move(key));
  facts.say("failing", all_failing, all);
  facts.say("failing_share", (100 * all_failing + all_pages - 1) / all_pages, std::move(all))
      .signals = std::max(1, failing + confirmed + (deep.failing > 0 ? 2 : 0));
}

const std::vector<std::unique_ptr<RE2>>& leaks() {
  static const auto patterns = [] {
    std::vector<std::unique_ptr<RE2>> list;
    for (const std::string_view line : embedded_list("checks/data/leaks.txt")) {
      list.push_back(std::make_unique<RE2>(re2::StringPiece(line.data(), line.size())));
    }
    return list;
  }();
  return patterns;
}

// What a page says in its own words; pages on programming show traces as code. An error page says
// all it says by itself.
std::string own_words(const Page& page) {
  if (page.fetch().status() >= 400) return page.text();
  const Reading reading(page);
  const auto& pieces = reading.pieces();
  std::string text;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].begin : reading.text().size();
    if (!pieces[i].code) text.append(reading.text(), pieces[i].begin, end - pieces[i].begin);
  }
  return text;
}

void say_leaks(Facts& facts, const Site& site) {
  std::vector<Evidence> evidence;
  bool read = false;
  for (const Visit& visit : site.recording().visits) {
    const Page* page = site.page(visit);
    if (!page || !page->document() || !site.is_own(page->url())) continue;
    read = true;
    const std::string text = collapse_spaces(fold(own_words(*page)));
    for (const auto& pattern : leaks()) {
      re2::StringPiece found;
      if (!pattern->Match(text, 0, text.size(), RE2::UNANCHORED, &found, 1)) continue;
      evidence.push_back({page->url().href(), "visible text", shorten(found.as_string(), 150)});
      break;
    }
    if (evidence.size() == enough) break;
  }
  if (evidence.empty() && !read) {
    facts.unknown("leaking_pages", site.closed_because().value_or(Reason::no_source));
  } else {
    const auto count = evidence.size();
    facts.say("leaking_pages", count, std::move(evidence));
  }
}

Facts measure(const Site& site, const Presence&) {
  Facts facts;
  say_errors(facts, site);
  say_leaks(facts, site);
  return facts;
}

}  // namespace

const Check server_errors{
    "server-errors",
    {{"key_failing", "", "of home and what its menu leads to, pages that failed at every look"},
     {"key_shaken", "", "of these, pages that failed at one look or more"},
     {"failing", "", "pages that failed at the last look"},
     {"failing_share", "%", "of the pages asked for, rounded up"},
     {"leaking_pages", "", "pages that show a trace or a path of the server"}},
    measure};

}  // namespace touchstone::checks
