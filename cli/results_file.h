#pragma once

// The audits of a list as they come: JSON Lines, each line written at once and whole. A list that
// was interrupted goes on with what the file lacks.

#include <cstdint>
#include <fstream>
#include <functional>
#include <string>
#include <unordered_set>

#include "reports/told_audit.h"

namespace touchstone {

class ResultsFile {
 public:
  // Begins anew, or keeps what is there: whole lines of audits that were not interrupted; the rest
  // is dropped, to be made again. `kept` hears of each of them. Throws UsageError for a file that
  // cannot be written, or holds something else.
  ResultsFile(const std::string& path, bool resume,
              const std::function<void(const ToldAudit&)>& kept);

  bool holds(const std::string& asked) const;

  // False when it could not be written.
  bool add(const std::string& line);

  std::size_t size() const { return asked_.size(); }

 private:
  void keep(const std::string& path, const std::function<void(const ToldAudit&)>& kept);

  std::unordered_set<std::uint64_t> asked_;  // as numbers, so that a long list stays small
  std::ofstream file_;
};

}  // namespace touchstone
