#pragma once

// The options that several verbs share, by what they are about. Private to the command line.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/options.h"

namespace touchstone {

// What the options are read into before they are made into Options.
struct OptionWords {
  std::string format, language = "en", capture, company, scorecard, store, date, every, at;
  std::string baseline, accept;
  std::vector<std::string> outputs, gates, headers;
  double timeout = 20, max_time = 120;
  bool no_color = false, no_progress = false, no_store = false;
};

// May be repeated, one value each time, so that an address may follow.
CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                          const std::string& meaning);

// How the audit is told and judged.
void add_report_options(CLI::App& app, Options& options, OptionWords& words);

// What kind of paper the verb plan prints.
void add_paper_options(CLI::App& app, Paper& paper);

// How many companies are audited from a list.
void add_list_options(CLI::App& app, Options& options);

// What the audit is held against.
void add_gate_options(CLI::App& app, OptionWords& words);
// Makes the words of the options above into values; throws UsageError.
void settle_gates(Options& options, const OptionWords& words);

// How the site is asked.
void add_crawl_options(CLI::App& app, Options& options, OptionWords& words);

// The file of audits that were made before.
void add_store_option(CLI::App& app, OptionWords& words);

// --date; with --due and --notify, what an audit takes of time.
void add_date_option(CLI::App& app, OptionWords& words);
void add_repeating_options(CLI::App& app, Options& options, OptionWords& words);

// What the verb schedule takes beside an audit's options.
void add_schedule_options(CLI::App& app, ScheduleWish& wish, OptionWords& words);

// Makes the words of the options above into values; throws UsageError.
void settle_schedule(Options& options, const OptionWords& words);

// Of a whole command line of the verb schedule what the audit gets.
std::vector<std::string> carried_words(const std::vector<std::string>& words);
// A whole site is asked for longer and more gently, as far as the user did not say otherwise.
void settle_deep_crawl(const CLI::App& app, Options& options);

}  // namespace touchstone
