#pragma once

// What runs audits regularly, as the files of those who run things: a systemd timer, a line of a
// crontab, a GitHub workflow. Texts only; nothing is installed.

#include <filesystem>
#include <string>
#include <vector>

#include "cli/options.h"

namespace touchstone {

struct ScheduledRun {
  std::string name;                // "touchstone-example.com", of files and marks
  std::filesystem::path program;   // absolute
  std::filesystem::path folder;    // in which the paths of the words mean something; absolute
  std::vector<std::string> words;  // behind the program: "audit", "https://example.com", ...
  ScheduleWish wish;
};

// The run that the user asked for. Throws UsageError for words that no schedule can hold.
ScheduledRun scheduled_run(const Options& options, const std::filesystem::path& program,
                           const std::filesystem::path& folder);

struct SystemdUnits {
  std::string service, timer;
};
SystemdUnits systemd_units(const ScheduledRun& run);

// "17 4 * * *"
std::string cron_time(const ScheduledRun& run);

// One line with its mark at the end, so that installing again replaces it.
std::string cron_line(const ScheduledRun& run);
std::string cron_mark(const ScheduledRun& run);

// .github/workflows/touchstone.yml
std::string github_workflow(const ScheduledRun& run);

}  // namespace touchstone
