#include "site/dmarc.h"

#include <algorithm>

#include "site/http_text.h"

namespace touchstone {
namespace {

// The domain, then its parents; from eight labels on the walk goes on with seven (section 4.10).
std::vector<std::string> names_of_walk(std::string_view domain) {
  constexpr std::ptrdiff_t most_labels = 7;
  std::vector<std::string> names{std::string(domain)};
  std::string_view rest = domain;
  const auto labels = [&] { return 1 + std::count(rest.begin(), rest.end(), '.'); };
  while (labels() > 1) {
    do rest.remove_prefix(rest.find('.') + 1);
    while (labels() > most_labels);
    names.emplace_back(rest);
  }
  return names;
}

std::vector<std::string> records_in(const DnsAnswer& answer) {
  std::vector<std::string> records;
  for (const auto& text : answer.records)
    if (has_version(text, "DMARC1")) records.push_back(text);
  return records;
}

}  // namespace

DmarcSearch find_dmarc(std::string_view domain, const DnsLookup& lookup) {
  DmarcSearch search;
  for (const std::string& name : names_of_walk(domain)) {
    const std::string asked = "_dmarc." + name;
    const DnsAnswer* const answer = lookup(asked, DnsType::txt);
    if (!answer) {
      search.unasked.push_back({asked, DnsType::txt});
      break;
    }
    search.undecided = search.undecided || answer->outcome == DnsOutcome::undecided;
    const auto records = records_in(*answer);
    const bool own = name == domain;
    if (own) search.own = records;
    if (records.size() != 1) continue;  // several are as good as none (section 4.10, step 2)
    DmarcRecord found{name, records.front(), parse_tag_list(records.front())};
    const auto suffix = found.tags.value("psd");
    // A registry's own record holds only where nothing below it does.
    if (suffix != "y" || !search.record) search.record = std::move(found);
    if (own || suffix == "y" || suffix == "n") break;
  }
  return search;
}

std::optional<std::string> dmarc_policy(const DmarcRecord& record, bool inherited) {
  auto word = inherited ? record.tags.value("sp") : std::nullopt;
  if (!word) word = record.tags.value("p");
  if (!word) return std::nullopt;
  const std::string policy = lower_ascii(*word);
  const bool known = policy == "none" || policy == "quarantine" || policy == "reject";
  return known ? std::optional(policy) : std::nullopt;
}

std::vector<std::string> report_domains(const DmarcRecord& record) {
  constexpr std::size_t most = 4;
  std::vector<std::string> domains;
  const std::string list = record.tags.value("rua").value_or("");
  for (std::size_t begin = 0; begin < list.size() && domains.size() < most;) {
    const auto end = std::min(list.find(',', begin), list.size());
    const auto address = lower_ascii(trimmed(std::string_view(list).substr(begin, end - begin)));
    begin = end + 1;
    const auto at = address.rfind('@');
    if (!address.starts_with("mailto:") || at == address.npos) continue;
    // RFC 7489 allowed a size behind "!".
    const auto domain = address.substr(at + 1, address.find_first_of("!?", at) - at - 1);
    if (!domain.empty() && std::find(domains.begin(), domains.end(), domain) == domains.end())
      domains.push_back(domain);
  }
  return domains;
}

}  // namespace touchstone
