#pragma once

// Which DMARC record speaks for a domain: its own, else that of a parent, found by the walk up the
// tree (RFC 9989 section 4.10; RFC 7489 took the organisational domain instead, which the walk
// meets too). Pure: answers come from a lookup.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/spf.h"
#include "site/tag_list.h"

namespace touchstone {

struct DmarcRecord {
  std::string domain;  // where it stands: "_dmarc." + this
  std::string text;
  TagList tags;
};

struct DmarcSearch {
  std::optional<DmarcRecord> record;  // absent: none is in force
  std::vector<std::string> own;       // every DMARC record of the domain itself; several void them
  bool undecided = false;             // a name server gave no answer
  std::vector<DnsQuestion> unasked;   // ask and search again until it is empty

  bool inherited(std::string_view of) const { return record && record->domain != of; }
};

DmarcSearch find_dmarc(std::string_view domain, const DnsLookup& lookup);

// "none", "quarantine", "reject" for mail of the domain that was searched: of a parent's record the
// tag "sp" goes first (section 4.7). Absent: no such tag, or another word.
std::optional<std::string> dmarc_policy(const DmarcRecord& record, bool inherited);

// Where reports go: the domains of the tag "rua", each once, at most four.
std::vector<std::string> report_domains(const DmarcRecord& record);

}  // namespace touchstone
