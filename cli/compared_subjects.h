#pragma once

// What `touchstone compare` was asked to compare: addresses, captures, audits in JSON and audits of
// the history, told apart by their content. Everything is read before anything is requested.

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "reports/told_audit.h"
#include "rules/company.h"
#include "rules/inspection.h"
#include "site/site.h"

namespace touchstone {

// Exactly one of the four.
struct ComparedSubject {
  std::string asked;
  std::optional<Url> address;
  std::optional<Recording> recording;    // of a capture
  std::optional<Inspection> inspection;  // of the history: "last:www.example.com"
  std::optional<ToldAudit> told;         // of an audit in JSON

  std::string source() const;  // "address", "capture", "store", "audit"
};

// Throws UsageError, CaptureError and StoreError for what cannot be read. Where only our company is
// named, the rivals of the company file that have a site follow.
std::vector<ComparedSubject> compared_subjects(const Options& options, const Company& company);

}  // namespace touchstone
