#include "cli/due_verb.h"

#include <filesystem>

#include "cli/history_file.h"
#include "cli/wishes.h"
#include "crawler/machine.h"
#include "history/last_looks.h"
#include "reports/due.h"
#include "reports/layout.h"

namespace touchstone {

namespace {

// Of one company, or of all; nothing at all is stored: none.
std::vector<StoredLine> last_audits(const Options& options) {
  const auto file = history_file(options);
  std::error_code error;
  const bool there = std::filesystem::exists(file, error);
  std::vector<StoredLine> lines;
  if (there) {
    const Store store(file, Store::Use::read);
    if (options.subjects.empty()) return store.last_of_all();
    for (const auto& subject : store.subjects_like(options.subjects.front())) {
      if (auto line = store.last(subject)) lines.push_back(std::move(*line));
    }
  }
  if (lines.empty() && !options.subjects.empty()) {
    throw UsageError("no audit of '" + printable(options.subjects.front()) + "' is stored in " +
                     file.string());
  }
  return lines;
}

}  // namespace

Day day_of(const Options& options) {
  const auto named = options.date ? parse_day(*options.date) : std::nullopt;
  return named ? *named : std::chrono::floor<std::chrono::days>(machine_time());
}

std::string due_list(const Options& options, const Phrases& say, const TextStyle& style) {
  const Day day = day_of(options);
  const std::chrono::year_month_day date(day);
  const Wishes wishes(options);
  const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
  const Rulebook rulebook = tailor(wishes.rulebook(), wishes.company(), month).rulebook;
  std::vector<DueSubject> subjects;
  for (const auto& line : last_audits(options)) subjects.push_back(due_of(line, day, rulebook));
  if (options.format == Format::json) return due_json(day, subjects);
  if (subjects.empty()) return say("due.no-audits") + "\n";
  return due_text(day, rulebook, subjects, say, style);
}

}  // namespace touchstone
