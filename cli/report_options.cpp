#include "cli/option_groups.h"

namespace touchstone {

CLI::Option* add_repeated(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                          const std::string& meaning) {
  return app.add_option(name, values, meaning)->allow_extra_args(false);
}

void add_report_options(CLI::App& app, Options& options, OptionWords& words) {
  app.add_option("--format", words.format,
                 "what goes to standard output: text, json, html, md, csv, junit, sarif, github");
  add_repeated(app, "--output", words.outputs,
               "also write FILE (.json .html .md .csv .xml .sarif .txt); may be repeated")
      ->type_name("FILE");
  app.add_option("--lang", words.language, "language of the report")->type_name("xx");
  add_repeated(app, "--rules", options.rule_files,
               "lay a rule file over the default; may be repeated")
      ->type_name("FILE");
  app.add_option("--company", words.company,
                 "what you know of the company (touchstone.json here, if there is one)")
      ->type_name("FILE");
  app.add_option("--scorecard", words.scorecard, "merge the touchpoints that people scored")
      ->type_name("FILE");
  add_repeated(app, "--fail-on", words.gates,
               "status 1 when it holds: regression, sucks, score<N, coverage<N; may be repeated");
  app.add_flag("--quiet", options.quiet, "no progress, no hints");
  app.add_flag("--verbose", options.verbose, "every component with its evidence");
  app.add_flag("--no-color", words.no_color, "no colours (NO_COLOR is honoured too)");
  app.add_flag("--no-progress", words.no_progress, "no progress on standard error");
}

}  // namespace touchstone
