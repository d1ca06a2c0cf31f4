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

const std::string blank_line = "\n________________________________________\n";

std::string title_of(const ToldAudit& audit, const std::string& touchpoint) {
  const ToldTouchpoint* found = audit.find(touchpoint);
  return found ? found->title : touchpoint;
}

std::string name_of(const ToldAudit& audit) {
  return audit.name.empty() ? audit.host : audit.name;
}

std::string_view box_of(const ToldTouchpoint& touchpoint) {
  if (touchpoint.verdict == "wow") return "[x]";
  if (touchpoint.status == "missing" || touchpoint.verdict == "sucks") return "[ ]";
  return touchpoint.verdict == "so-so" ? "[~]" : "[?]";
}

bool applies(const ToldTouchpoint& touchpoint) {
  return touchpoint.status != "not-applicable";
}

std::string listed(const ToldAudit& audit, const Phrases& say, std::string_view heading,
                   bool (*belongs)(const ToldTouchpoint&)) {
  std::string text = "\n## " + say(heading) + "\n\n";
  for (const auto& one : audit.touchpoints) {
    if (belongs(one)) text += "- " + markdown_escaped(one.title) + "\n";
  }
  return text + "- \n- \n";
}

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const auto& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

}  // namespace

std::string plan_text(const ToldAudit& audit, const Phrases& say, int width) {
  std::string text = printable(name_of(audit)) + "\n" + say("section.plan") + "\n";
  int number = 0;
  for (const auto& item : audit.plan) {
    const std::string lead = fmt::format("  {}. ", ++number);
    const std::string body = title_of(audit, item.touchpoint) + ": " + item.what + " (" +
                             say("plan.who-when", {{"who", item.who}, {"by", say.date(item.by)}}) +
                             ")";
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
  std::string text = "# " + markdown_escaped(name_of(audit)) + ": " + say("section.plan") + "\n\n" +
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
  }
  const Json json{{"host", audit.host}, {"taken", audit.taken}, {"plan", std::move(plan)}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
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
                           one.points ? " " + tell_points(one.points) : "");
    }
    if (!lines.empty()) text += printable(title) + "\n" + lines;
  }
  return text + "\n" + say("checklist.legend") + "\n";
}

std::string worksheet(const ToldAudit& audit, const Phrases& say) {
  std::string text = "# " + markdown_escaped(name_of(audit)) + ": " + say("worksheet.title") +
                     "\n\n## " + say("worksheet.ideas") + "\n" + blank_line + blank_line;
  text += listed(audit, say, "list.keep-wow",
                 [](const ToldTouchpoint& one) { return one.verdict == "wow"; });
  text += listed(audit, say, "list.create-wow",
                 [](const ToldTouchpoint& one) { return one.status == "missing"; });
  text += listed(audit, say, "list.remove-sucks", [](const ToldTouchpoint& one) {
    return one.verdict == "sucks" && one.status != "missing";
  });
  text += listed(audit, say, "list.lift-so-so", [](const ToldTouchpoint& one) {
    return one.verdict == "so-so" && one.status != "missing";
  });
  for (const auto& [group, title] : audit.groups) {
    std::string rows;
    for (const auto& one : audit.touchpoints) {
      if (one.group != group || !applies(one)) continue;
      std::string parts;
      for (const auto& part : one.components) parts += (parts.empty() ? "" : ", ") + part.title;
      rows += table_row({markdown_escaped(one.title), markdown_escaped(parts),
                         one.points ? tell_points(one.points) : " ", " ", " ", " ", " "});
    }
    if (rows.empty()) continue;
    text +=
        "\n## " + markdown_escaped(title) + "\n\n" +
        table_row({say("column.touchpoint"), say("column.parts"), say("column.we"),
                   say("column.rival"), say("column.what"), say("column.who"), say("column.by")}) +
        "| --- | --- | --- | --- | --- | --- | --- |\n" + rows + "\n" + say("worksheet.ideas") +
        ":\n" + blank_line;
  }
  return text + "\n## " + say("worksheet.ideas") + "\n" + blank_line + blank_line;
}

std::string walk_of_newcomer(const ToldAudit& audit, const Phrases& say) {
  std::string text = "# " + markdown_escaped(name_of(audit)) + ": " + say("walk.title") + "\n\n" +
                     say("walk.how") + "\n";
  for (const auto& chain : audit.chains) {
    text += "\n## " + markdown_escaped(chain.title) + "\n\n";
    int number = 0;
    for (const auto& link : chain.links) {
      const ToldTouchpoint* one = audit.find(link.touchpoint);
      text +=
          fmt::format("{}. **{}**", ++number, markdown_escaped(title_of(audit, link.touchpoint)));
      if (one && !one->experience.empty()) text += ": " + markdown_escaped(one->experience);
      text += "\n   " + say("walk.answer") + "\n";
    }
  }
  return text;
}

}  // namespace touchstone
