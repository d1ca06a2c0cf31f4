#include "cli/options.h"

#include <algorithm>
#include <cmath>

#include "cli/option_checks.h"
#include "cli/option_groups.h"
#include "cli/option_words.h"
#include "cli/verbs.h"
#include "rules/scorecard.h"
#include "site/version.h"

namespace touchstone {

namespace {

std::string known_templates() {
  std::string names;
  for (const auto& one : scorecard_templates()) names += (names.empty() ? "" : ", ") + one;
  return names;
}

bool has_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char character) { return character < 0x20 || character == 0x7F; });
}

// What would break a request, or mean no time at all (CLI11's ranges let NaN pass).
void check_crawl_words(const Options& options, const OptionWords& words) {
  if (has_control(options.crawl.user_agent))
    wrong("--user-agent: control characters cannot be sent");
  if (std::isnan(words.timeout) || std::isnan(words.max_time) || std::isnan(options.crawl.rate)) {
    wrong("--timeout, --max-time and --rate take a number");
  }
}

void settle(Options& options, const OptionWords& words) {
  check_crawl_words(options, words);
  options.format = format_of(options.verb, words.format);
  for (const auto& path : words.outputs) options.outputs.push_back(output_of(options.verb, path));
  for (const auto& gate : words.gates) options.gates.push_back(gate_of(gate));
  for (const auto& header : words.headers) options.crawl.headers.push_back(header_of(header));
  if (!words.capture.empty()) options.capture = words.capture;
  if (!words.company.empty()) options.company = words.company;
  if (!words.scorecard.empty()) options.scorecard = words.scorecard;
  options.language = language_of(words.language);
  settle_schedule(options, words);
  options.color = !words.no_color;
  options.progress = !words.no_progress && !options.quiet;
  options.crawl.timeout = std::chrono::milliseconds(std::lround(words.timeout * 1000));
  options.crawl.max_time = std::chrono::milliseconds(std::lround(words.max_time * 1000));
}

}  // namespace

std::variant<Options, Shown> parse_options(const std::vector<std::string>& arguments) {
  Options options;
  OptionWords words;
  std::vector<std::string> rest = arguments;
  if (rest.empty() || rest[0] == "--help" || rest[0] == "-h" || rest[0] == "help") {
    if (rest.empty()) wrong("name an address to audit, or see `touchstone --help`");
    return Shown{overview()};
  }
  if (rest[0] == "--version") {
    return Shown{"touchstone " + std::string(version()) + "\n"};
  }
  options.words = arguments;
  if (const auto verb = verb_named(rest[0])) {
    options.verb = *verb;
    rest.erase(rest.begin());
  } else if (const std::string meant = verb_meant(rest[0]); !meant.empty()) {
    wrong("there is no verb '" + rest[0] + "'; did you mean '" + meant +
          "'? (a host of that name is written http://" + rest[0] + ")");
  }

  const VerbWords& told = words_of(options.verb);
  CLI::App app(told.purpose, "touchstone " + told.name);
  app.add_option(told.subject, options.subjects, told.meaning)->type_name("");
  add_report_options(app, options, words);
  const bool audits = options.verb == Verb::audit || options.verb == Verb::schedule;
  const bool compares = options.verb == Verb::compare;
  const bool judges = audits || options.verb == Verb::replay;
  const bool reads = options.verb == Verb::due || options.verb == Verb::history;
  if (audits || compares || options.verb == Verb::crawl) add_crawl_options(app, options, words);
  if (judges) add_gate_options(app, words);
  if (judges || compares || reads) add_store_option(app, words);
  if (audits) add_repeating_options(app, options, words);
  if (audits) add_list_options(app, options);
  if (options.verb == Verb::due) add_date_option(app, words);
  if (options.verb == Verb::schedule) {
    add_schedule_options(app, options.schedule, words);
    options.schedule.carried = carried_words(rest);
  }
  if (options.verb == Verb::plan) add_paper_options(app, options.paper);
  if (options.verb == Verb::scorecard) {
    app.add_option("--template", options.scorecard_template,
                   "of `new`: only this part of the starter list: " + known_templates())
        ->type_name("NAME");
  }
  for (const auto& untold : told.untold) app.get_option(untold)->group("");
  std::reverse(rest.begin(), rest.end());  // CLI11 reads a vector from its end
  try {
    app.parse(rest);
  } catch (const CLI::CallForHelp&) {
    return Shown{app.help()};
  } catch (const CLI::ParseError& error) {
    wrong(std::string(error.what()) + " (see `touchstone " + told.name + " --help`)");
  }
  settle(options, words);
  settle_deep_crawl(app, options);
  settle_gates(options, words);
  check_options(options);
  return options;
}

}  // namespace touchstone
