#include "cli/told_verbs.h"

#include "cli/wishes.h"
#include "reports/map.h"
#include "reports/told_plan.h"

namespace touchstone {

namespace {

ToldAudit audit_in(const std::string& path) {
  try {
    return read_told_audit(read_file(path), path);
  } catch (const ToldAuditError& error) {
    throw UsageError(error.what());
  }
}

}  // namespace

std::string told_map(const Options& options, const Phrases& say) {
  const ToldAudit audit = audit_in(options.subjects.front());
  switch (options.format) {
    case Format::mm:
      return map_freemind(audit, say);
    case Format::opml:
      return map_opml(audit, say);
    case Format::mermaid:
      return map_mermaid(audit, say);
    default:
      return map_markdown(audit, say);
  }
}

std::string told_plan(const Options& options, const Phrases& say, int width) {
  const ToldAudit audit = audit_in(options.subjects.front());
  switch (options.paper) {
    case Paper::checklist:
      return checklist(audit, say);
    case Paper::worksheet:
      return worksheet(audit, say);
    case Paper::walk:
      return walk_of_newcomer(audit, say);
    case Paper::plan:
      break;
  }
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
