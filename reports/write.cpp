#include "reports/write.h"

#include "reports/csv.h"
#include "reports/html.h"
#include "reports/json.h"
#include "reports/markdown.h"

namespace touchstone {

std::string write_report(const Audit& audit, Format format, const Phrases& say,
                         const TextStyle& style) {
  switch (format) {
    case Format::json:
      return write_json(audit);
    case Format::html:
      return write_html(audit, say);
    case Format::md:
      return write_markdown(audit, say);
    case Format::csv:
      return write_csv(audit);
    default:
      break;
  }
  return write_text(audit, say, style);
}

}  // namespace touchstone
