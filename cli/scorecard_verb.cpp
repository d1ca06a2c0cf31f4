#include "cli/scorecard_verb.h"

#include <nlohmann/json.hpp>

#include "cli/wishes.h"
#include "reports/layout.h"
#include "rules/translation.h"

namespace touchstone {

namespace {

// The touchpoints of a JSON audit that the rulebook knows.
std::vector<const TouchpointRule*> touchpoints_in(const std::string& path,
                                                  const Rulebook& rulebook) {
  const auto json = nlohmann::json::parse(read_file(path), nullptr, false);
  if (!json.is_object() || !json.contains("touchpoints") || !json["touchpoints"].is_array()) {
    throw UsageError(path + " is no audit in JSON; make one with --format json");
  }
  std::vector<const TouchpointRule*> found;
  for (const auto& one : json["touchpoints"]) {
    if (!one.is_object() || !one.contains("id") || !one["id"].is_string()) continue;
    if (const auto* rule = rulebook.find(one["id"].get<std::string>())) found.push_back(rule);
  }
  return found;
}

}  // namespace

std::string scorecard_to_fill_in(const Options& options) {
  const Wishes wishes(options);  // reads --scorecard, so that what is wrong in it is told
  std::vector<const TouchpointRule*> seen;
  if (options.subjects.size() == 2) {
    seen = touchpoints_in(options.subjects[1], wishes.rulebook());
  }
  std::optional<RuleFile> typed;
  if (options.scorecard) typed = RuleFile{*options.scorecard, read_file(*options.scorecard)};
  try {
    return new_scorecard(options.scorecard_template, seen, typed, wording_of(options.language));
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

std::string scorecard_summary(const Options& options, const Phrases& say) {
  Options checked = options;
  checked.scorecard = options.subjects[1];
  const Wishes wishes(checked);
  std::int64_t scored = 0;
  std::string open;
  for (const auto& entry : wishes.scorecard().entries) {
    if (entry.points || !entry.parts.empty() || entry.present) {
      ++scored;
    } else {
      open += "  " + printable(entry.rule.id + ": " + entry.rule.title) + "\n";
    }
  }
  const auto all = static_cast<std::int64_t>(wishes.scorecard().entries.size());
  std::string text = say("scorecard.summary", {{"all", all}, {"scored", scored}}) + "\n";
  if (!open.empty()) text += say("scorecard.open") + "\n" + open;
  return text;
}

}  // namespace touchstone
