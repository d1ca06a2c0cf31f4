#pragma once

// Answers of the domain name system, as values. Four outcomes are four different things: only
// NXDOMAIN and NODATA prove absence.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

enum class DnsType { a, aaaa, ns, mx, txt, caa, soa, cname, https, tlsa };
std::string_view to_string(DnsType type);  // "A", "AAAA", ...
std::optional<DnsType> dns_type_from(std::string_view text);

enum class DnsOutcome {
  answered,      // records are there
  no_data,       // the name exists, no record of this type
  no_such_name,  // NXDOMAIN
  undecided,     // SERVFAIL, REFUSED, timeout, garbage
};
std::string_view to_string(DnsOutcome outcome);  // "answered", "no-data", "no-such-name", ...
std::optional<DnsOutcome> dns_outcome_from(std::string_view text);

struct DnsAnswer {
  std::string name;  // as asked, lower case ASCII without the last dot
  DnsType type = DnsType::a;
  DnsOutcome outcome = DnsOutcome::undecided;
  // In presentation form: "192.0.2.1", "10 mail.example.com" (MX), "0 ." (null MX),
  // the joined strings of one TXT record, "0 issue letsencrypt.org" (CAA), "1 . alpn=h3,h2" (HTTPS,
  // RFC 9460; other parameters left out), "3 1 1 <hex>" (TLSA, RFC 6698).
  std::vector<std::string> records;

  friend bool operator==(const DnsAnswer&, const DnsAnswer&) = default;
};

}  // namespace touchstone
