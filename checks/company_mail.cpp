#include "checks/company_mail.h"

#include "site/mail_domain.h"
#include "site/page_class.h"
#include "site/tag_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

bool stands_for_company(const Site& site, const Email& email) {
  if (email.region != Region::main) return true;
  for (const char* name : {"contact", "about"}) {
    const Page* page = page_of_class(site, name);
    if (page && page->url().href() == email.url) return true;
  }
  return site.home() && site.home()->url().href() == email.url;
}

}  // namespace

std::vector<const Email*> addresses_of_company(const Site& site, const Presence& presence) {
  std::vector<const Email*> own, all;
  for (const auto& email : presence.emails) {
    all.push_back(&email);
    if (stands_for_company(site, email)) own.push_back(&email);
  }
  return own.empty() ? all : own;
}

CompanyMail company_mail(const Site& site, const Presence& presence) {
  constexpr std::size_t enough = 20;
  const auto emails = addresses_of_company(site, presence);
  std::vector<std::string> addresses;
  addresses.reserve(emails.size());
  for (const Email* email : emails) addresses.push_back(email->address);
  CompanyMail mail{mail_domain(addresses, site.host()), {}};
  for (const Email* email : emails) {
    if (mail.published.size() == enough) break;
    if (mail_domain({email->address}, site.host()) != mail.domain) continue;
    if (is_free_mail(email->address.substr(email->address.rfind('@') + 1))) continue;
    mail.published.push_back({email->url, email->place, email->address});
  }
  return mail;
}

std::optional<Facts> no_mail_domain(const Check& check, const Site& site) {
  if (site.closed_because() == Reason::parked) return all_unknown(check, Reason::parked);
  const std::string host = site.host();
  if (site.home_url().host_is_ip() || host.find('.') == std::string::npos)
    return all_not_applicable(check);
  return std::nullopt;
}

DnsLookup lookup_in(const Site& site) {
  return [&site](std::string_view name, DnsType type) { return site.dns(name, type); };
}

Reason unasked_because(const Site& site) {
  return site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
}

std::optional<Reason> unseen_because(const Site& site, const DnsAnswer* answer) {
  if (!answer) return unasked_because(site);
  if (answer->outcome == DnsOutcome::undecided) return Reason::dns_undecided;
  // A name server that knows nothing of a host that was just read proves nothing.
  if (answer->outcome == DnsOutcome::no_such_name && site.home()) {
    for (const DnsType type : {DnsType::a, DnsType::aaaa}) {
      const DnsAnswer* const own = site.dns(site.host(), type);
      if (own && own->outcome == DnsOutcome::no_such_name) return Reason::dns_undecided;
    }
  }
  return std::nullopt;
}

Evidence txt_evidence(std::string_view name, std::string_view text) {
  return {std::string(name), "DNS TXT", shorten(text, 200)};
}

const std::string* versioned_record(const DnsAnswer* answer, std::string_view version) {
  if (!answer) return nullptr;
  for (const auto& text : answer->records)
    if (has_version(text, version)) return &text;
  return nullptr;
}

}  // namespace touchstone
