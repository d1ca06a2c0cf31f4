#pragma once

// The domain that a company's mail goes through, and all that must be asked to judge it. The
// crawler asks, the checks read.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/spf.h"
#include "site/tag_list.h"
#include "site/url.h"

namespace touchstone {

// "gmail.com": everybody's, so that it is no company's domain.
bool is_free_mail(std::string_view domain);

// The domain of most of these addresses, one of the site's own company before all others; without
// any (or with addresses of free mail alone) the registrable domain of the host. ASCII, lower case.
std::string mail_domain(const std::vector<std::string>& addresses, std::string_view host);

// <selector>._domainkey.<domain> of the selectors that providers use. The first stands for none: a
// zone that answers it answers every name.
std::vector<std::string> dkim_names(std::string_view domain);

// The domain's BIMI record, else that of its registrable domain, and the name that has it.
struct BimiRecord {
  std::string name, text;
  TagList tags;
};
std::optional<BimiRecord> find_bimi(std::string_view domain, const DnsLookup& lookup);

// The hosts of the MX records, best first, without a last dot; at most ten. A null MX (RFC 7505)
// gives none.
std::vector<std::string> mail_hosts(const DnsAnswer& mx);

// Which questions about a domain's mail are not asked yet. Ask them and call again until there are
// none: five or so rounds, some ninety questions at most.
std::vector<DnsQuestion> mail_questions(std::string_view domain, const DnsLookup& lookup);

// The files that the answers lead to: "mta-sts" (to be fetched without following redirects, RFC
// 8461 section 3.3), "bimi-logo", "bimi-certificate". Each at most once.
struct MailFile {
  std::string note;
  Url url;
};
std::vector<MailFile> mail_files(std::string_view domain, const DnsLookup& lookup);

}  // namespace touchstone
