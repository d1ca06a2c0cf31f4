#include "cli/compared_subjects.h"

#include <filesystem>
#include <fstream>

#include "cli/errand.h"
#include "cli/wishes.h"
#include "crawler/capture.h"
#include "history/store.h"
#include "history/store_path.h"
#include "reports/retold_audit.h"

namespace touchstone {

namespace {

constexpr std::string_view from_history = "last:";

bool begins_with_brace(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  char first = 0;
  file >> first;
  return first == '{';
}

bool names_file(const std::string& text) {
  std::error_code error;
  if (std::filesystem::is_regular_file(text, error)) return true;
  return text.ends_with(".json") || text.ends_with(".warc.gz") || text.ends_with(".warc");
}

Inspection last_of(const std::string& host, const Options& options) {
  const std::filesystem::path file =
      options.store ? std::filesystem::path(*options.store) : usual_store_path();
  const Store store(file, Store::Use::read);
  const auto subjects = store.subjects_like(host);
  if (subjects.empty()) {
    throw UsageError("the history knows no audit of " + host + "; `touchstone " + host +
                     "` makes one");
  }
  return store.load(store.last(subjects.front())->id).inspection;
}

ToldAudit told_in(const std::string& path, const std::string& language) {
  try {
    return retold(read_told_audit(read_audit_file(path), path), language);
  } catch (const ToldAuditError& error) {
    throw UsageError(error.what());
  }
}

ComparedSubject subject_of_text(const std::string& text, const Options& options) {
  ComparedSubject subject;
  subject.asked = text;
  if (text.starts_with(from_history)) {
    subject.inspection = last_of(text.substr(from_history.size()), options);
  } else if (!names_file(text)) {
    subject.address = typed_address(text);
  } else if (begins_with_brace(text) || text.ends_with(".json")) {
    subject.told = told_in(text, options.language);
  } else {
    subject.recording = load_capture(text);
  }
  return subject;
}

}  // namespace

std::string ComparedSubject::source() const {
  if (address) return "address";
  if (recording) return "capture";
  return inspection ? "store" : "audit";
}

std::vector<ComparedSubject> compared_subjects(const Options& options, const Company& company) {
  std::vector<ComparedSubject> subjects;
  for (const auto& text : options.subjects) subjects.push_back(subject_of_text(text, options));
  if (subjects.empty() && company.site) {
    ComparedSubject ours;
    ours.asked = company.site->href();
    ours.address = company.site;
    subjects.push_back(std::move(ours));
  }
  if (subjects.empty()) {
    throw UsageError(
        "name our company and its rivals, as in `touchstone compare ours.example their.example`");
  }
  if (subjects.size() > 1) return subjects;
  for (const auto& rival : company.rivals) {
    if (!rival.site) continue;
    ComparedSubject subject;
    subject.asked = rival.site->href();
    subject.address = rival.site;
    subjects.push_back(std::move(subject));
  }
  return subjects;
}

}  // namespace touchstone
