#include "cli/scheduled.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/option_words.h"
#include "cli/quoted.h"
#include "site/url.h"

namespace touchstone {

namespace {

using Every = ScheduleWish::Every;

// The same for the same words on every machine (FNV-1a), so that a schedule that is made again is
// the same one, while the schedules of several sites do not all begin at once.
std::uint32_t spread_of(const std::vector<std::string>& words) {
  std::uint32_t hash = 2'166'136'261u;
  for (const auto& word : words) {
    for (const unsigned char c : word + " ") hash = (hash ^ c) * 16'777'619u;
  }
  return hash;
}

std::string name_of(const std::vector<std::string>& subjects) {
  constexpr std::size_t longest = 100;
  const auto url = subjects.empty() ? std::nullopt : Url::parse_typed(subjects.front());
  std::string name = "touchstone";
  if (url) name += "-" + url->href().substr(url->href().find("://") + 3);
  name.resize(std::min(name.size(), longest));
  while (name.ends_with('/')) name.pop_back();
  std::replace_if(
      name.begin(), name.end(),
      [](unsigned char c) { return std::isalnum(c) == 0 && c != '.' && c != '-'; }, '-');
  if (subjects.size() > 1) name += fmt::format("-and-{}", subjects.size() - 1);
  return name;
}

// Without a wish some minute between 2 and 6 in the morning.
TimeOfDay time_of(const ScheduledRun& run) {
  const std::uint32_t spread = spread_of(run.words);
  return run.wish.at.value_or(TimeOfDay{2 + (spread / 60) % 4, spread % 60});
}

std::string calendar_of(const ScheduledRun& run) {
  const TimeOfDay time = time_of(run);
  const char* const day = run.wish.every == Every::weekly    ? "Mon *-*-*"
                          : run.wish.every == Every::monthly ? "*-*-01"
                                                             : "*-*-*";
  return fmt::format("{} {:02}:{:02}:00", day, time.hour, time.minute);
}

}  // namespace

std::string cron_time(const ScheduledRun& run) {
  const TimeOfDay time = time_of(run);
  const char* const day = run.wish.every == Every::weekly    ? "* * 1"
                          : run.wish.every == Every::monthly ? "1 * *"
                                                             : "* * *";
  return fmt::format("{} {} {}", time.minute, time.hour, day);
}

ScheduledRun scheduled_run(const Options& options, const std::filesystem::path& program,
                           const std::filesystem::path& folder) {
  ScheduledRun run{name_of(options.subjects), program, folder, {"audit"}, options.schedule};
  for (const auto& word : options.schedule.carried) run.words.push_back(word);
  const bool daily = options.schedule.every == Every::daily;
  if (daily && !options.due && !options.list && !options.deep) run.words.push_back("--due");
  if (!options.quiet) run.words.push_back("--quiet");
  std::vector<std::string> written = run.words;
  written.insert(written.end(), {program.string(), folder.string()});
  for (const auto& word : written) {
    const bool control = std::any_of(word.begin(), word.end(),
                                     [](unsigned char c) { return c < 0x20 || c == 0x7F; });
    if (control) wrong("a schedule is written in lines; one of its words has a control character");
  }
  return run;
}

SystemdUnits systemd_units(const ScheduledRun& run) {
  std::string command = systemd_quoted(run.program.string());
  for (const auto& word : run.words) command += " " + systemd_quoted(word);
  SystemdUnits units;
  units.service = fmt::format(
      "# Written by `touchstone schedule`; run it again instead of editing.\n"
      "[Unit]\n"
      "Description=Audit of online touchpoints ({0})\n"
      "Wants=network-online.target\n"
      "After=network-online.target\n"
      "\n"
      "[Service]\n"
      "Type=oneshot\n"
      "WorkingDirectory={1}\n"
      "EnvironmentFile=-%E/touchstone/environment\n"
      "ExecStart={2}\n"
      "Nice=10\n"
      "NoNewPrivileges=yes\n"
      "TimeoutStartSec=12h\n",
      systemd_escaped(run.name), systemd_escaped(run.folder.string()), command);
  units.timer = fmt::format(
      "# Written by `touchstone schedule`; run it again instead of editing.\n"
      "[Unit]\n"
      "Description=Regular audit of online touchpoints ({})\n"
      "\n"
      "[Timer]\n"
      "OnCalendar={}\n"
      "RandomizedDelaySec={}\n"
      "Persistent=yes\n"
      "\n"
      "[Install]\n"
      "WantedBy=timers.target\n",
      systemd_escaped(run.name), calendar_of(run), run.wish.at ? "5m" : "1h");
  return units;
}

std::string cron_mark(const ScheduledRun& run) {
  return "# " + run.name;
}

std::string cron_line(const ScheduledRun& run) {
  std::vector<std::string> words{run.program.string()};
  words.insert(words.end(), run.words.begin(), run.words.end());
  const std::string command =
      fmt::format("cd {} && {} >/dev/null ", shell_quoted(run.folder.string()), shell_line(words));
  return cron_time(run) + " " + cron_escaped(command) + cron_mark(run) + "\n";
}

}  // namespace touchstone
