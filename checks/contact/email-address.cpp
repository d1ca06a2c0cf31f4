#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/company_mail.h"
#include "checks/contact_absence.h"
#include "checks/presence/email_address.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/mail_domain.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check email_address;

namespace {

std::string domain_of(const Email& email) {
  return email.address.substr(email.address.find('@') + 1);
}

Evidence evidence_of(const Email& email) {
  return {email.url, email.place, email.address};
}

bool listed(std::string_view path, std::string_view word) {
  const auto list = embedded_list(path);
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string kind_of_domain(const Site& site, const std::string& domain) {
  const auto ascii = host_to_ascii(domain);
  if (ascii && same_company_host(*ascii, site.host())) return "own";
  return is_free_mail(domain) ? "free" : "foreign";
}

// The best of the addresses decides: beside one at the own domain another does no harm.
void say_domain(Facts& facts, const Site& site, const std::vector<const Email*>& emails) {
  for (const char* kind : {"own", "foreign", "free"}) {
    for (const Email* email : emails) {
      if (kind_of_domain(site, domain_of(*email)) != kind) continue;
      facts.say("domain", kind, {evidence_of(*email)});
      return;
    }
  }
}

// What the DNS says of mail to a domain (RFC 5321 section 5.1, RFC 7505).
struct MailRoute {
  std::string kind;  // "none", "address", "mx"; empty: undecided
  Evidence evidence;
};
MailRoute route_to(const Site& site, const std::string& domain) {
  const std::string name = host_to_ascii(domain).value_or(domain);
  const DnsAnswer* mx = site.dns(name, DnsType::mx);
  if (!mx || mx->outcome == DnsOutcome::undecided) return {"", {}};
  const auto said = [&](std::string text) { return Evidence{name, "DNS MX", std::move(text)}; };
  if (mx->outcome == DnsOutcome::no_such_name) return {"none", said("no such name")};
  if (mx->outcome == DnsOutcome::answered && !mx->records.empty()) {
    if (mx->records.size() == 1 && mx->records.front() == "0 .") return {"none", said("0 .")};
    return {"mx", said(mx->records.front())};
  }
  const DnsAnswer* a = site.dns(name, DnsType::a);
  const DnsAnswer* aaaa = site.dns(name, DnsType::aaaa);
  for (const DnsAnswer* answer : {a, aaaa}) {
    if (answer && answer->outcome == DnsOutcome::answered) return {"address", said("no MX")};
  }
  if (!a || a->outcome == DnsOutcome::undecided) return {"", {}};
  return {"none", said("neither MX nor address")};
}

// A resolver that denies the very host that answered us knows nothing of other names either.
bool denies_host_itself(const Site& site) {
  const std::string host = site.host();
  const DnsAnswer* const a = site.dns(host, DnsType::a);
  return a && a->outcome == DnsOutcome::no_such_name;
}

// The worst of the domains decides: a letter to it is lost.
void say_route(Facts& facts, const Site& site, const std::vector<const Email*>& emails) {
  if (denies_host_itself(site)) {
    facts.unknown("route", Reason::dns_undecided);
    return;
  }
  std::vector<MailRoute> routes;
  for (const Email* email : emails) routes.push_back(route_to(site, domain_of(*email)));
  for (const char* kind : {"none", "address", "mx"}) {
    for (const auto& route : routes) {
      if (route.kind != kind) continue;
      facts.say("route", kind, {route.evidence});
      return;
    }
  }
  facts.unknown("route", Reason::dns_undecided);
}

void say_links(Facts& facts, const std::vector<const Email*>& emails) {
  std::vector<Evidence> broken, linked, text;
  for (const Email* email : emails) {
    auto& list = email->broken_mailto ? broken : email->mailto ? linked : text;
    list.push_back({email->url, email->place, email->mailto ? email->href : email->address});
  }
  facts.say("broken", static_cast<int>(broken.size()), broken);
  facts.say("linked", static_cast<int>(linked.size()), linked);
}

// A letter goes elsewhere than to the address that the link shows.
bool leads_elsewhere(const Link& link) {
  const auto mailto = parse_mailto(link.href);
  if (!mailto || mailto->addresses.empty()) return false;
  const auto shown = addresses_in(link.text);
  return shown.size() == 1 &&
         std::none_of(mailto->addresses.begin(), mailto->addresses.end(),
                      [&](const auto& one) { return fold(one) == fold(shown.front().address); });
}

void say_shown(Facts& facts, const Site& site) {
  constexpr std::size_t enough = 20;
  std::vector<Evidence> evidence;
  std::set<std::string> links;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      if (!leads_elsewhere(link) || !links.insert(link.href + link.text).second) continue;
      if (evidence.size() == enough) break;
      evidence.push_back(
          {page->url().href(), link.element.path(), shorten(link.text + " -> " + link.href, 200)});
    }
  }
  facts.say("shown_otherwise", links.size(), std::move(evidence));
}

void say_human(Facts& facts, const std::vector<const Email*>& emails) {
  std::vector<Evidence> deaf, generic, named;
  for (const Email* email : emails) {
    const auto local = fold(email->address.substr(0, email->address.find('@')));
    auto& list = listed("checks/data/deaf-mailboxes.txt", local)      ? deaf
                 : listed("checks/data/generic-mailboxes.txt", local) ? generic
                                                                      : named;
    list.push_back(evidence_of(*email));
  }
  // Beside an address that is read, one that is not does no harm.
  if (!named.empty()) {
    facts.say("mailbox", "named", std::move(named));
  } else if (!generic.empty()) {
    facts.say("mailbox", "generic", std::move(generic));
  } else {
    facts.say("mailbox", "deaf", std::move(deaf));
  }
}

void say_rest(Facts& facts, const std::vector<const char*>& names, std::optional<Reason> why) {
  for (const char* name : names) {
    if (why) {
      facts.unknown(name, *why);
    } else {
      facts.not_applicable(name);
    }
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(email_address, *why);
  Facts facts;
  const auto emails = addresses_of_company(site, presence);
  if (emails.empty()) {
    const bool form = std::any_of(presence.forms.begin(), presence.forms.end(),
                                  [](const FoundForm& found) { return found.kind == "contact"; });
    const auto why = contact_absence_unproven_because(site);
    if (why) {
      facts.unknown("way", *why);
    } else {
      facts.say("way", form ? "form" : "none");
    }
    say_rest(facts, {"domain", "route", "broken", "shown_otherwise", "linked", "mailbox"}, why);
    return facts;
  }
  facts.say("way", "address", {evidence_of(*emails.front())});
  say_domain(facts, site, emails);
  say_route(facts, site, emails);
  say_links(facts, emails);
  say_shown(facts, site);
  say_human(facts, emails);
  return facts;
}

}  // namespace

const Check email_address{
    "email-address",
    {{"way", "", "how one writes: address, form (in its place), none"},
     {"domain", "", "whose the best domain is: own, foreign, free"},
     {"route", "", "what the DNS knows of mail to it: mx, address (no MX), none"},
     {"broken", "", "mailto: links that mail programs do not take as they are"},
     {"shown_otherwise", "", "mailto: links that show another address than they write to"},
     {"linked", "", "addresses with a sound mailto: link"},
     {"mailbox", "", "who reads it: named, generic (info@), deaf (noreply@)"}},
    measure};

}  // namespace touchstone::checks
