#include "reports/write.h"

#include "reports/csv.h"
#include "reports/github.h"
#include "reports/html.h"
#include "reports/json.h"
#include "reports/junit.h"
#include "reports/markdown.h"
#include "reports/sarif.h"

namespace touchstone {

std::string write_report(const Audit& audit, Format format, const Phrases& say,
                         const TextStyle& style, const Beside& beside) {
  switch (format) {
    case Format::json:
      return write_json(audit, false, beside);
    case Format::html:
      return write_html(audit, say, beside);
    case Format::md:
      return write_markdown(audit, say, beside);
    case Format::csv:
      return write_csv(audit);
    case Format::junit:
      return write_junit(audit, beside.changes, beside.accepted);
    case Format::sarif:
      return write_sarif(audit, beside.changes, beside.accepted);
    case Format::github:
      return write_github(audit, beside.changes, beside.accepted);
    default:
      break;
  }
  return write_text(audit, say, style, beside);
}

}  // namespace touchstone
