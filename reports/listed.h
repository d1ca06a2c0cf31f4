#pragma once

// Many companies, a line each: what a list tells of every one, and of all of them together.

#include <cstdint>
#include <optional>
#include <string>

#include "reports/phrases.h"
#include "reports/told_audit.h"
#include "reports/write.h"

namespace touchstone {

struct ListedCompany {
  std::string host, worst;  // worst: the touchpoint that costs most
  std::optional<int> points;
  std::optional<Verdict> verdict;
  bool audited = true;  // to its end, with a score
  std::string status;   // in words: "audited", or why there is no score
};

ListedCompany listed(const ToldAudit& audit, const Phrases& say);

// The head and the rows of a table: text of that width, csv, or md. In text the status stands in
// the place of the worst touchpoint, where it says more than "audited".
std::string listed_head(Format format, const Phrases& say, int width);
std::string listed_row(const ListedCompany& company, Format format, const Phrases& say, int width);

// Adds up what the rows tell.
class ListedTotals {
 public:
  void add(const ListedCompany& company);
  // "200 companies: 12 wow, 170 so-so, 10 sucks, 8 without a score; on average 6.3"
  std::string tell(const Phrases& say) const;

 private:
  std::int64_t wow_ = 0, so_so_ = 0, sucks_ = 0, without_ = 0, points_ = 0;
};

}  // namespace touchstone
