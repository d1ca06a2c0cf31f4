#include "cli/options.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/option_groups.h"
#include "cli/option_words.h"
#include "reports/phrases.h"
#include "site/version.h"

namespace touchstone {

namespace {

const std::map<std::string, Verb> verbs{{"audit", Verb::audit},     {"crawl", Verb::crawl},
                                        {"history", Verb::history}, {"replay", Verb::replay},
                                        {"compare", Verb::compare}, {"explain", Verb::explain},
                                        {"rules", Verb::rules},     {"scorecard", Verb::scorecard},
                                        {"map", Verb::map},         {"plan", Verb::plan},
                                        {"due", Verb::due},         {"schedule", Verb::schedule}};
constexpr const char* overview =
    "touchstone fetches what customers meet of a company online and says, touchpoint by\n"
    "touchpoint, wow, so-so or sucks, why, and what to do.\n\n"
    "  touchstone [audit] URL...        audit each\n"
    "  touchstone crawl URL             visit every page of a site, and count\n"
    "  touchstone replay CAPTURE...     judge a stored capture again, without network\n"
    "  touchstone compare OURS RIVAL... us and our rivals, touchpoint by touchpoint\n"
    "  touchstone history HOST          the stored audits of a company and what changed\n"
    "  touchstone explain [TOUCHPOINT]  what it is, what wow and sucks mean in numbers, what to "
    "do\n"
    "  touchstone rules [FILE...]       validate rule files and show the rulebook that results\n"
    "  touchstone scorecard new [AUDIT.json]  the file for touchpoints that no crawler sees\n"
    "  touchstone scorecard check FILE        whether such a file is sound, and what it lacks\n"
    "  touchstone plan AUDIT.json       what to do, who, by when; --checklist, --worksheet, "
    "--brainstorm, --walk\n"
    "  touchstone map AUDIT.json        the touchpoints as a mind map: md, mm, opml, mermaid, "
    "html, svg\n"
    "  touchstone due [HOST]            which touchpoints are due for their next audit\n"
    "  touchstone schedule URL...       what runs audits regularly: systemd, cron or GitHub\n\n"
    "`touchstone VERB --help` lists the options of a verb.\n";

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
  for (const auto& path : words.outputs) options.outputs.push_back(output_of(path));
  for (const auto& gate : words.gates) options.gates.push_back(gate_of(gate));
  for (const auto& header : words.headers) options.crawl.headers.push_back(header_of(header));
  if (!words.capture.empty()) options.capture = words.capture;
  if (!words.company.empty()) options.company = words.company;
  if (!words.scorecard.empty()) options.scorecard = words.scorecard;
  const auto languages = Phrases::languages();
  if (std::find(languages.begin(), languages.end(), words.language) == languages.end()) {
    std::string known;
    for (const auto& language : languages) known += (known.empty() ? "" : ", ") + language;
    wrong("--lang " + words.language + ": reports are written in " + known);
  }
  options.language = words.language;
  settle_schedule(options, words);
  options.color = !words.no_color;
  options.progress = !words.no_progress && !options.quiet;
  options.crawl.timeout = std::chrono::milliseconds(std::lround(words.timeout * 1000));
  options.crawl.max_time = std::chrono::milliseconds(std::lround(words.max_time * 1000));
}

void check_list(const Options& options) {
  if (!options.subjects.empty() || options.sample) {
    wrong("name addresses or a --list of them, not both");
  }
  if (options.capture) wrong("--capture holds one audit; a --list has many");
  if (options.state) wrong("--state holds one crawl; a --list has many");
  if (options.format == Format::html) wrong("--format html: a list has text, json, csv, md");
  const bool lines = std::all_of(options.outputs.begin(), options.outputs.end(),
                                 [](const Output& one) { return one.path.ends_with(".jsonl"); });
  if (!lines) wrong("--output of a list is one audit a line; let its name end in .jsonl");
  if (options.resume && options.outputs.size() != 1) {
    wrong("--resume needs the results to go on with: --output results.jsonl");
  }
}

void check_comparison(const Options& options) {
  if (options.subjects.empty()) {
    wrong("name our company and its rivals, as in `touchstone compare ours.example their.example`");
  }
  if (options.sample || options.capture) {
    wrong(
        "--sample and --capture belong to an audit; compare takes addresses, captures and audits");
  }
  if (options.state) wrong("--state holds one crawl; a comparison has several");
}

void check_subjects(const Options& options) {
  const bool several = options.subjects.size() > 1;
  if (options.verb == Verb::scorecard) {
    const std::string what = options.subjects.empty() ? "" : options.subjects.front();
    if (what != "new" && what != "check") {
      wrong(
          "say `touchstone scorecard new [AUDIT.json|MAP.mm]` or `touchstone scorecard check "
          "FILE`");
    }
    if (what == "check" && options.subjects.size() != 2) {
      wrong("name the file to check, as in `touchstone scorecard check scorecard.json`");
    }
    if (options.subjects.size() > 2) wrong("scorecard takes one file at a time");
  }
  if (options.list) check_list(options);
  if (options.verb == Verb::compare) check_comparison(options);
  if (options.no_site && (!options.scorecard || !options.subjects.empty() || options.sample)) {
    wrong("--no-site needs a --scorecard, and no address");
  }
  const bool subject_wanted = !options.sample && !options.no_site && !options.list;
  if (options.verb == Verb::audit && options.subjects.empty() && subject_wanted) {
    wrong("name the address to audit, as in `touchstone https://example.com`; see --help");
  }
  if (options.verb == Verb::schedule && options.subjects.empty() && !options.list) {
    wrong("name the address to audit, as in `touchstone schedule https://example.com`");
  }
  if (options.verb == Verb::due && several) wrong("due takes one company, or none for all");
  if (options.verb == Verb::crawl && options.subjects.size() != 1) {
    wrong(
        "name the one address where the site begins, as in `touchstone crawl https://example.com`");
  }
  if (options.state && several) wrong("--state holds one site; name one address at a time");
  if (options.verb == Verb::history && options.subjects.size() != 1) {
    wrong("name one company, as in `touchstone history example.com`");
  }
  if (options.verb == Verb::replay && options.subjects.empty()) {
    wrong("name the capture to judge, as in `touchstone replay site.warc.gz`");
  }
  if ((options.verb == Verb::map || options.verb == Verb::plan) && options.subjects.size() != 1) {
    wrong("name one audit in JSON, as `touchstone URL --output audit.json` writes it");
  }
  if (options.verb == Verb::explain && several)
    wrong("explain takes one touchpoint, or none for all");
  const bool judges = options.verb == Verb::audit || options.verb == Verb::replay;
  if (judges && several && (!options.outputs.empty() || options.capture)) {
    wrong("--output and --capture hold one audit each; name one subject at a time");
  }
  if (options.resume && !options.list) wrong("--resume belongs to --list");
  if (judges && several && options.format == Format::html) {
    wrong("an HTML report holds one audit; name one subject at a time");
  }
  const bool writes = judges || options.verb == Verb::schedule;
  const bool compares = options.verb == Verb::compare;
  if (!writes && ((!compares && !options.outputs.empty()) || !options.gates.empty())) {
    wrong("--output and --fail-on belong to an audit; send this verb's output into a file with >");
  }
}

}  // namespace

