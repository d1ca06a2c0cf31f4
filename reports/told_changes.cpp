#include "reports/told_changes.h"

#include "reports/escape.h"
#include "reports/html_touchpoint.h"
#include "reports/tally.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

std::string tell_part(const ComponentStanding& standing, bool with_value, const Phrases& say) {
  if (with_value) return standing.value;
  if (standing.verdict) return say("verdict." + std::string(to_string(*standing.verdict)));
  return say("status." + std::string(to_string(standing.status)));
}

ToldStep told_part(const ComponentChange& change, const Phrases& say) {
  const auto& [before, after] = change;
  const bool values = !before.value.empty() && !after.value.empty() && before.value != after.value;
  return {after.id.empty() ? before.title : after.title, tell_part(before, values, say),
          tell_part(after, values, say)};
}

std::string tell_side(const TouchpointStanding& standing, const Phrases& say) {
  if (standing.id.empty()) return say("status.absent");
  return tell_standing(standing.status, standing.points, say);
}

std::string note_of(const Change& change, const Acceptance* accepted, Day day, const Phrases& say) {
  if (change.kind != ChangeKind::worse) return {};
  if (accepted) {
    if (const AcceptedFinding* one = accepted->of_change(change, day)) {
      return say("changes.accepted",
                 {{"date", say.date(to_text(one->until))}, {"reason", one->reason}});
    }
  }
  if (change.confirmed) return say("changes.confirmed");
  if (change.refuted) return say("changes.refuted");
  return change.firm ? "" : say("changes.unconfirmed");
}

}  // namespace

std::string tell_standing(Status status, const std::optional<int>& points, const Phrases& say) {
  const std::string score = points ? " " + say.points(points) : "";
  if (status == Status::assessed && points) {
    return say("verdict." + std::string(to_string(verdict_of(*points)))) + score;
  }
  return status == Status::assessed ? say("status.not-assessed")
                                    : say("status." + std::string(to_string(status))) + score;
}

std::vector<ToldStep> tell_parts(const Change& change, const Phrases& say) {
  std::vector<ToldStep> parts;
  for (const auto& one : change.components) parts.push_back(told_part(one, say));
  return parts;
}

std::string tell_step(const ToldStep& step, const Phrases& say) {
  return say("changes.was-now", {{"before", step.then}, {"after", step.now}});
}

std::vector<ToldChangeGroup> tell_changes(const Changes& changes, const Acceptance* accepted,
                                          const Phrases& say) {
  const Day day = std::chrono::floor<std::chrono::days>(changes.after);
  std::vector<ToldChangeGroup> groups;
  for (const auto& change : changes.items) {
    if (groups.empty() || groups.back().kind != change.kind) {
      groups.push_back({change.kind, say("changes." + std::string(to_string(change.kind))), {}});
    }
    ToldChange told;
    told.change = &change;
    told.step = {change.title(), tell_side(change.before, say), tell_side(change.after, say)};
    told.parts = tell_parts(change, say);
    told.url = change.url();
    told.note = note_of(change, accepted, day, say);
    groups.back().changes.push_back(std::move(told));
  }
  return groups;
}

std::vector<std::string> tell_comparison(const Changes& changes, const Phrases& say) {
  std::vector<std::string> told;
  told.push_back(say("changes.since", {{"date", say.date(format_rfc3339(changes.before))},
                                       {"before", say.points(changes.points_before)},
                                       {"after", say.points(changes.points_after)}}));
  if (changes.judged_again) told.push_back(say("changes.judged-again"));
  if (changes.rules_changed) told.push_back(say("changes.rules-changed"));
  if (changes.empty()) told.push_back(say("changes.none"));
  return told;
}

std::string markdown_changes(const Changes& changes, const Acceptance* accepted,
                             const Phrases& say) {
  std::string text = "\n## " + say("section.changes") + "\n\n";
  for (const auto& sentence : tell_comparison(changes, say)) {
    text += markdown_escaped(sentence) + "\n";
  }
  for (const auto& group : tell_changes(changes, accepted, say)) {
    text += "\n### " + markdown_escaped(group.heading) + "\n\n";
    for (const auto& one : group.changes) {
      text += "- **" + markdown_escaped(one.step.title) +
              "**: " + markdown_escaped(tell_step(one.step, say));
      if (!one.note.empty()) text += " (" + markdown_escaped(one.note) + ")";
      text += "\n";
      for (const auto& part : one.parts) {
        text += "  - " + markdown_escaped(part.title) + ": " +
                markdown_escaped(tell_step(part, say)) + "\n";
      }
      if (!one.url.empty()) text += "  - " + markdown_escaped(one.url) + "\n";
    }
  }
  return text;
}

std::string html_changes(const Changes& changes, const Acceptance* accepted, const Phrases& say) {
  std::string text;
  for (const auto& sentence : tell_comparison(changes, say)) {
    text += "<p>" + html_escaped(sentence) + "</p>\n";
  }
  for (const auto& group : tell_changes(changes, accepted, say)) {
    text += "<h3>" + html_escaped(group.heading) + "</h3>\n";
    for (const auto& one : group.changes) {
      const auto& points = one.change->after.points;
      text += "<div class=\"card\"><p><b>" + html_escaped(one.step.title) + "</b> <span class=\"" +
              verdict_class(points ? std::optional(verdict_of(*points)) : std::nullopt) + "\">" +
              html_escaped(tell_step(one.step, say)) + "</span></p>";
      for (const auto& part : one.parts) {
        text +=
            "<p>" + html_escaped(part.title) + ": " + html_escaped(tell_step(part, say)) + "</p>";
      }
      if (!one.url.empty()) text += "<p class=\"evidence\">" + html_link(one.url) + "</p>";
      if (!one.note.empty()) text += "<p class=\"soft\">" + html_escaped(one.note) + "</p>";
      text += "</div>\n";
    }
  }
  return text;
}

}  // namespace touchstone
