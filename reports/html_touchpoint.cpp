#include "reports/html_touchpoint.h"

#include "reports/escape.h"
#include "reports/tally.h"

namespace touchstone {

std::string verdict_class(const std::optional<Verdict>& verdict) {
  return verdict ? std::string(to_string(*verdict)) : "none";
}

namespace {

std::string pill(const std::string& style, const std::string& word) {
  return "<span class=\"pill " + style + "\">" + html_escaped(word) + "</span>";
}

std::string evidence(const Judgement& component) {
  std::string text;
  for (const auto& piece : component.evidence) {
    text += "<p class=\"evidence\">" + html_link(piece.url) + " " + html_escaped(piece.place);
    if (!piece.excerpt.empty()) text += " <code>" + html_escaped(piece.excerpt) + "</code>";
    text += "</p>";
  }
  return text;
}

std::string component_row(const Judgement& component, const Phrases& say) {
  const std::string word = component.verdict
                               ? say("verdict." + std::string(to_string(*component.verdict)))
                               : say("status." + std::string(to_string(component.status)));
  std::string finding =
      html_escaped(component.reason ? tell_reason(*component.reason, say) : component.says);
  const auto add = [&](const std::string& text) {
    finding += "<br><span class=\"soft\">" + html_escaped(text) + "</span>";
  };
  if (component.unconfirmed) add(say("component.unconfirmed"));
  if (!component.cap.empty()) add(say("component.cap." + component.cap));
  if (component.verdict && component.verdict != Verdict::wow && !component.threshold.empty()) {
    add(say("component.asks", {{"threshold", component.threshold}}));
  }
  if (!component.fix.empty()) {
    finding +=
        "<br><b>" + html_escaped(say("component.fix")) + ":</b> " + html_escaped(component.fix);
  }
  return "<tr><th scope=\"row\">" + html_escaped(component.title) + "</th><td>" +
         pill(verdict_class(component.verdict), word) + "</td><td>" + finding +
         evidence(component) + "</td></tr>\n";
}

}  // namespace

std::string html_touchpoint(const Touchpoint& touchpoint, const Phrases& say) {
  const TouchpointRule& rule = *touchpoint.rule;
  const std::string style =
      touchpoint.status == Status::missing ? "missing" : verdict_class(touchpoint.verdict);
  std::string text = "<details id=\"" + html_escaped(rule.id) + "\"><summary>" +
                     pill(style, tell_verdict(touchpoint, say)) + "<span class=\"" + style + "\">" +
                     tell_points(touchpoint.points) + "</span><b>" + html_escaped(rule.title) +
                     "</b><span class=\"says\">" + html_escaped(tell_touchpoint(touchpoint, say)) +
                     "</span></summary>\n<p>" + html_escaped(rule.experience) + "</p>\n";
  if (!touchpoint.components.empty()) {
    text += "<table><thead><tr><th>" + html_escaped(say("explain.components")) + "</th><th>" +
            html_escaped(say("column.verdict")) + "</th><th>" +
            html_escaped(say("column.finding")) + "</th></tr></thead><tbody>\n";
    for (const auto& component : touchpoint.components) text += component_row(component, say);
    text += "</tbody></table>\n";
  }
  if (touchpoint.verdict != Verdict::wow && !rule.remedy.empty()) {
    text += "<p><b>" + html_escaped(say("explain.remedy")) + ":</b> " + html_escaped(rule.remedy) +
            "</p>\n";
  }
  if (!rule.authority.empty()) {
    text += "<p class=\"soft\">" + html_escaped(say("explain.authority") + ": " + rule.authority) +
            "</p>\n";
  }
  return text + "</details>\n";
}

}  // namespace touchstone
