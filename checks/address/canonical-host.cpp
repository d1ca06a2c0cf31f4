#include <algorithm>
#include <map>
#include <set>

#include "checks/check.h"
#include "checks/meta_refresh.h"
#include "checks/obstacle_at.h"
#include "site/media_type.h"
#include "site/public_suffix.h"

namespace touchstone::checks {

extern const Check canonical_host;

namespace {

// One of the ways in: http or https, with or without www.
struct Entry {
  Url asked;
  enum class End { arrived, failed, unseen } end = End::unseen;
  std::optional<Url> reached;    // where a customer's browser ends, when it arrived
  const Fetch* fetch = nullptr;  // null: known to fail from the DNS alone
  bool meta_refresh = false;
};

std::optional<Url> refresh_target(const Site& site, const Visit& visit) {
  std::optional<Page> fresh;
  const Page* const page = page_at(site, visit, fresh);
  const auto refresh = page ? meta_refresh_of(*page) : std::nullopt;
  return refresh ? std::optional(refresh->target) : std::nullopt;
}

Entry entry_of(const Site& site, const Visit& visit) {
  const Fetch& fetch = visit.fetch;
  Entry entry{fetch.asked, Entry::End::failed, {}, &fetch, false};
  if (obstacle_at(site, visit) || unreadable_because(fetch)) {
    entry.end = Entry::End::unseen;
  } else if (fetch.ok()) {
    entry.end = Entry::End::arrived;
    entry.reached = fetch.answered().without_fragment();
    const auto target = entry.reached->is_https() ? std::nullopt : refresh_target(site, visit);
    if (target && target->is_https()) {
      entry.reached = target->without_fragment();
      entry.meta_refresh = true;
    }
  }
  return entry;
}

bool has_no_address(const Site& site, const std::string& host) {
  const auto proven = [&](DnsType type) {
    const DnsAnswer* answer = site.dns(host, type);
    return answer &&
           (answer->outcome == DnsOutcome::no_such_name || answer->outcome == DnsOutcome::no_data);
  };
  return proven(DnsType::a) && !(site.dns(host, DnsType::aaaa) && !proven(DnsType::aaaa));
}

// The other of apex and www; empty where the site lives on another name, or on none.
std::string twin_of(const std::string& host) {
  const auto domain = registrable_domain(host);
  if (!domain) return {};
  if (host == *domain) return "www." + host;
  return host == "www." + *domain ? *domain : std::string();
}

std::vector<Entry> entries_of(const Site& site) {
  std::map<std::string, Entry> entries;  // by address: a second look replaces the first
  const Visit* home = site.visit(Role::home);
  if (home && home->fetch.asked.path() == "/" && home->fetch.asked.query().empty()) {
    entries.insert_or_assign(home->fetch.asked.href(), entry_of(site, *home));
  }
  for (const Visit* visit : site.visits(Role::entry)) {
    entries.insert_or_assign(visit->fetch.asked.href(), entry_of(site, *visit));
  }
  const std::string twin = twin_of(site.host());
  if (!twin.empty() && has_no_address(site, twin)) {
    for (const std::string_view scheme : {"http", "https"}) {
      const Url asked = site.home_url().with_path("/").with_host(twin).with_scheme(scheme);
      entries.try_emplace(asked.href(), Entry{asked, Entry::End::failed, {}, nullptr, false});
    }
  }
  std::vector<Entry> list;
  for (auto& [address, entry] : entries) list.push_back(std::move(entry));
  return list;
}

// "301 301 200 https://example.com/", or the fault.
Evidence way_of(const Entry& entry) {
  std::string way;
  if (!entry.fetch) return {entry.asked.href(), "DNS", "no address"};
  for (const Hop& hop : entry.fetch->hops) {
    if (hop.status > 0) way += std::to_string(hop.status) + " ";
  }
  way += entry.fetch->fault ? std::string(to_string(entry.fetch->fault->kind))
                            : entry.reached.value_or(entry.fetch->answered()).href();
  return {entry.asked.href(), "redirects", way};
}

void say_entries(const std::vector<Entry>& entries, Facts& facts) {
  std::map<std::string, int> ends;
  std::vector<Evidence> ways;
  int seen = 0, most = 0, hops = 0;
  for (const Entry& entry : entries) {
    ways.push_back(way_of(entry));
    if (entry.end == Entry::End::unseen) continue;
    ++seen;
    if (entry.reached && entry.reached->is_https()) {
      most = std::max(most, ++ends[entry.reached->href()]);
    }
    if (entry.fetch && !entry.fetch->hops.empty()) {
      hops = std::max(hops, static_cast<int>(entry.fetch->hops.size()) - 1 + entry.meta_refresh);
    }
  }
  if (seen < 2) {  // one address alone has nothing to agree with
    for (const auto name : {"entries", "entries_failed", "hops"}) {
      facts.unknown(name, Reason::insufficient_evidence, ways);
    }
    return;
  }
  facts.say("entries", seen, ways);
  facts.say("entries_failed", seen - most, ways);
  facts.say("hops", hops, ways);
}

// How one http address hands over to https: the status of the hop that changes the scheme.
std::string upgrade_of(const Entry& entry) {
  if (entry.meta_refresh) return "meta-refresh";
  const auto& hops = entry.fetch->hops;
  for (std::size_t i = 1; i < hops.size(); ++i) {
    if (hops[i].url.is_https() && !hops[i - 1].url.is_https()) {
      const int status = hops[i - 1].status;
      return status == 301 || status == 308 ? "permanent" : "temporary";
    }
  }
  return entry.end == Entry::End::arrived ? "none" : "closed";
}

void say_upgrade(const std::vector<Entry>& entries, Facts& facts) {
  static const std::map<std::string, int> badness{
      {"closed", 0}, {"permanent", 1}, {"temporary", 2}, {"meta-refresh", 3}, {"none", 4}};
  std::optional<std::string> worst;
  std::vector<Evidence> ways;
  for (const Entry& entry : entries) {
    if (entry.asked.is_https() || entry.end == Entry::End::unseen) continue;
    const std::string upgrade = entry.fetch ? upgrade_of(entry) : "closed";
    if (!worst || badness.at(upgrade) > badness.at(*worst)) {
      worst = upgrade;
      ways = {way_of(entry)};
    }
  }
  if (worst) {
    facts.say("upgrade", *worst, std::move(ways));
  } else {
    facts.unknown("upgrade", Reason::insufficient_evidence);
  }
}

void say_https(const Site& site, const std::vector<Entry>& entries, Facts& facts) {
  if (site.home() && site.home_url().is_https()) {
    facts.say("https_works", true, {{site.home_url().href(), "TLS", ""}});
    return;
  }
  for (const Entry& entry : entries) {
    if (!entry.asked.is_https() || entry.asked.host() != site.home_url().host()) continue;
    if (entry.end == Entry::End::unseen) break;
    const bool works = entry.reached && entry.reached->is_https();
    facts.say("https_works", works, {way_of(entry)});
    return;
  }
  facts.unknown("https_works", Reason::insufficient_evidence);
}

std::optional<std::string> canonical_href(const Page& home) {
  if (home.document()) {
    const auto link = home.document()->first(
        "//link[contains(concat(' ', normalize-space(translate(@rel, 'CANONIL', 'canonil')), ' '),"
        " ' canonical ')][normalize-space(@href) != '']");
    if (link) return link->attribute("href");
  }
  for (const std::string_view field : home.fetch().headers().all("link")) {
    for (const LinkField& link : parse_link_header(field)) {
      if (link.has_rel("canonical")) return link.target;
    }
  }
  return std::nullopt;
}

// Whether that address's host leads here; absent when nobody asked it.
std::optional<bool> leads_here(const Site& site, const Url& url) {
  const std::string origin = url.origin();
  std::optional<bool> leads;
  for (const Visit& visit : site.recording().visits) {
    const auto& hops = visit.fetch.hops;
    const bool passed = std::any_of(hops.begin(), hops.end(),
                                    [&](const Hop& hop) { return hop.url.origin() == origin; });
    if (!passed || visit.fetch.fault) continue;
    if (visit.fetch.answered().host() == site.home_url().host()) return true;
    leads = false;
  }
  return leads;
}

void say_canonical(const Site& site, Facts& facts) {
  if (!site.home()) {
    facts.unknown("canonical", Reason::insufficient_evidence);
    return;
  }
  const Page& home = *site.home();
  const auto href = canonical_href(home);
  if (!href) {
    facts.absent("canonical");
    return;
  }
  const std::vector<Evidence> read{{home.url().href(), "link rel=canonical", *href}};
  const auto absolute = Url::parse(*href);
  const auto url = absolute ? absolute : home.base().resolve(*href);
  if (!url) {
    facts.absent("canonical", read);
  } else if (url->host() == home.url().host()) {
    facts.say("canonical", absolute ? "own-host" : "relative", read);
  } else if (const auto leads = leads_here(site, *url)) {
    facts.say("canonical", *leads ? "redirecting-host" : "other-host", read);
  } else {
    facts.unknown("canonical", Reason::insufficient_evidence, read);
  }
}

Facts measure(const Site& site, const Presence&) {
  const Visit* home = site.visit(Role::home);
  const bool insecure = home && home->fetch.fault && home->fetch.fault->kind == FaultKind::tls;
  const auto closed = site.closed_because();
  if (closed && !insecure) return all_unknown(canonical_host, *closed);
  if (site.recording().foreign) return all_unknown(canonical_host, Reason::not_captured);
  Facts facts;
  const auto entries = entries_of(site);
  say_entries(entries, facts);
  say_upgrade(entries, facts);
  say_https(site, entries, facts);
  say_canonical(site, facts);
  return facts;
}

}  // namespace

const Check canonical_host{
    "canonical-host",
    {{"entries", "", "ways in that were tried: http and https, with and without www"},
     {"entries_failed", "", "of these, how many do not end at the same secure address"},
     {"hops", "", "the most redirects from one of them"},
     {"upgrade", "", "http leads to https: permanent, temporary, meta-refresh, none, closed"},
     {"https_works", "", "the site answers over https"},
     {"canonical", "",
      "the host that the home page calls its own: own-host, relative, "
      "redirecting-host, other-host"}},
    measure};

}  // namespace touchstone::checks
