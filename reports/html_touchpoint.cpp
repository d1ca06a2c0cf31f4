#include "reports/html_touchpoint.h"

#include "reports/escape.h"
#include "reports/examples.h"
#include "reports/isolate.h"
#include "reports/lists.h"
#include "reports/tally.h"
#include "rules/laws.h"

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

// What a wow asks, in the rule's own sentences where it has some.
std::string asked_for(const TouchpointRule& rule, const Judgement& judgement) {
  for (const auto& component : rule.components) {
    if (rule.id + "." + component.id != judgement.id) continue;
    std::string told;
    for (const auto& one : component.told_criterion(Verdict::wow, rule.units, *rule.wording))
      told += (told.empty() ? "" : " ") + one;
    if (!told.empty()) return told;
  }
  return judgement.threshold;
}

std::string component_row(const TouchpointRule& rule, const Judgement& component,
                          const Phrases& say) {
  const std::string word = component.verdict
                               ? say("verdict." + std::string(to_string(*component.verdict)))
                               : say("status." + std::string(to_string(component.status)));
  std::string finding =
      html_told(component.reason ? tell_reason(*component.reason, say) : component.says, say);
  const auto add = [&](const std::string& text) {
    finding += "<br><span class=\"soft\">" + html_told(text, say) + "</span>";
  };
  if (component.unconfirmed) add(say("component.unconfirmed"));
  if (!component.cap.empty()) add(say("component.cap." + component.cap));
  const std::string asked = asked_for(rule, component);
  if (component.verdict && component.verdict != Verdict::wow && !asked.empty()) {
    add(say("component.asks", {{"threshold", asked}}));
  }
  if (!component.fix.empty()) {
    finding +=
        "<br><b>" + html_told(say("component.fix"), say) + ":</b> " + html_told(component.fix, say);
  }
  return "<tr><th scope=\"row\">" + html_told(component.title, say) + "</th><td>" +
         pill(verdict_class(component.verdict), word) + "</td><td>" + finding +
         evidence(component) + "</td></tr>\n";
}

std::string labelled(const std::string& label, const std::string& body, const Phrases& say) {
  if (body.empty()) return {};
  return "<p><b>" + html_told(label, say) + ":</b> " + html_told(body, say) + "</p>\n";
}

// What would make people tell others of it; nobody tells of what just works, and of what is
// remembered they do already.
std::string to_remember(const Touchpoint& touchpoint, const Phrases& say) {
  if (touchpoint.rule->hygiene || !touchpoint.chips.empty()) return {};
  return labelled(say("explain.chips"), tell_chip_ideas(*touchpoint.rule, say), say);
}

std::string examples(const Touchpoint& touchpoint, const Phrases& say) {
  if (touchpoint.verdict == Verdict::wow || !touchpoint.verdict) return {};
  const Examples found = examples_of(*touchpoint.rule);
  return labelled(say("explain.great"), found.great, say) +
         labelled(say("explain.bad"), found.bad, say);
}

}  // namespace

std::string html_touchpoint(const Touchpoint& touchpoint, const Phrases& say) {
  const TouchpointRule& rule = *touchpoint.rule;
  const std::string style =
      touchpoint.status == Status::missing ? "missing" : verdict_class(touchpoint.verdict);
  std::string text = "<details id=\"" + html_escaped(rule.id) + "\"><summary>" +
                     pill(style, tell_verdict(touchpoint, say)) + "<span class=\"" + style + "\">" +
                     say.points(touchpoint.points) + "</span><b>" + html_told(rule.title, say) +
                     "</b><span class=\"says\">" + html_told(tell_finding(touchpoint, say), say) +
                     "</span></summary>\n<p>" + html_told(rule.experience, say) +
                     "</p>\n<p class=\"soft\">" + html_told(tell_nature(touchpoint, say), say) +
                     "</p>\n";
  if (!touchpoint.components.empty()) {
    text += "<table><thead><tr><th>" + html_told(say("explain.components"), say) + "</th><th>" +
            html_told(say("column.verdict"), say) + "</th><th>" +
            html_told(say("column.finding"), say) + "</th></tr></thead><tbody>\n";
    for (const auto& component : touchpoint.components) {
      text += component_row(rule, component, say);
    }
    text += "</tbody></table>\n";
  }
  if (touchpoint.verdict != Verdict::wow && !rule.remedy.empty()) {
    text += "<p><b>" + html_told(say("explain.remedy"), say) + ":</b> " +
            html_told(rule.remedy, say) + "</p>\n";
  }
  text += to_remember(touchpoint, say) + examples(touchpoint, say);
  std::string laws;
  for (const auto& law : told_laws_of(rule, *rule.wording)) laws += (laws.empty() ? "" : " ") + law;
  text += labelled(say("explain.why"), laws, say);
  if (!rule.authority.empty()) {
    text += "<p class=\"soft\">" +
            html_told(say("explain.authority") + ": " + (*rule.wording)(rule.authority), say) +
            "</p>\n";
  }
  return text + "</details>\n";
}

}  // namespace touchstone
