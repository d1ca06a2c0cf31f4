#include "cli/option_groups.h"

namespace touchstone {

void add_list_options(CLI::App& app, Options& options) {
  app.add_option("--list", options.list,
                 "audit every address in FILE, one a line (-: standard input), side by side")
      ->type_name("FILE");
  app.add_flag("--resume", options.resume,
               "of a list: keep the audits that --output results.jsonl holds already");
}

}  // namespace touchstone
