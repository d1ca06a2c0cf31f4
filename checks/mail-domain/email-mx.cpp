#include <algorithm>

#include "checks/company_mail.h"
#include "checks/unseen.h"
#include "site/host.h"
#include "site/mail_domain.h"
#include "site/public_suffix.h"

namespace touchstone::checks {

extern const Check email_mx;

namespace {

bool answered(const DnsAnswer* answer) {
  return answer && answer->outcome == DnsOutcome::answered;
}

// Where letters to the domain go (RFC 5321 section 5.1, RFC 7505).
void say_route(Facts& facts, const Site& site, const std::string& domain) {
  const DnsAnswer* const mx = site.dns(domain, DnsType::mx);
  const auto say = [&](const char* route, std::string text) {
    facts.say("route", route, {{domain, "DNS MX", std::move(text)}});
  };
  if (const auto why = unseen_because(site, mx)) {
    facts.unknown("route", *why);
    return;
  }
  if (mx->outcome == DnsOutcome::no_such_name) return say("no-name", "no such name");
  if (answered(mx) && !mx->records.empty()) {
    const bool null = mail_hosts(*mx).empty();
    return say(null ? "null" : "mx", mx->records.front());
  }
  const DnsAnswer* const four = site.dns(domain, DnsType::a);
  const DnsAnswer* const six = site.dns(domain, DnsType::aaaa);
  if (answered(four) || answered(six)) return say("address", "no MX");
  for (const DnsAnswer* address : {four, six}) {
    if (const auto why = unseen_because(site, address)) {
      facts.unknown("route", *why);
      return;
    }
  }
  say("none", "neither MX nor address");
}

// An address that letters could be sent to. Where the site was not read there may be one.
void say_published(Facts& facts, const Site& site, CompanyMail mail) {
  const auto closed = home_closed_because(site);
  if (mail.published.empty() && closed) {
    facts.unknown("published", *closed);
  } else {
    const bool published = !mail.published.empty();
    facts.say("published", published, std::move(mail.published));
  }
}

struct MailHosts {
  std::vector<Evidence> resolving, lost, aliases, literals;
  std::optional<Reason> unseen;  // why nothing is known of some
};

void look_at(const Site& site, const std::string& host, MailHosts& hosts) {
  const auto evidence = [&](const char* text) { return Evidence{host, "DNS MX", text}; };
  if (ends_in_number(host)) {
    hosts.literals.push_back(evidence("an address in place of a name"));
    return;
  }
  const DnsAnswer* const alias = site.dns(host, DnsType::cname);
  if (answered(alias)) hosts.aliases.push_back({host, "DNS CNAME", alias->records.front()});
  const DnsAnswer* const four = site.dns(host, DnsType::a);
  const DnsAnswer* const six = site.dns(host, DnsType::aaaa);
  if (answered(four) || answered(six)) {
    hosts.resolving.push_back(evidence("has an address"));
    return;
  }
  for (const DnsAnswer* answer : {four, six}) {
    if (const auto why = unseen_because(site, answer)) {
      hosts.unseen = why;
      return;
    }
  }
  hosts.lost.push_back(evidence("has no address"));
}

// None is said only where all were seen.
void say_count(Facts& facts, std::string_view name, std::vector<Evidence> found,
               const std::optional<Reason>& unseen) {
  const auto count = found.size();
  if (count == 0 && unseen) {
    facts.unknown(name, *unseen);
  } else {
    facts.say(name, static_cast<int>(count), std::move(found));
  }
}

void say_hosts(Facts& facts, const Site& site, const std::vector<std::string>& names) {
  MailHosts hosts;
  bool elsewhere = false;
  for (const auto& name : names) {
    look_at(site, name, hosts);
    elsewhere = elsewhere || !same_company_host(name, site.host());
  }
  say_count(facts, "resolving", std::move(hosts.resolving), hosts.unseen);
  say_count(facts, "lost", std::move(hosts.lost), hosts.unseen);
  facts.say("aliases", static_cast<int>(hosts.aliases.size()), hosts.aliases);
  facts.say("literals", static_cast<int>(hosts.literals.size()), hosts.literals);
  facts.say("hosts", static_cast<int>(names.size()));
  facts.say("provider", elsewhere, {{names.front(), "DNS MX", ""}});
}

Facts measure(const Site& site, const Presence& presence) {
  if (auto facts = no_mail_domain(email_mx, site)) return *std::move(facts);
  Facts facts = all_not_applicable(email_mx);
  CompanyMail mail = company_mail(site, presence);
  facts.say("domain", mail.domain);
  say_route(facts, site, mail.domain);
  if (const DnsAnswer* const mx = site.dns(mail.domain, DnsType::mx)) {
    if (const auto hosts = mail_hosts(*mx); !hosts.empty()) say_hosts(facts, site, hosts);
  }
  say_published(facts, site, std::move(mail));
  return facts;
}

}  // namespace

const Check email_mx{
    "email-mx",
    {{"domain", "", "the domain of the published addresses, else that of the site"},
     {"published", "", "the site shows an address at that domain"},
     {"route", "", "where letters go: mx, address (no MX), null (none wanted), none, no-name"},
     {"hosts", "", "mail servers named"},
     {"resolving", "", "mail servers that have an address"},
     {"lost", "", "mail servers without an address"},
     {"aliases", "", "mail servers whose name is an alias"},
     {"literals", "", "mail servers given by address in place of a name"},
     {"provider", "", "a mail server stands at a provider"}},
    measure};

}  // namespace touchstone::checks
