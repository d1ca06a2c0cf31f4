#include <algorithm>

#include "checks/check.h"

namespace touchstone::checks {

extern const Check site_availability;

namespace {

std::string outcome_of(const Fetch& fetch) {
  return fetch.fault ? std::string(to_string(fetch.fault->kind)) : std::to_string(fetch.status());
}

bool all_ended_in(const std::vector<const Visit*>& looks, FaultKind kind) {
  return std::all_of(looks.begin(), looks.end(), [&](const Visit* look) {
    return look->fetch.fault && look->fetch.fault->kind == kind;
  });
}

// Answers of the name servers that say the name does not exist.
int denials(const Site& site, std::string_view host) {
  const auto& answers = site.recording().dns;
  return static_cast<int>(std::count_if(answers.begin(), answers.end(), [&](const DnsAnswer& a) {
    return a.name == host && a.outcome == DnsOutcome::no_such_name;
  }));
}

// The server answers that there is nothing: 403, 429 and the like may be meant for us alone.
bool says_not_found(const Fetch& fetch) {
  return !fetch.fault && (fetch.status() == 404 || fetch.status() == 410);
}

void say_answer(const Site& site, Facts& facts) {
  const auto looks = site.visits(Role::home);
  if (looks.empty()) {
    facts.unknown("answer", Reason::not_captured);
    return;
  }
  std::vector<Evidence> read;
  for (const Visit* look : looks) {
    read.push_back({look->fetch.asked.href(), "attempt " + std::to_string(look->fetch.attempt),
                    outcome_of(look->fetch)});
  }
  const Fetch& last = looks.back()->fetch;
  const int times = static_cast<int>(looks.size());
  if (all_ended_in(looks, FaultKind::name_not_found)) {
    facts.say("answer", "no-such-name", read).signals =
        times + denials(site, last.answered().host());
  } else if (all_ended_in(looks, FaultKind::refused)) {
    facts.say("answer", "refused", read).signals = times;
  } else if (says_not_found(last)) {
    facts.say("answer", "not-found", read).signals = times + 1;  // the server's own word
  } else if (const auto closed = site.closed_because()) {
    facts.unknown("answer", *closed, read);
  } else if (last.ok()) {
    const bool at_once = times == 1 && last.attempt == 1;
    facts.say("answer", at_once ? "first-attempt" : "after-retry", read).signals = times;
  } else {
    // Errors of the server count only when they last for a minute, which one audit does not wait; a
    // bad certificate is told by its own touchpoint.
    facts.unknown("answer", unreadable_because(last).value_or(Reason::insufficient_evidence), read);
  }
}

bool is_ipv6(const std::string& address) {
  return address.find(':') != std::string::npos;
}

// What the connections to the host showed: one over IPv6 stood, or was refused.
struct Connections {
  bool ipv6 = false, ipv6_refused = false;
};

Connections connections_to(const Site& site, std::string_view host) {
  Connections seen;
  for (const Visit& visit : site.recording().visits) {
    for (const Hop& hop : visit.fetch.hops) {
      if (hop.url.host() != host || !is_ipv6(hop.address)) continue;
      if (hop.status > 0) seen.ipv6 = true;
      const auto& fault = visit.fetch.fault;
      if (hop.status == 0 && fault && fault->kind == FaultKind::refused) seen.ipv6_refused = true;
    }
  }
  return seen;
}

void say_reach(const Site& site, Facts& facts) {
  const std::string host = site.host();
  if (site.home_url().host_is_ip()) {
    facts.not_applicable("reach");
    return;
  }
  const DnsAnswer* ipv6 = site.dns(host, DnsType::aaaa);
  const DnsAnswer* ipv4 = site.dns(host, DnsType::a);
  if (!ipv6 || !ipv4) {
    facts.unknown("reach", site.recording().foreign ? Reason::not_captured : Reason::no_source);
    return;
  }
  std::vector<Evidence> read{{host, "DNS AAAA", std::string(to_string(ipv6->outcome))}};
  if (!ipv6->records.empty()) read[0].excerpt = ipv6->records.front();
  const auto seen = connections_to(site, host);
  if (ipv6->outcome == DnsOutcome::undecided || ipv4->outcome == DnsOutcome::undecided) {
    facts.unknown("reach", Reason::dns_undecided, read);
  } else if (ipv4->outcome != DnsOutcome::answered) {
    facts.unknown("reach", Reason::insufficient_evidence, read);
  } else if (ipv6->outcome != DnsOutcome::answered) {
    facts.say("reach", "ipv4-only", read);
  } else if (!site.recording().machine_has_ipv6) {
    facts.unknown("reach", Reason::no_network, read);
  } else if (seen.ipv6) {
    facts.say("reach", "both", read);
  } else if (seen.ipv6_refused) {
    facts.say("reach", "ipv6-refused", read);
  } else {
    facts.unknown("reach", Reason::insufficient_evidence, read);
  }
}

Facts measure(const Site& site, const Presence&) {
  Facts facts;
  say_answer(site, facts);
  facts.unknown("runs_ok", Reason::no_source);  // a single audit remembers no other
  if (const auto closed = site.closed_because()) {
    facts.unknown("reach", *closed);
  } else {
    say_reach(site, facts);
  }
  return facts;
}

}  // namespace

const Check site_availability{
    "site-availability",
    {{"answer", "", "first-attempt, after-retry, no-such-name, refused or not-found"},
     {"runs_ok", "%", "share of the last 30 audits in which the site answered"},
     {"reach", "", "both, ipv4-only or ipv6-refused"}},
    measure};

}  // namespace touchstone::checks
