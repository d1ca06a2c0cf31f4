#include "cli/option_checks.h"

#include <algorithm>

#include "cli/option_words.h"

namespace touchstone {

namespace {

// What would be passed over in silence.
void check_contradictions(const Options& options) {
  if (options.sample && !options.subjects.empty()) {
    wrong("--sample is the company that ships with the program; leave the address out");
  }
  if (options.store && !options.stored) {
    wrong("--store names a history and --no-store wants none; leave one of them out");
  }
  if (options.state && !options.deep && options.verb != Verb::crawl) {
    wrong("--state is the file of a deep crawl; add --deep");
  }
  if (options.at_once && !options.list && options.verb != Verb::compare) {
    wrong("--at-once belongs to --list and to the verb compare");
  }
  const bool table = options.format == Format::json || options.format == Format::csv;
  const bool written_on = options.paper != Paper::plan && options.paper != Paper::whole_plan;
  if (written_on && table) {
    wrong("a paper to write on is told in md or html");
  }
}

void check_list(const Options& options) {
  if (!options.subjects.empty() || options.sample) {
    wrong("name addresses or a --list of them, not both");
  }
  if (options.capture) wrong("--capture holds one audit; a --list has many");
  if (options.state) wrong("--state holds one crawl; a --list has many");
  const bool told = options.format == Format::text || options.format == Format::json ||
                    options.format == Format::csv || options.format == Format::md;
  if (!told) wrong("--format: a list has text, json, csv, md");
  const bool lines = std::all_of(options.outputs.begin(), options.outputs.end(),
                                 [](const Output& one) { return one.path.ends_with(".jsonl"); });
  if (!lines) wrong("--output of a list is one audit a line; let its name end in .jsonl");
  if (options.resume && options.outputs.size() != 1) {
    wrong("--resume needs the results to go on with: --output results.jsonl");
  }
}

void check_comparison(const Options& options) {
  if (options.sample || options.capture) {
    wrong(
        "--sample and --capture belong to an audit; compare takes addresses, captures and audits");
  }
  if (options.state) wrong("--state holds one crawl; a comparison has several");
}

void check_subjects_of(const Options& options) {
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
  const bool holds_one = options.format == Format::html || options.format == Format::junit ||
                         options.format == Format::sarif;
  if (judges && several && holds_one) {
    wrong("a report in HTML, JUnit or SARIF holds one audit; name one subject at a time");
  }
  if (!judges && options.verb != Verb::schedule && !options.gates.empty()) {
    wrong("--fail-on belongs to an audit");
  }
  if (options.verb == Verb::crawl && !options.outputs.empty()) {
    wrong("--output belongs to an audit; send what crawl tells into a file with >");
  }
}

}  // namespace

void check_options(const Options& options) {
  check_contradictions(options);
  check_subjects_of(options);
}

}  // namespace touchstone
