#pragma once

// The addresses by which a company is written to, and the domain that its mail goes through. Pure,
// safe from several threads.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "site/spf.h"

namespace touchstone {

// Those of header, footer, home, contact and about page; all of them where nothing stands there.
// Elsewhere vendors and partners may be named.
std::vector<const Email*> addresses_of_company(const Site& site, const Presence& presence);

struct CompanyMail {
  std::string domain;               // site/mail_domain.h; ASCII
  std::vector<Evidence> published;  // addresses at that domain, as printed; at most some twenty
};
CompanyMail company_mail(const Site& site, const Presence& presence);

// Why or that nothing can be said of the mail domain at all: the site is parked, or stands at an IP
// address or a bare host. Absent when there is a domain to look at.
std::optional<Facts> no_mail_domain(const Check& check, const Site& site);

DnsLookup lookup_in(const Site& site);

// Why a name's records are not known: it was not asked, or its server gave no answer. Absent when
// the answer is there, be it that nothing is.
std::optional<Reason> unseen_because(const Site& site, const DnsAnswer* answer);
// Of a name or a file that the crawl would have asked for.
Reason unasked_because(const Site& site);

Evidence txt_evidence(std::string_view name, std::string_view text);  // "DNS TXT", shortened

// The first TXT record of the name whose tag "v" says this; null when there is none.
const std::string* versioned_record(const DnsAnswer* answer, std::string_view version);

}  // namespace touchstone
