#pragma once

// Resource records of a DNS message (RFC 1035 section 4) in presentation form.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/dns.h"

namespace touchstone {

int dns_type_number(DnsType type);  // A 1, NS 2, ..., CAA 257

// The records of that type in the answer section, whatever name they stand under, as a CNAME may
// have led elsewhere. Empty: none of that type. Absent: the message is garbage.
std::optional<std::vector<std::string>> dns_records(std::string_view message, DnsType type);

}  // namespace touchstone
