#include "cli/told_verbs.h"

#include "cli/wishes.h"
#include "reports/explain.h"
#include "reports/map.h"
#include "reports/retold_audit.h"
#include "reports/told_plan.h"
#include "reports/worksheet.h"
#include "rules/nearest.h"

namespace touchstone {

namespace {

std::string explained(const Options& options, const Rulebook& rulebook, const Phrases& say,
                      const TextStyle& style) {
  const std::string touchpoint = options.subjects.empty() ? "" : options.subjects.front();
  if (touchpoint == "laws") return explain_laws(rulebook, say, style);
  if (touchpoint == "verdicts") return explain_verdicts(say, style);
  if (!options.subjects.empty() && !rulebook.find(touchpoint)) {
    std::vector<std::string> known;
    for (const auto& rule : rulebook.touchpoints) known.push_back(rule.id);
    throw UsageError("there is no touchpoint '" + touchpoint + "'" +
                     did_you_mean(touchpoint, known) + "; `touchstone explain` lists all");
  }
  return options.format == Format::json ? explain_json(rulebook, touchpoint)
                                        : explain_text(rulebook, touchpoint, say, style);
}

ToldAudit audit_of(const std::string& text, const std::string& path, const Phrases& say) {
  try {
    return retold(read_told_audit(text, path), say.language());
  } catch (const ToldAuditError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

std::string told_rulebook(const Options& options, const Phrases& say, const TextStyle& style) {
  Options laid = options;
  if (options.verb == Verb::rules) {
    laid.rule_files.insert(laid.rule_files.end(), options.subjects.begin(), options.subjects.end());
  }
  const Wishes wishes(laid);
  if (options.verb == Verb::explain) return explained(options, wishes.rulebook(), say, style);
  return options.format == Format::json ? explain_json(wishes.rulebook(), "")
                                        : rules_text(wishes.rulebook(), say, style);
}

std::string told_map(const Options& options, const Phrases& say) {
  const std::string& path = options.subjects.front();
  const std::string text = read_audit_file(path);
  // A map that somebody changed is told again as it is; everything else is an audit.
  const auto drawn = read_map(text);
  if (!drawn && text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == text.find('<')) {
    throw UsageError(
        path +
        " is no mind map that can be read: it must be FreeMind (<map>) or OPML, whole, "
        "without a DOCTYPE, and not nested too deep");
  }
  const MapNode map = drawn ? *drawn : map_of(audit_of(text, path, say), say);
  switch (options.format) {
    case Format::mm:
      return map_freemind(map);
    case Format::opml:
      return map_opml(map);
    case Format::mermaid:
      return map_mermaid(map);
    case Format::html:
      return map_html(map, say);
    case Format::svg:
      return map_svg(map);
    default:
      return map_markdown(map);
  }
}

namespace {

Handout handout_of(const ToldAudit& audit, Paper paper, const Phrases& say) {
  switch (paper) {
    case Paper::checklist:
      return checklist_handout(audit, say);
    case Paper::worksheet:
      return worksheet(audit, say);
    case Paper::brainstorm:
      return brainstorm(audit, say);
    case Paper::walk:
      return walk_handout(audit, say);
    case Paper::plan:
    case Paper::whole_plan:
      break;
  }
  return plan_handout(audit, say);
}

}  // namespace

std::string told_plan(const Options& options, const Phrases& say, int width) {
  const std::string& path = options.subjects.front();
  ToldAudit audit = audit_of(read_audit_file(path), path, say);
  const Paper paper = options.paper;
  const bool whole = paper == Paper::whole_plan;
  if (whole) audit.plan.insert(audit.plan.end(), audit.later.begin(), audit.later.end());
  if (options.format == Format::html) return handout_html(handout_of(audit, paper, say), say);
  if (paper == Paper::checklist) return checklist(audit, say);
  if (paper == Paper::walk) return walk_of_newcomer(audit, say);
  if (paper != Paper::plan && !whole) return handout_markdown(handout_of(audit, paper, say));
  switch (options.format) {
    case Format::json:
      return plan_json(audit);
    case Format::md:
      return plan_markdown(audit, say);
    case Format::csv:
      return plan_csv(audit, say);
    default:
      return plan_text(audit, say, width);
  }
}

}  // namespace touchstone
