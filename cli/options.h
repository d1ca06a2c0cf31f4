#pragma once

// The command line of the contract as a value.

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "crawler/options.h"
#include "reports/write.h"

namespace touchstone {

enum class Verb {
  audit,
  crawl,
  replay,
  compare,
  history,
  explain,
  rules,
  scorecard,
  map,
  plan,
  due,
  schedule
};
enum class Paper { plan, whole_plan, checklist, worksheet, brainstorm, walk };  // of the verb plan
// One condition of --fail-on.
struct Gate {
  enum class Kind { sucks, regression, score, coverage } kind = Kind::sucks;
  int bound = 0;     // decipoints for score, percent for coverage; the gate fails below it
  std::string text;  // as it was written
};

struct Output {
  std::string path;
  Format format = Format::text;
};

// When and how audits are to run by themselves.
struct TimeOfDay {
  unsigned hour = 0, minute = 0;  // local time; UTC at GitHub
};
struct ScheduleWish {
  enum class Form { systemd, cron, github } form = Form::systemd;
  enum class Every { daily, weekly, monthly } every = Every::daily;
  std::optional<TimeOfDay> at;       // absent: some time at night
  bool install = false;              // false: only print it
  std::vector<std::string> carried;  // what the audit gets: addresses and options, as written
};

struct Options {
  std::vector<std::string> words;  // the command line as it was typed
  Verb verb = Verb::audit;
  std::vector<std::string> subjects;  // URLs, captures, touchpoints or rule files, by verb
  bool sample = false;                // audit the sample company
  bool no_site = false;               // the company has none: judge what people scored alone
  Format format = Format::text;
  std::vector<Output> outputs;
  std::optional<std::string> capture;
  std::vector<std::string> rule_files;
  std::optional<std::string> company, scorecard;  // files
  Paper paper = Paper::plan;
  std::string scorecard_template;  // of `scorecard new`; empty: the whole list
  std::string language = "en";
  CrawlOptions crawl;
  CrawlOptions deep_crawl;  // the same for a whole site
  std::vector<Gate> gates;
  bool deep = false;                    // crawl the whole site too
  std::optional<std::string> state;     // the file of a deep crawl
  std::optional<std::string> store;     // the history's file, as the user named it
  bool stored = true;                   // false: --no-store
  std::optional<std::string> baseline;  // "last" or a file
  std::optional<std::string> accept;    // file of findings that no gate counts
  bool due = false;                     // only what is due, merged with the last audit
  std::optional<std::string> date;      // "2026-03-01"; absent: today
  std::vector<std::string> notify;      // where messages about changes go
  ScheduleWish schedule;
  std::optional<std::string> list;     // file of addresses; "-": standard input
  bool resume = false;                 // of a list: keep what its results hold already
  std::optional<std::size_t> at_once;  // companies looked at side by side; absent: as cores allow
  bool quiet = false, verbose = false, color = true, progress = true;
};

// The user asked wrongly: one line that says what is wrong and what to do. Exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What --help and --version print; the program then ends with status 0.
struct Shown {
  std::string text;
};

// Throws UsageError. Reads no file and asks nothing.
std::variant<Options, Shown> parse_options(const std::vector<std::string>& arguments);

}  // namespace touchstone
