// What an audit is held against: --baseline and --accept.

#include "cli/option_groups.h"
#include "cli/option_words.h"

namespace touchstone {

void add_gate_options(CLI::App& app, OptionWords& words) {
  app.add_option("--baseline", words.baseline,
                 "compare with the last stored audit, or with an audit in JSON")
      ->type_name("last|FILE");
  app.add_option("--accept", words.accept,
                 "known findings that no gate counts, each with a reason and an end date")
      ->type_name("FILE");
}

void settle_gates(Options& options, const OptionWords& words) {
  if (!words.baseline.empty()) options.baseline = words.baseline;
  if (!words.accept.empty()) options.accept = words.accept;
  for (const auto& gate : options.gates) {
    if (gate.kind == Gate::Kind::regression && !options.baseline) {
      wrong(
          "--fail-on regression needs something to compare with: add --baseline last, or "
          "--baseline audit.json");
    }
  }
  if (options.accept && options.gates.empty()) {
    wrong("--accept is for gates: add --fail-on sucks, or another");
  }
}

}  // namespace touchstone
