#include "reports/told_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/csv.h"
#include "reports/escape.h"
#include "reports/json_parts.h"
#include "reports/layout.h"
#include "reports/tally.h"

namespace touchstone {

namespace {

std::string title_of(const ToldAudit& audit, const std::string& touchpoint) {
  if (const ToldTouchpoint* found = audit.find(touchpoint)) return found->title;
  for (const auto& [id, title] : audit.composites) {
    if (id == touchpoint) return title;
  }
  return touchpoint;
}

std::string_view box_of(const ToldTouchpoint& touchpoint) {
  if (touchpoint.verdict == "wow") return "[x]";
  if (touchpoint.status == "missing" || touchpoint.verdict == "sucks") return "[ ]";
  if (touchpoint.status == "absent") return "[-]";
  return touchpoint.verdict == "so-so" ? "[~]" : "[?]";
}

bool applies(const ToldTouchpoint& touchpoint) {
  return touchpoint.status != "not-applicable";
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const auto& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

struct WalkStep {
  std::string title, experience;
  bool judged = true;  // false: the audit left it out
};

// Every link of the way in order.
std::vector<WalkStep> steps_of(const ToldAudit& audit, const ToldChain& chain) {
  std::vector<WalkStep> steps;
  auto left_out = chain.left_out.begin();
  for (std::size_t i = 0; i <= chain.links.size(); ++i) {
    for (; left_out != chain.left_out.end() && left_out->before <= static_cast<int>(i);
         ++left_out) {
      steps.push_back({left_out->title, "", false});
    }
    if (i == chain.links.size()) break;
    const std::string& id = chain.links[i].touchpoint;
    const ToldTouchpoint* one = audit.find(id);
    steps.push_back({title_of(audit, id), one ? one->experience : "", true});
  }
  return steps;
}

// ": Recognises the tab."
std::string tell_step(const WalkStep& step, const Phrases& say) {
  const std::string told = step.judged ? step.experience : say("walk.left-out");
  return told.empty() ? told : ": " + told;
}

}  // namespace

std::string plan_text(const ToldAudit& audit, const Phrases& say, int width) {
  std::string text =
      printable(say.company(audit.name, audit.host)) + "\n" + say("section.plan") + "\n";
  int number = 0;
  for (const auto& item : audit.plan) {
    const std::string lead = "  " + say.whole(++number) + ". ";
    const std::string body = title_of(audit, item.touchpoint) + ": " + item.what + " (" +
                             tell_who_when(item.who, item.by, item.state, say) + ")";
    bool begun = false;
    for (const auto& part : wrapped(printable(body), std::max(30, width - columns(lead)))) {
      text +=
          (begun ? std::string(static_cast<std::size_t>(columns(lead)), ' ') : lead) + part + "\n";
      begun = true;
    }
  }
  return audit.plan.empty() ? text + "  " + say("plan.nothing") + "\n" : text;
}

std::string plan_markdown(const ToldAudit& audit, const Phrases& say) {
  std::string text = "# " + markdown_escaped(say.company(audit.name, audit.host)) + ": " +
                     say("section.plan") + "\n\n" +
                     table_row({say("column.touchpoint"), say("column.what"), say("column.who"),
                                say("column.by")}) +
                     "| --- | --- | --- | --- |\n";
  for (const auto& item : audit.plan) {
    text +=
        table_row({markdown_escaped(title_of(audit, item.touchpoint)), markdown_escaped(item.what),
                   markdown_escaped(item.who), markdown_escaped(say.date(item.by))});
  }
  return text;
}

std::string plan_json(const ToldAudit& audit) {
  Json plan = Json::array();
  for (const auto& item : audit.plan) {
    plan.push_back({{"touchpoint", item.touchpoint},
                    {"what", item.what},
                    {"who", item.who},
                    {"by", item.by},
                    {"effort", item.effort}});
    if (!item.state.empty()) plan.back()["state"] = item.state;
  }
  const Json json{{"host", audit.host}, {"taken", audit.taken}, {"plan", std::move(plan)}};
  return json_text(json, true);
}

std::string plan_csv(const ToldAudit& audit, const Phrases& say) {
  std::string text =
      csv_line({say("column.touchpoint"), say("column.what"), say("column.who"), say("column.by")});
  for (const auto& item : audit.plan) {
    text += csv_line({title_of(audit, item.touchpoint), item.what, item.who, item.by});
  }
  return text;
}

std::string checklist(const ToldAudit& audit, const Phrases& say) {
  std::string text;
  for (const auto& [group, title] : audit.groups) {
    std::string lines;
    for (const auto& one : audit.touchpoints) {
      if (one.group != group || !applies(one)) continue;
      lines += fmt::format("  {} {}{}\n", box_of(one), printable(one.title),
                           one.points ? " " + say.points(one.points) : "");
    }
    if (!lines.empty()) text += printable(title) + "\n" + lines;
  }
  return text + "\n" + say("checklist.legend") + "\n";
}

Handout checklist_handout(const ToldAudit& audit, const Phrases& say) {
  Handout handout{say.company(audit.name, audit.host), {}};
  for (const auto& [group, title] : audit.groups) {
    HandoutPart part{title, {}, {}, {}, 0};
    for (const auto& one : audit.touchpoints) {
      if (one.group != group || !applies(one)) continue;
      part.items.push_back(fmt::format("{} {}{}", box_of(one), one.title,
                                       one.points ? " " + say.points(one.points) : ""));
    }
    if (!part.items.empty()) handout.parts.push_back(std::move(part));
  }
  if (!handout.parts.empty()) handout.parts.back().text = say("checklist.legend");
  return handout;
}

Handout plan_handout(const ToldAudit& audit, const Phrases& say) {
  HandoutPart part{say("section.plan"), {}, {}, {}, 0};
  part.table = {
      {say("column.touchpoint"), say("column.what"), say("column.who"), say("column.by")}};
  for (const auto& item : audit.plan) {
    part.table.push_back(
        {title_of(audit, item.touchpoint), item.what, item.who, say.date(item.by)});
  }
  return {say.company(audit.name, audit.host), {std::move(part)}};
}

Handout walk_handout(const ToldAudit& audit, const Phrases& say) {
  Handout handout{say.company(audit.name, audit.host) + ": " + say("walk.title"), {}};
  for (const auto& chain : audit.chains) {
    HandoutPart part{chain.title, {}, {}, {}, 0};
    if (handout.parts.empty()) part.text = say("walk.how");
    for (const auto& step : steps_of(audit, chain)) {
      part.items.push_back(step.title + tell_step(step, say) + " " + say("walk.answer"));
    }
    handout.parts.push_back(std::move(part));
  }
  return handout;
}

std::string walk_of_newcomer(const ToldAudit& audit, const Phrases& say) {
  std::string text = "# " + markdown_escaped(say.company(audit.name, audit.host)) + ": " +
                     say("walk.title") + "\n\n" + say("walk.how") + "\n";
  for (const auto& chain : audit.chains) {
    text += "\n## " + markdown_escaped(chain.title) + "\n\n";
    int number = 0;
    for (const auto& step : steps_of(audit, chain)) {
      text += fmt::format("{}. **{}**{}\n   {}\n", ++number, markdown_escaped(step.title),
                          markdown_escaped(tell_step(step, say)), say("walk.answer"));
    }
  }
  return text;
}

}  // namespace touchstone
