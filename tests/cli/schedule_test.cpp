#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/quoted.h"
#include "cli/scheduled.h"
#include "tests/cli/run_program.h"
#include "tests/cli/shell.h"

using namespace touchstone;
using Catch::Contains;

namespace {

// Words that break out of careless quotes.
const std::vector<std::string> sly{"plain",
                                   "two words",
                                   "it's",
                                   "$(touch x)",
                                   "`touch x`",
                                   "a\"b",
                                   "a\\b",
                                   "100%",
                                   "%h",
                                   "$HOME",
                                   "${HOME}",
                                   "a;b",
                                   ";",
                                   "a&b|c>d",
                                   "*",
                                   "~",
                                   "#no",
                                   "",
                                   "${{ github.token }}",
                                   "\\'",
                                   "--x=$y",
                                   "https://firm.example/?a=b&c=%20d",
                                   "Ж"};

}  // namespace

TEST_CASE("a shell reads every quoted word as the word that it was") {
  for (const auto& word : sly) {
    INFO(word);
    CHECK(output_of("printf '%s' " + shell_quoted(word)) == word);
  }
}

TEST_CASE("systemd's own letters are doubled or escaped") {
  CHECK(systemd_quoted("https://firm.example/?a=b") == "\"https://firm.example/?a=b\"");
  CHECK(systemd_quoted("https://firm.example/%20") == "https://firm.example/%%20");
  CHECK(systemd_quoted("a $HOME \"b\" \\ 5%") == R"("a $$HOME \"b\" \\ 5%%")");
  CHECK(systemd_quoted(";") == "\";\"");
  CHECK(systemd_quoted("") == "\"\"");
}

TEST_CASE(
    "a run has the addresses and options of its audits, and what is daily looks at what is due") {
  struct Row {
    std::vector<std::string> asked, words;
  };
  const auto row = GENERATE(
      Row{{"https://firm.example"}, {"audit", "https://firm.example", "--due", "--quiet"}},
      Row{{"--every", "weekly", "https://firm.example", "--at=06:30"},
          {"audit", "https://firm.example", "--quiet"}},
      Row{{"firm.example", "--due", "--cron", "--quiet", "--fail-on", "sucks", "--install"},
          {"audit", "firm.example", "--due", "--quiet", "--fail-on", "sucks"}},
      Row{{"a.example", "b.example", "--github", "--every=monthly", "--lang=ru"},
          {"audit", "a.example", "b.example", "--lang=ru", "--quiet"}});
  CHECK(run_of(row.asked).words == row.words);
}

TEST_CASE("the same schedule made again is the same one, several sites begin apart") {
  CHECK(cron_line(run_of({"a.example"})) == cron_line(run_of({"a.example"})));
  CHECK(cron_time(run_of({"a.example"})) != cron_time(run_of({"b.example"})));
  CHECK(run_of({"a.example/shop"}).name != run_of({"a.example/blog"}).name);
  CHECK(run_of({"https://a.example/$(x)/"}).name.find_first_of("$()/ ") == std::string::npos);
}

TEST_CASE("the time of day and the rhythm are as wished") {
  struct Row {
    std::vector<std::string> wish;
    std::string cron, calendar;
  };
  const auto row = GENERATE(
      Row{{"--at", "06:05"}, "5 6 * * *", "OnCalendar=*-*-* 06:05:00\n"},
      Row{{"--at", "23:59", "--every", "weekly"}, "59 23 * * 1", "OnCalendar=Mon *-*-* 23:59:00\n"},
      Row{{"--at", "00:00", "--every", "monthly"}, "0 0 1 * *", "OnCalendar=*-*-01 00:00:00\n"});
  auto arguments = row.wish;
  arguments.emplace_back("firm.example");
  CHECK(cron_time(run_of(arguments)) == row.cron);
  CHECK_THAT(systemd_units(run_of(arguments)).timer,
             Contains(row.calendar) && Contains("RandomizedDelaySec="));
}

TEST_CASE("a crontab's shell reads the words as they were") {
  ScheduledRun run = run_of({"firm.example", "--at", "06:05"});
  run.program = "/bin/echo";
  run.folder = "/";
  run.words = sly;
  std::string line = cron_line(run);
  REQUIRE(line.starts_with("5 6 * * * "));
  std::string command;  // as cron makes it: "\%" is "%"
  for (std::size_t i = 10; i < line.size(); ++i) {
    if (line[i] == '\\' && line[i + 1] == '%') continue;
    command += line[i];
  }
  const auto silent = command.find(" >/dev/null");
  REQUIRE(silent != std::string::npos);
  command.erase(silent, 11);
  std::string expected;
  for (const auto& word : sly) expected += (expected.empty() ? "" : " ") + word;
  CHECK(output_of(command) == expected + "\n");
}

TEST_CASE("systemd finds nothing wrong with the units") {
  ScheduledRun run = run_of({"https://firm.example/?a=b&c=%20d", "--lang", "ru"});
  run.folder = "/";
  const SystemdUnits units = systemd_units(run);
  CHECK_THAT(units.service, Contains("\"https://firm.example/?a=b&c=%%20d\""));
  if (!at_hand("systemd-analyze")) return;
  const std::string service = written("touchstone-firm.service", units.service);
  const std::string timer = written("touchstone-firm.timer", units.timer);
  int status = 0;
  const std::string said =
      output_of("systemd-analyze verify --man=no '" + service + "' '" + timer + "' 2>&1", &status);
  INFO(said);
  CHECK(status == 0);
  CHECK_THAT(said, !Contains("touchstone"));
}

