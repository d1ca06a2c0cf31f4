#include "cli/option_groups.h"
#include "cli/option_words.h"
#include "reports/phrases.h"

namespace touchstone {

namespace {

std::string languages() {
  std::string names;
  for (const auto& one : Phrases::languages()) names += (names.empty() ? "" : ", ") + one;
  return names;
}

}  // namespace

CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                          const std::string& meaning) {
  return app.add_option(name, values, meaning)->allow_extra_args(false);
}

void add_report_options(CLI::App& app, Options& options, OptionWords& words) {
  app.add_option("--format", words.format,
                 "what goes to standard output: " + format_names(options.verb))
      ->type_name("NAME");
  add_repeated(app, "--output", words.outputs,
               "also write FILE (" + output_endings(options.verb) + "); may be repeated")
      ->type_name("FILE");
  app.add_option("--lang", words.language, "language of the report: " + languages())
      ->type_name("xx");
  add_repeated(app, "--rules", options.rule_files,
               "lay a rule file over the default; may be repeated")
      ->type_name("FILE");
  app.add_option("--company", words.company,
                 "what you know of the company (touchstone.json here, if there is one)")
      ->type_name("FILE");
  app.add_option("--scorecard", words.scorecard, "merge the touchpoints that people scored")
      ->type_name("FILE");
  add_repeated(app, "--fail-on", words.gates,
               "end with status 1 when it is so: regression, sucks, score<N, coverage<N; may be "
               "repeated")
      ->type_name("CONDITION");
  app.add_flag("--quiet", options.quiet, "no progress, no hints");
  app.add_flag("--verbose", options.verbose, "every component with its evidence");
  app.add_flag("--no-color", words.no_color, "no colours (NO_COLOR is honoured too)");
  app.add_flag("--no-progress", words.no_progress, "no progress on standard error");
}

void add_paper_options(CLI::App& app, Paper& paper) {
  const auto add = [&](const std::string& name, Paper kind, const std::string& meaning) {
    app.add_flag_callback(
        name, [&paper, kind] { paper = kind; }, meaning);
  };
  add("--all", Paper::whole_plan, "every improvement with who and by when, not the first alone");
  add("--checklist", Paper::checklist, "everything that was looked at, to tick off");
  add("--worksheet", Paper::worksheet, "with room to write, in Markdown or HTML");
  add("--brainstorm", Paper::brainstorm,
      "questions that lead to touchpoints nobody wrote down, in Markdown or HTML");
  add("--walk", Paper::walk, "the customer's ways for somebody new, in Markdown or HTML");
}

}  // namespace touchstone
