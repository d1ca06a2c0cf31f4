#include "cli/scorecard_verb.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/wishes.h"
#include "reports/layout.h"
#include "reports/map.h"
#include "rules/translation.h"

namespace touchstone {

namespace {

constexpr double tenths = 10;

std::string text_in(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The touchpoints of a JSON audit that the rulebook knows.
std::vector<SeenTouchpoint> touchpoints_in(const std::string& text, const std::string& path,
                                           const Rulebook& rulebook) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  const bool other_form =
      json.is_object() && json.contains("format") && json["format"] != "touchstone-audit/1";
  if (!json.is_object() || other_form || !json.contains("touchpoints") ||
      !json["touchpoints"].is_array()) {
    throw UsageError(path +
                     " is neither an audit in JSON (make one with --format json) nor a mind map");
  }
  std::vector<SeenTouchpoint> found;
  for (const auto& one : json["touchpoints"]) {
    if (!one.is_object()) continue;
    const TouchpointRule* rule = rulebook.find(text_in(one, "id"));
    if (!rule || rule->offline) continue;
    SeenTouchpoint seen{rule, text_in(one, "status"), text_in(one, "verdict"), std::nullopt};
    if (const auto score = one.find("score"); score != one.end() && score->is_number()) {
      const double points = score->get<double>() * tenths;
      if (points >= 0 && points <= 100) seen.points = static_cast<int>(std::lround(points));
    }
    found.push_back(std::move(seen));
  }
  return found;
}

// "Our stall" -> "our-stall"; a title without Latin letters is counted: "own-3".
std::string id_for(const std::string& title, std::size_t count) {
  std::string id;
  for (const char c : title) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
      id += lower;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  constexpr std::size_t longest = 60;
  return id.empty() ? "own-" + std::to_string(count) : id.substr(0, longest);
}

// The leaves of a mind map that neither the rulebook nor the starter list has.
class DrawnMap {
 public:
  DrawnMap(const Rulebook& rulebook, const std::vector<std::string>& starters)
      : rulebook_(rulebook), starters_(starters) {}

  std::vector<DrawnTouchpoint> read(const MapNode& map) {
    take(map, "", "");
    return std::move(drawn_);
  }

 private:
  bool is_known(const std::string& id) const {
    return rulebook_.find(id) ||
           std::find(starters_.begin(), starters_.end(), id) != starters_.end();
  }

  void take(const MapNode& node, const std::string& group, const std::string& object) {
    for (const auto& child : node.children) {
      if (!child.children.empty()) {
        constexpr std::string_view group_mark = "group-";
        const bool grouped = child.id.starts_with(group_mark);
        const std::string id = grouped ? child.id.substr(group_mark.size()) : "";
        take(child, knows_group(id) ? id : "", grouped ? "" : child.label);
      } else if (!child.label.empty() && !is_known(child.id)) {
        drawn_.push_back({id_for(child.label, drawn_.size() + 1), child.label, group, object});
      }
    }
  }

  bool knows_group(const std::string& id) const {
    return std::any_of(rulebook_.groups.begin(), rulebook_.groups.end(),
                       [&](const GroupRule& one) { return one.id == id; });
  }

  const Rulebook& rulebook_;
  const std::vector<std::string>& starters_;
  std::vector<DrawnTouchpoint> drawn_;
};

}  // namespace

std::string scorecard_to_fill_in(const Options& options) {
  const Wishes wishes(options);  // reads --scorecard, so that what is wrong in it is told
  ScorecardDraft draft;
  draft.template_name = options.scorecard_template;
  if (options.subjects.size() == 2) {
    const std::string text = read_audit_file(options.subjects[1]);
    if (const auto map = read_map(text)) {
      draft.drawn = DrawnMap(wishes.rulebook(), scorecard_starters()).read(*map);
    } else {
      draft.seen = touchpoints_in(text, options.subjects[1], wishes.rulebook());
    }
  }
  if (options.scorecard) draft.typed = RuleFile{*options.scorecard, read_file(*options.scorecard)};
  try {
    return new_scorecard(draft, wishes.rulebook(), wording_of(options.language));
  } catch (const std::invalid_argument& error) {
    throw UsageError(error.what());
  }
}

std::string scorecard_summary(const Options& options, const Phrases& say) {
  Options checked = options;
  checked.scorecard = options.subjects[1];
  const Wishes wishes(checked);
  std::int64_t scored = 0;
  std::string open, universal;  // the latter is missed most
  for (const auto& entry : wishes.scorecard().entries) {
    if (entry.points || !entry.parts.empty() || entry.present) {
      ++scored;
      continue;
    }
    const TouchpointRule& rule = *wishes.rulebook().find(entry.rule.id);
    const std::string line = printable(rule.id + ": " + rule.title);
    (rule.universal ? universal : open) += "  " + line + "\n";
  }
  const auto all = static_cast<std::int64_t>(wishes.scorecard().entries.size());
  std::string text = say("scorecard.summary", {{"all", all}, {"scored", scored}}) + "\n";
  if (!universal.empty()) text += say("scorecard.open-universal") + "\n" + universal;
  if (!open.empty()) text += say("scorecard.open") + "\n" + open;
  return text;
}

}  // namespace touchstone
