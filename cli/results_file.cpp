#include "cli/results_file.h"

#include <filesystem>
#include <functional>

#include "cli/options.h"

namespace touchstone {

namespace {

std::uint64_t number_of(const std::string& asked) {
  return std::hash<std::string>{}(asked);
}

}  // namespace

ResultsFile::ResultsFile(const std::string& path, bool resume,
                         const std::function<void(const ToldAudit&)>& kept) {
  std::error_code error;
  const bool goes_on = resume && std::filesystem::exists(path, error);
  if (goes_on) keep(path, kept);
  file_.open(path, std::ios::binary | (goes_on ? std::ios::app : std::ios::trunc));
  if (!file_) throw UsageError("cannot write " + path);
}

// Beside the file first, so that nothing is lost if this is killed too.
void ResultsFile::keep(const std::string& path, const std::function<void(const ToldAudit&)>& kept) {
  const std::string beside = path + ".part";
  std::ifstream before(path, std::ios::binary);
  std::ofstream after(beside, std::ios::binary | std::ios::trunc);
  std::uint64_t number = 0;
  bool all = true;
  for (std::string line; std::getline(before, line);) {
    ++number;
    const bool whole = !before.eof();
    if (!whole) {
      all = false;
      break;
    }
    try {
      const ToldAudit told = read_told_audit(line, path + ":" + std::to_string(number));
      if (told.interrupted() || !asked_.insert(number_of(told.asked)).second) {
        all = false;
        continue;
      }
      kept(told);
    } catch (const ToldAuditError& error) {
      std::filesystem::remove(beside);
      throw UsageError(std::string(error.what()) + "; --resume goes on with results of --list");
    }
    after << line << '\n';
  }
  after.close();
  std::error_code error;
  if (after && !all) std::filesystem::rename(beside, path, error);
  if (!after || error) throw UsageError("cannot write " + beside);
  if (all) std::filesystem::remove(beside, error);
}

bool ResultsFile::holds(const std::string& asked) const {
  return asked_.contains(number_of(asked));
}

bool ResultsFile::add(const std::string& line) {
  file_ << line << std::flush;
  return static_cast<bool>(file_);
}

}  // namespace touchstone
