#include "reports/html_sections.h"

#include "reports/escape.h"
#include "reports/html_touchpoint.h"
#include "reports/isolate.h"
#include "reports/lists.h"

namespace touchstone {

namespace {

std::string links_to(const std::vector<const Touchpoint*>& touchpoints, const Phrases& say) {
  std::string text = "<p class=\"chain\">";
  for (const Touchpoint* one : touchpoints) {
    text += "<a class=\"link " + verdict_class(one->verdict) + "\" href=\"#" +
            html_escaped(one->rule->id) + "\">" + html_told(one->rule->title, say) + " " +
            say.points(one->points) + "</a> ";
  }
  return text + "</p>";
}

}  // namespace

std::string html_sales(const Audit& audit, const Phrases& say) {
  const Picked touchpoints = closest_to_sale(audit);
  if (touchpoints.empty()) return {};
  return "<div class=\"card\">" + links_to(touchpoints, say) + "</div>\n";
}

std::string html_positions(const Audit& audit, const Phrases& say) {
  std::string text;
  for (const auto& position : tell_positions(audit, say)) {
    text += "<div class=\"card\"><h3>" + html_told(position.heading, say) + "</h3>" +
            links_to(position.touchpoints, say) + "</div>\n";
  }
  return text;
}

std::string html_preview(const SearchPreview& preview, const Phrases& say) {
  if (preview.title.empty()) return {};
  const std::string icon = preview.icon_data.empty()
                               ? ""
                               : "<img alt=\"\" src=\"" + html_escaped(preview.icon_data) + "\">";
  const std::string snippet = preview.snippet.empty() ? say("preview.no-snippet") : preview.snippet;
  std::string text =
      "<div class=\"card preview\"><cite>" + icon + "<bdi>" + html_escaped(preview.name) +
      "</bdi><br><bdi>" + html_escaped(preview.address) + "</bdi></cite><b><bdi>" +
      html_escaped(preview.title) + "</bdi></b><p dir=\"auto\">" + html_escaped(snippet) + "</p>";
  if (preview.icon.empty()) {
    text += "<p class=\"soft\">" + html_escaped(say("preview.no-icon")) + "</p>";
  }
  return text + "</div>\n";
}

}  // namespace touchstone
