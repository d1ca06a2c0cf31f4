#pragma once

// What the user wants of every audit: the rules, what is known of the company, the language.

#include <atomic>
#include <map>
#include <memory>
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

  // With what people scored in that text in the place of --scorecard's.
  Wishes(const Options& options, const RuleFile& scorecard);

  // The company file counts for the company that it is about alone: where it names a site, for
  // addresses of that domain. Others are audited as if there were none, which this line says; empty
  // for ours.
  std::string left_out(const Url& asked) const;

  const Rulebook& rulebook() const { return rulebook_; }  // as written, in the report's language
  const Company& company() const { return company_; }
  const Scorecard& scorecard() const { return scorecard_; }
  const std::string& scorecard_text() const { return scorecard_text_; }  // empty without

  // What can be measured on the recording. What is known of the company counts where it is `ours`.
  // Another interruption while it measures leaves the rest unknown.
  Inspection inspect(Recording recording, const std::atomic<int>& interrupted,
                     bool ours = true) const;
  // Judged as the company wants it. The audit points into this object.
  Audit judge(const Inspection& inspection);
  // By the same rules and as the same kind of company, without what people know of ours.
  Audit judge_rival(const Inspection& inspection, const std::string& profile);

  // Of a company that has no site: what people scored alone. The audit points into this object.
  Audit audit_without_site(Time taken);

  // The rules as the company wants them in that month.
  const Rulebook& tailored(Time when);

 private:
  Wishes(const Options& options, const std::optional<RuleFile>& scorecard,
         const std::optional<RuleFile>& about);
  bool is_ours(const Url& asked) const;
  Wishes& without_company() const;  // for the others
  const Tailored& suit_of(Time when);
  std::optional<Profile> stated_profile() const;

  Options asked_;
  std::string language_;
  Rulebook rulebook_;
  Company company_;
  std::string company_file_;  // empty: there is none
  mutable std::unique_ptr<Wishes> without_company_;
  Scorecard scorecard_;
  std::string scorecard_text_;
  std::map<int, std::unique_ptr<const Tailored>> tailored_;  // by month; audits point into it
  struct WithoutSite {
    Rulebook rulebook;
    Scorecard scorecard;
  } without_site_;
};

// The company file that is taken where it lies in the folder and none is named.
inline constexpr const char* usual_company_file = "touchstone.json";

// What is wrong with the company file that lies here, for verbs that do without it then (explain,
// due); absent: it is sound, was named, is not there, or the verb needs it.
std::optional<std::string> fault_of_company_file_left_out(const Options& options);

// Throw UsageError. A file that people write (1 MiB at most), and an audit as JSON (8 MiB).
std::string read_file(const std::string& path);
std::string read_audit_file(const std::string& path);

}  // namespace touchstone
