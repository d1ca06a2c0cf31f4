#pragma once

// What the user wants of every audit: the rules, what is known of the company, the language.

#include <optional>
#include <string>
#include <vector>

#include "cli/options.h"
#include "rules/company.h"
#include "rules/judge.h"
#include "rules/scorecard.h"

namespace touchstone {

class Wishes {
 public:
  // Reads the rule files, the company file (--company, else touchstone.json here, if there is one)
  // and the scorecard. Throws UsageError for what cannot be read, RuleError for what is wrong in
  // it.
  explicit Wishes(const Options& options);

  const Rulebook& rulebook() const { return rulebook_; }  // as written, in the report's language
  const Company& company() const { return company_; }
  const Scorecard& scorecard() const { return scorecard_; }

  // The recording judged as the company wants it. The audit points into this object.
  Audit audit(Recording recording);

 private:
  std::string language_;
  Rulebook rulebook_;
  Company company_;
  bool about_company_ = false;  // there is a company file
  Scorecard scorecard_;
  std::vector<std::unique_ptr<const Rulebook>> tailored_;  // one an audit, which points into it
};

std::string read_file(const std::string& path);  // throws UsageError

}  // namespace touchstone