TEST_CASE("what no schedule can hold is said") {
  struct Row {
    std::vector<std::string> arguments;
    std::string why;
  };
  const auto row = GENERATE(
      Row{{}, "name the address"}, Row{{"a.example", "--at", "24:00"}, "06:30"},
      Row{{"a.example", "--at", "6:30"}, "06:30"}, Row{{"a.example", "--every", "hour"}, "weekly"},
      Row{{"a.example", "--notify", "nobody"}, "--notify nobody"},
      Row{{"a.example", "--due", "--no-store"}, "history"},
      Row{{"a.example", "--company", "a\nb"}, "control character"});
  INFO(row.why);
  CHECK_THROWS_WITH(run_of(row.arguments), Contains(row.why));
}

TEST_CASE("nothing is installed without the word, and with it only what is ours is overwritten") {
  const std::string home = scratch("home");
  std::filesystem::create_directories(home + "/.github/workflows");
  const std::string file = home + "/.github/workflows/touchstone.yml";
  const auto in_home = [&](const std::string& arguments, int* status) {
    return output_of(
        "cd '" + home + "' && '" TOUCHSTONE_PROGRAM "' schedule " + arguments + " 2>&1", status);
  };
  int status = 0;
  CHECK_THAT(in_home("firm.example --github", &status), Contains("cron: "));
  CHECK_FALSE(std::filesystem::exists(file));
  in_home("firm.example --github --install", &status);
  CHECK(std::filesystem::exists(file));
  in_home("firm.example --github --install --at 05:05", &status);
  CHECK(status == 0);
  std::ofstream(file) << "name: mine\n";
  CHECK_THAT(in_home("firm.example --github --install", &status), Contains("not written by"));
  CHECK(status == 2 << 8);
}

TEST_CASE("a crontab gets one line of ours, keeps every other, and is left alone where it fails") {
  const std::string folder = scratch("cron");
  std::filesystem::create_directories(folder);
  const std::string table = folder + "/table", fake = folder + "/crontab";
  std::ofstream(fake) << "#!/bin/sh\nif [ -e '" + folder +
                             "/broken' ]; then echo oops >&2; exit 1; fi\n"
                             "case $1 in\n-l) [ -e '" +
                             table + "' ] && cat '" + table +
                             "' || { echo 'no crontab for me' >&2; exit 1; };;\n-) cat > '" +
                             table + "';;\nesac\n";
  std::filesystem::permissions(fake, std::filesystem::perms::owner_all);
  const auto install = [&](const std::string& more, int* status) {
    return output_of("PATH='" + folder +
                         "':\"$PATH\" '" TOUCHSTONE_PROGRAM
                         "' schedule firm.example --cron --install " +
                         more + " 2>&1",
                     status);
  };
  const auto lines = [&] {
    std::ifstream file(table);
    std::vector<std::string> found;
    for (std::string line; std::getline(file, line);) found.push_back(line);
    return found;
  };
  int status = -1;
  CHECK_THAT(install("--at 05:05", &status), Contains("to undo it"));
  CHECK(status == 0);
  REQUIRE(lines().size() == 1);
  CHECK(lines()[0].rfind("5 5 * * *", 0) == 0);
  std::ofstream(table, std::ios::app) << "1 2 * * * mine # touchstone-firmXexample\n";
  CHECK_THAT(install("--at 06:06", &status), Contains("6 6 * * *"));
  REQUIRE(lines().size() == 2);
  CHECK(lines()[0] == "1 2 * * * mine # touchstone-firmXexample");
  CHECK(lines()[1].rfind("6 6 * * *", 0) == 0);
  std::ofstream(folder + "/broken") << "";
  CHECK_THAT(install("--at 07:07", &status), Contains("did not work") && Contains("oops"));
  CHECK(status == 5 << 8);
  CHECK(lines().size() == 2);
}

TEST_CASE("the units of a user are written, started and named again") {
  if (::geteuid() == 0) return;  // those of root belong to the machine
  const std::string folder = scratch("units");
  std::filesystem::create_directories(folder + "/home");
  std::ofstream(folder + "/systemctl") << "#!/bin/sh\necho \"$@\" >> '" + folder + "/said'\n";
  std::filesystem::permissions(folder + "/systemctl", std::filesystem::perms::owner_all);
  int status = -1;
  const std::string told = output_of("PATH='" + folder + "':\"$PATH\" HOME='" + folder +
                                         "/home' XDG_CONFIG_HOME= '" TOUCHSTONE_PROGRAM
                                         "' schedule firm.example --install 2>&1",
                                     &status);
  INFO(told);
  CHECK(status == 0);
  const std::string units = folder + "/home/.config/systemd/user/touchstone-firm.example";
  CHECK(std::filesystem::exists(units + ".service"));
  CHECK(std::filesystem::exists(units + ".timer"));
  CHECK_THAT(told, Contains("wrote " + units + ".timer") && Contains("to undo it"));
  CHECK_THAT(output_of("cat '" + folder + "/said'"),
             Contains("--user enable --now touchstone-firm.example.timer"));
}
