#include "site/dns.h"

#include "site/enum_names.h"

namespace touchstone {
namespace {

constexpr auto type_names = std::to_array<std::string_view>(
    {"A", "AAAA", "NS", "MX", "TXT", "CAA", "SOA", "CNAME", "HTTPS", "TLSA"});
static_assert(type_names.size() == static_cast<std::size_t>(DnsType::tlsa) + 1);

constexpr auto outcome_names =
    std::to_array<std::string_view>({"answered", "no-data", "no-such-name", "undecided"});
static_assert(outcome_names.size() == static_cast<std::size_t>(DnsOutcome::undecided) + 1);

}  // namespace

std::string_view to_string(DnsType type) {
  return name_of(type_names, type);
}
std::optional<DnsType> dns_type_from(std::string_view text) {
  return named<DnsType>(type_names, text);
}

std::string_view to_string(DnsOutcome outcome) {
  return name_of(outcome_names, outcome);
}
std::optional<DnsOutcome> dns_outcome_from(std::string_view text) {
  return named<DnsOutcome>(outcome_names, text);
}

}  // namespace touchstone
