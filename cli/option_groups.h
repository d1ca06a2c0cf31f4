#pragma once

// The options that several verbs share, by what they are about. Private to the command line.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/options.h"

namespace touchstone {

// What the options are read into before they are made into Options.
struct OptionWords {
  std::string format, language = "en", capture, company, scorecard;
  std::vector<std::string> outputs, gates, headers;
  double timeout = 20, max_time = 120;
  bool no_color = false, no_progress = false, no_store = false;
};

// May be repeated, one value each time, so that an address may follow.
CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                          const std::string& meaning);

// How the audit is told and judged.
void add_report_options(CLI::App& app, Options& options, OptionWords& words);

// How the site is asked.
void add_crawl_options(CLI::App& app, Options& options, OptionWords& words);

}  // namespace touchstone
