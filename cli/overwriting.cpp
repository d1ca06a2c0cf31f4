#include "cli/overwriting.h"

#include <algorithm>
#include <filesystem>

#include "cli/wishes.h"

namespace touchstone {

namespace {

namespace fs = std::filesystem;

struct NamedFile {
  std::string option;
  fs::path path;
};

std::vector<NamedFile> files_written(const Options& options) {
  std::vector<NamedFile> files;
  for (const auto& output : options.outputs) files.push_back({"--output", output.path});
  if (options.capture) files.push_back({"--capture", *options.capture});
  if (options.store) files.push_back({"--store", *options.store});
  if (options.state) files.push_back({"--state", *options.state});
  return files;
}

bool reads_subjects(Verb verb) {
  constexpr Verb readers[] = {Verb::replay, Verb::compare,   Verb::plan,
                              Verb::map,    Verb::scorecard, Verb::rules};
  return std::find(std::begin(readers), std::end(readers), verb) != std::end(readers);
}

std::vector<NamedFile> files_read(const Options& options) {
  std::vector<NamedFile> files;
  const auto add = [&](const char* option, const std::optional<std::string>& path) {
    if (path) files.push_back({option, *path});
  };
  for (const auto& path : options.rule_files) files.push_back({"--rules", path});
  add("--company", options.company.value_or(usual_company_file));
  add("--scorecard", options.scorecard);
  add("--accept", options.accept);
  if (options.baseline != "last") add("--baseline", options.baseline);
  if (options.list != "-") add("--list", options.list);
  if (!options.crawl.ca_file.empty()) files.push_back({"--cacert", options.crawl.ca_file});
  if (!reads_subjects(options.verb)) return files;
  const std::size_t first = options.verb == Verb::scorecard ? 1 : 0;  // "new" and "check" are words
  for (std::size_t i = first; i < options.subjects.size(); ++i) {
    files.push_back({"what is read", options.subjects[i]});
  }
  return files;
}

// Devices and pipes hold nothing that could be lost.
bool is_same_file(const fs::path& a, const fs::path& b) {
  std::error_code error;
  if (fs::exists(a, error) && !fs::is_regular_file(a, error)) return false;
  if (fs::equivalent(a, b, error)) return true;
  const auto whole = [](const fs::path& path) {
    std::error_code unknown;
    const auto absolute = fs::weakly_canonical(path, unknown);
    return unknown ? path.lexically_normal() : absolute;
  };
  return whole(a) == whole(b);
}

void need_apart(const NamedFile& written, const NamedFile& other) {
  if (!is_same_file(written.path, other.path)) return;
  throw UsageError(written.path.string() + " would be overwritten: it is named by " +
                   written.option + " and by " + other.option + "; write to another file");
}

}  // namespace

void check_overwriting(const Options& options) {
  const auto written = files_written(options);
  const auto read = files_read(options);
  for (auto one = written.begin(); one != written.end(); ++one) {
    for (const auto& other : read) need_apart(*one, other);
    for (auto other = one + 1; other != written.end(); ++other) need_apart(*one, *other);
  }
}

}  // namespace touchstone