std::variant<Options, Shown> parse_options(const std::vector<std::string>& arguments) {
  Options options;
  OptionWords words;
  std::vector<std::string> rest = arguments;
  if (rest.empty() || rest[0] == "--help" || rest[0] == "-h" || rest[0] == "help") {
    if (rest.empty()) wrong("name an address to audit, or see `touchstone --help`");
    return Shown{overview};
  }
  if (rest[0] == "--version") {
    return Shown{"touchstone " + std::string(version()) + "\n"};
  }
  std::string name = "audit";
  if (const auto verb = verbs.find(rest[0]); verb != verbs.end()) {
    name = verb->first;
    options.verb = verb->second;
    rest.erase(rest.begin());
  }

  CLI::App app("", "touchstone " + name);
  app.add_option("subjects", options.subjects)->type_name("");
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
  if (options.verb == Verb::plan) {
    const auto add_paper = [&](const std::string& paper_name, Paper paper,
                               const std::string& meaning) {
      app.add_flag_callback(
          paper_name, [&options, paper] { options.paper = paper; }, meaning);
    };
    add_paper("--checklist", Paper::checklist, "everything that was looked at, to tick off");
    add_paper("--worksheet", Paper::worksheet, "with room to write, in Markdown or HTML");
    add_paper("--brainstorm", Paper::brainstorm,
              "questions that lead to touchpoints nobody wrote down, in Markdown or HTML");
    add_paper("--walk", Paper::walk, "the customer's ways for somebody new, in Markdown");
  }
  if (options.verb == Verb::scorecard) {
    app.add_option("--template", options.scorecard_template, "only this part of the starter list");
  }
  std::reverse(rest.begin(), rest.end());  // CLI11 reads a vector from its end
  try {
    app.parse(rest);
  } catch (const CLI::CallForHelp&) {
    return Shown{app.help()};
  } catch (const CLI::ParseError& error) {
    wrong(std::string(error.what()) + " (see `touchstone " + name + " --help`)");
  }
  settle(options, words);
  settle_deep_crawl(app, options);
  settle_gates(options, words);
  check_subjects(options);
  return options;
}

}  // namespace touchstone
