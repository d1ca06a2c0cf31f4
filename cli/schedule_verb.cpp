#include "cli/schedule_verb.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <ostream>

#include "cli/errand.h"
#include "cli/option_words.h"
#include "cli/quoted.h"
#include "cli/scheduled.h"
#include "cli/wishes.h"
#include "crawler/message_command.h"

namespace touchstone {

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds patience{30'000};  // with systemctl and crontab
constexpr const char* our_first_words = "# Written by `touchstone schedule";

fs::path this_program() {
  std::error_code error;
  auto program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path("/usr/local/bin/touchstone") : program;
}

// Where systemd looks for the units of this user; those of the machine for root.
fs::path unit_folder(bool for_machine) {
  if (for_machine) return "/etc/systemd/system";
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  if (config && *config == '/') return fs::path(config) / "systemd/user";
  const char* const home = std::getenv("HOME");
  if (!home || *home != '/') wrong("no home folder is known in which units could be installed");
  return fs::path(home) / ".config/systemd/user";
}

// Overwrites what a schedule wrote before and nothing else.
ExitStatus install_file(const fs::path& path, const std::string& text, std::ostream& out,
                        std::ostream& err) {
  std::error_code error;
  if (fs::exists(path, error) && !read_file(path.string()).starts_with(our_first_words)) {
    wrong(path.string() + " was not written by touchstone; move it away first");
  }
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  if (!file) {
    err << "touchstone: cannot write " << path.string() << "\n";
    return ExitStatus::not_written;
  }
  out << "wrote " << path.string() << "\n";
  return ExitStatus::held;
}

ExitStatus told(const std::optional<std::string>& failure, const std::string& command,
                std::ostream& err) {
  if (!failure) return ExitStatus::held;
  err << "touchstone: `" << command << "` did not work: " << *failure << "\n";
  return ExitStatus::not_written;
}

ExitStatus install_units(const ScheduledRun& run, std::ostream& out, std::ostream& err) {
  const bool for_machine = ::geteuid() == 0;
  const SystemdUnits units = systemd_units(run);
  const fs::path folder = unit_folder(for_machine);
  for (const auto& [ending, text] :
       {std::pair(".service", units.service), std::pair(".timer", units.timer)}) {
    const ExitStatus written = install_file(folder / (run.name + ending), text, out, err);
    if (written != ExitStatus::held) return written;
  }
  const std::string systemctl = for_machine ? "systemctl" : "systemctl --user";
  const std::string command = fmt::format("{0} daemon-reload && {0} enable --now {1}", systemctl,
                                          shell_quoted(run.name + ".timer"));
  const ExitStatus status = told(run_with_input(command, true, "", patience), command, err);
  if (status == ExitStatus::held) {
    out << fmt::format("the timer runs; to undo it: {} disable --now {} && rm {}\n", systemctl,
                       shell_quoted(run.name + ".timer"),
                       shell_quoted((folder / run.name).string()) + ".{service,timer}");
  }
  return status;
}

ExitStatus install_line(const ScheduledRun& run, std::ostream& out, std::ostream& err) {
  // The line of the same mark goes, ours comes; a crontab that cannot be read is left alone.
  constexpr const char* script =
      R"(old=$(LC_ALL=C crontab -l 2>&1) || case "$old" in
           *"no crontab for"*) old= ;;
           *) echo "$old" >&2; exit 1 ;;
         esac
         {{ [ -z "$old" ] || printf '%s\n' "$old" | grep -v {}; cat; }} | crontab -)";
  std::string mark;  // as grep reads it
  for (const char c : cron_mark(run)) mark += c == '.' ? "[.]" : std::string(1, c);
  const std::string command = fmt::format(script, shell_quoted(mark + "$"));
  const ExitStatus status =
      told(run_with_input(command, true, cron_line(run), patience), "crontab", err);
  if (status == ExitStatus::held) {
    out << "installed in your crontab; to undo it, take this line out with `crontab -e`:\n"
        << cron_line(run);
  }
  return status;
}

ExitStatus install(const ScheduledRun& run, std::ostream& out, std::ostream& err) {
  switch (run.wish.form) {
    case ScheduleWish::Form::systemd:
      return install_units(run, out, err);
    case ScheduleWish::Form::cron:
      return install_line(run, out, err);
    case ScheduleWish::Form::github:
      return install_file(run.folder / ".github/workflows/touchstone.yml", github_workflow(run),
                          out, err);
  }
  return ExitStatus::held;
}

std::string printed(const ScheduledRun& run) {
  if (run.wish.form == ScheduleWish::Form::cron) return cron_line(run);
  if (run.wish.form == ScheduleWish::Form::github) return github_workflow(run);
  const SystemdUnits units = systemd_units(run);
  return fmt::format("# {0}.service\n{1}\n# {0}.timer\n{2}", run.name, units.service, units.timer);
}

}  // namespace

ExitStatus schedule(const Options& options, std::ostream& out, std::ostream& err) {
  std::error_code error;
  const ScheduledRun run = scheduled_run(options, this_program(), fs::current_path(error));
  if (run.wish.install) return install(run, out, err);
  out << printed(run) << std::flush;
  return delivered(out) ? ExitStatus::held : ExitStatus::not_written;
}

}  // namespace touchstone
