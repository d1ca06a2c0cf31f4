#include "reports/compared.h"

#include "reports/compared_words.h"
#include "reports/csv.h"
#include "reports/escape.h"
#include "reports/tally.h"

namespace touchstone {

namespace {

std::string table_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const auto& cell : cells) row += " " + cell + " |";
  return row + "\n";
}

std::string markdown_ranking(const Comparison& comparison, const Phrases& say) {
  std::string text = "\n## " + say("section.ranking") + "\n\n" +
                     table_row({say("column.place"), say("column.company"), say("column.total"),
                                say("column.own-score")}) +
                     "| ---: | --- | ---: | ---: |\n";
  for (const std::size_t side : ranking(comparison)) {
    const auto place = comparison.place(side);
    std::string name = markdown_escaped(name_of(comparison.sides[side]));
    if (side == 0) name = "**" + name + "** (" + say("compare.we") + ")";
    text += table_row({place ? say.whole(*place) : "-", name, say.points(comparison.totals[side]),
                       say.points(comparison.sides[side].audit.points)});
  }
  return text;
}

std::string markdown_groups(const Comparison& comparison, const Phrases& say) {
  std::vector<std::string> head{""}, rule{"---"};
  for (const auto& side : comparison.sides) {
    head.push_back(markdown_escaped(name_of(side)));
    rule.emplace_back("---:");
  }
  std::string text = "\n## " + say("section.groups") + "\n\n" + table_row(head) + table_row(rule);
  for (const auto& group : comparison.groups) {
    std::vector<std::string> cells{markdown_escaped(group.title)};
    for (std::size_t side = 0; side < group.met.size(); ++side) {
      cells.push_back(tell_met(group.met[side], say) + say("separator.list") +
                      say.points(group.totals[side]));
    }
    text += table_row(cells);
  }
  return text;
}

std::string markdown_matrix(const Comparison& comparison, const Phrases& say) {
  std::vector<std::string> head{say("column.touchpoint")}, rule{"---"};
  for (const auto& side : comparison.sides) {
    head.push_back(markdown_escaped(name_of(side)));
    rule.emplace_back("---:");
  }
  head.push_back(say("column.standing"));
  rule.emplace_back("---");
  std::string text = "\n## " + say("section.matrix") + "\n\n" + table_row(head) + table_row(rule);
  for (const auto& one : comparison.touchpoints) {
    std::vector<std::string> cells{markdown_escaped(one.title)};
    for (const auto& cell : one.cells) {
      cells.push_back(cell.points ? say.points(cell.points) + " " + tell_cell(cell, say)
                                  : tell_cell(cell, say));
    }
    cells.push_back(one.standing == Standing::incomparable ? say("incomparable." + one.why)
                                                           : tell_standing(one, say));
    text += table_row(cells);
  }
  return text;
}

}  // namespace

std::string comparison_markdown(const Comparison& comparison, const Rulebook& rulebook,
                                const Phrases& say) {
  std::string text =
      "# " +
      say("compare.title", {{"name", markdown_escaped(name_of(comparison.sides.front()))},
                            {"n", static_cast<std::int64_t>(comparison.sides.size() - 1)}}) +
      "\n\n";
  for (const auto& sentence : tell_summary(comparison, say)) text += sentence + "\n";
  text += markdown_ranking(comparison, say);
  for (const auto& list : tell_comparison(comparison, rulebook, say)) {
    text += "\n## " + list.heading + "\n\n";
    for (const auto& item : list.items) text += "- " + markdown_escaped(item) + "\n";
  }
  if (!comparison.plan.empty()) text += "\n## " + say("section.compared-plan") + "\n\n";
  int number = 0;
  for (const auto& item : comparison.plan) {
    const ComparedTouchpoint* row = comparison.find(item.touchpoint);
    text += std::to_string(++number) + ". **" +
            markdown_escaped(row ? row->title : item.touchpoint) +
            "**: " + markdown_escaped(item.what) + " (" +
            markdown_escaped(say("plan.who-when", {{"who", item.who}, {"by", say.date(item.by)}})) +
            ")\n";
  }
  text += markdown_groups(comparison, say) + markdown_matrix(comparison, say);
  const auto doubts = tell_doubts(comparison, say);
  if (!doubts.empty()) text += "\n## " + say("section.doubts") + "\n\n";
  for (const auto& doubt : doubts) text += "- " + markdown_escaped(doubt) + "\n";
  return text;
}

std::string comparison_csv(const Comparison& comparison) {
  const auto text_or_nothing = [](const std::optional<int>& points) {
    return points ? tell_points(points) : std::string();
  };
  std::vector<std::string> head{"id", "group", "title", "importance"};
  for (const auto& side : comparison.sides) head.push_back(name_of(side));
  head.insert(head.end(), {"standing", "leader", "best_rival", "median", "gap", "same", "reason"});
  std::string text = csv_line(head);
  for (const auto& one : comparison.touchpoints) {
    std::vector<std::string> cells{one.id, one.group, one.title, std::to_string(one.importance)};
    for (const auto& cell : one.cells) {
      cells.push_back(cell.points ? tell_points(cell.points) : std::string(to_string(cell.status)));
    }
    cells.emplace_back(to_string(one.standing));
    cells.push_back(one.leader ? name_of(comparison.sides[*one.leader]) : "");
    cells.push_back(text_or_nothing(one.best));
    cells.push_back(text_or_nothing(one.median));
    std::string gap;
    if (one.gap) gap = (*one.gap < 0 ? "-" : "") + tell_points(std::abs(*one.gap));
    cells.push_back(gap);
    cells.emplace_back(one.same_as_all ? "yes" : "no");
    cells.push_back(one.why);
    text += csv_line(cells);
  }
  return text;
}

std::string write_comparison(const Comparison& comparison, const Rulebook& rulebook, Format format,
                             const Phrases& say, const TextStyle& style) {
  switch (format) {
    case Format::json:
      return comparison_json(comparison, rulebook);
    case Format::html:
      return comparison_html(comparison, rulebook, say);
    case Format::md:
      return comparison_markdown(comparison, rulebook, say);
    case Format::csv:
      return comparison_csv(comparison);
    default:
      break;
  }
  return comparison_text(comparison, rulebook, say, style);
}

}  // namespace touchstone
