#pragma once

// A domain's SPF record (RFC 7208), judged without a sender: what would a mail get that comes from
// an address which no mechanism names? Such a mail makes a receiver walk the whole record, so that
// its errors and its limits show. Pure: answers come from a lookup.
//
//   const SpfOutcome outcome = evaluate_spf("example.com", [&](std::string_view name, DnsType type)
//   {
//     return site.dns(name, type);
//   });
//   outcome.result;   // permerror: receivers throw the record away
//   outcome.unasked;  // what the lookup did not know; ask and evaluate again until it is empty
//
// Bounded: at most ten records are read, and each once for every term that names it.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "site/dns.h"

namespace touchstone {

enum class SpfResult { none, neutral, pass, fail, softfail, temperror, permerror };
std::string_view to_string(SpfResult result);  // "none", ...

// Why the result is permerror.
enum class SpfProblem {
  nothing,
  several_records,  // section 4.5
  syntax,           // section 4.6
  many_lookups,     // over 10 terms that ask (section 4.6.4)
  many_voids,       // over 2 terms whose answer is empty (same section)
  many_mx,          // a term mx whose name has over 10 hosts (same section)
  lost_target,      // include or redirect of a domain that has no record (sections 5.2, 6.1)
};

struct DnsQuestion {
  std::string name;
  DnsType type = DnsType::txt;

  friend bool operator==(const DnsQuestion&, const DnsQuestion&) = default;
};

// The answer to a question; null: it was not asked.
using DnsLookup = std::function<const DnsAnswer*(std::string_view name, DnsType type)>;

struct SpfOutcome {
  SpfResult result = SpfResult::none;  // of a sender that no mechanism but "all" names
  std::vector<SpfResult> possible;     // of all senders; sorted, each once; `result` is among them
  SpfProblem problem = SpfProblem::nothing;
  std::string problem_at;            // the domain whose record has the problem
  std::string problem_term;          // the term, as written; may be empty
  int lookups = 0, voids = 0;        // counted up to one over the limit
  std::vector<std::string> records;  // of the domain itself, without those included
  std::vector<DnsQuestion> unasked;  // each once; the outcome may change with their answers
};

// `domain` is ASCII. "none" for what is no domain name of two labels or more (section 4.3).
SpfOutcome evaluate_spf(std::string_view domain, const DnsLookup& lookup);

// What a record of that domain makes a receiver ask, as far as it needs no sender: each question
// once, at most some twenty. Records found by the answers need further names: ask the outcome.
std::vector<DnsQuestion> names_needed(std::string_view record, std::string_view domain);

// A TXT record is an SPF record (section 4.5).
bool is_spf_record(std::string_view txt);

}  // namespace touchstone
