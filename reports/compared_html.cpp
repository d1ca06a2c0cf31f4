#include <fmt/format.h>

#include <algorithm>

#include "reports/compared.h"
#include "reports/compared_words.h"
#include "reports/escape.h"
#include "reports/layout.h"
#include "reports/tally.h"
#include "site/embedded.h"
#include "site/text.h"
#include "site/version.h"

namespace touchstone {

namespace {

std::string class_of(const ComparedCell& cell) {
  if (cell.status == Status::missing) return "missing";
  return cell.verdict ? std::string(to_string(*cell.verdict)) : "none";
}

std::string verdict_class(const std::optional<int>& points) {
  return points ? std::string(to_string(verdict_of(*points))) : "none";
}

class ComparedPage {
 public:
  ComparedPage(const Comparison& comparison, const Rulebook& rulebook, const Phrases& say)
      : comparison_(comparison), rulebook_(rulebook), say_(say) {}

  std::string write() const {
    const std::string title =
        say_("compare.title", {{"name", name_of(comparison_.sides.front())},
                               {"n", static_cast<std::int64_t>(comparison_.sides.size() - 1)}});
    std::string text = "<!doctype html>\n<html lang=\"" + say_.language() + "\" dir=\"" +
                       (say_.right_to_left() ? "rtl" : "ltr") +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n"
                       "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
                       html_escaped("touchstone: " + title) + "</title>\n<style>\n" +
                       std::string(embedded_file("reports/data/report.css")) +
                       std::string(embedded_file("reports/data/comparison.css")) +
                       "</style>\n</head>\n<body class=\"comparison\">\n<header><div>\n<h1>" +
                       html_escaped(title) + "</h1>\n<p class=\"soft\">" +
                       html_escaped(say_.date(comparison_.sides.front().audit.taken)) + "</p>\n";
    for (const auto& sentence : tell_summary(comparison_, say_)) {
      text += "<p>" + html_escaped(sentence) + "</p>\n";
    }
    text += "</div></header>\n<main>\n" + section(say_("section.ranking"), ranks()) +
            section(say_("section.matrix"), matrix());
    for (const auto& list : tell_comparison(comparison_, rulebook_, say_)) {
      text += section(list.heading, items(list.items));
    }
    return text + section(say_("section.compared-plan"), plan()) +
           section(say_("section.doubts"), items(tell_doubts(comparison_, say_))) +
           "</main>\n<footer><p>" +
           html_escaped(say_("footer.made", {{"version", std::string(version())},
                                             {"rulebook", rulebook_.version}})) +
           "</p></footer>\n</body>\n</html>\n";
  }

 private:
  static std::string section(const std::string& heading, const std::string& body) {
    return body.empty()
               ? ""
               : "<section><h2>" + html_escaped(heading) + "</h2>\n" + body + "</section>\n";
  }

  static std::string items(const std::vector<std::string>& texts) {
    if (texts.empty()) return {};
    std::string text = "<ul class=\"card\">\n";
    for (const auto& one : texts) text += "<li>" + html_escaped(one) + "</li>\n";
    return text + "</ul>\n";
  }

  std::string ranks() const {
    std::string text = "<ol class=\"ranks\">\n";
    for (const std::size_t side : ranking(comparison_)) {
      const Contender& one = comparison_.sides[side];
      const auto& total = comparison_.totals[side];
      const auto place = comparison_.place(side);
      const std::string address = one.audit.answered.empty() ? one.audit.asked : one.audit.answered;
      text += fmt::format(
          "<li{}><span class=\"place\">{}</span><span class=\"who\"><b>{}</b>{} <small "
          "class=\"soft\">{}</small></span><span class=\"meter {}\"><i "
          "style=\"inline-size:{}%\"></i></span><b class=\"{}\">{}</b><small class=\"soft\">{}: "
          "{}</small></li>\n",
          side == 0 ? " class=\"we\"" : "", place ? say_.whole(*place) : "–",
          html_escaped(name_of(one)),
          side == 0 ? " (" + html_escaped(say_("compare.we")) + ")" : "", html_link(address),
          verdict_class(total), total.value_or(0), verdict_class(total), say_.points(total),
          html_escaped(say_("column.own-score")), say_.points(one.audit.points));
    }
    return text + "</ol>\n";
  }

  std::string matrix() const {
    std::string text = "<p class=\"soft\">" + html_escaped(say_("compare.legend")) +
                       "</p>\n<div class=\"matrix\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                       html_escaped(say_("section.matrix")) + "\"><table>\n<thead><tr><th>" +
                       html_escaped(say_("column.touchpoint")) + "</th>";
    for (const auto& side : comparison_.sides) {
      constexpr std::size_t longest = 26;
      const std::string name = name_of(side);
      text += std::string("<th scope=\"col\"") +
              (&side == comparison_.sides.data() ? " class=\"we\"" : "") + " title=\"" +
              html_escaped(name) + "\">" + html_escaped(shorten(name, longest)) + "</th>";
    }
    text += "</tr></thead>\n<tbody>\n" + totals();
    for (const auto& each : comparison_.groups) text += group(each);
    text += group_of_rest();
    return text + "</tbody></table></div>\n";
  }

  // `met`: how many touchpoints each side has; empty: is not told.
  std::string total_cells(const std::vector<std::optional<int>>& totals,
                          const std::vector<int>& met) const {
    std::string text;
    for (std::size_t side = 0; side < totals.size(); ++side) {
      const auto& total = totals[side];
      text += "<td class=\"" + verdict_class(total) + "\"><b>" + say_.points(total) + "</b>";
      if (!met.empty()) text += "<small>" + html_escaped(tell_met(met[side], say_)) + "</small>";
      text += "</td>";
    }
    return text + "</tr>\n";
  }

  std::string totals() const {
    return "<tr class=\"totals\"><th scope=\"row\">" + html_escaped(say_("column.total")) +
           "</th>" + total_cells(comparison_.totals, {});
  }

  static bool shown(const ComparedTouchpoint& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const ComparedCell& cell) { return cell.points.has_value(); });
  }

  std::string group(const ComparedGroup& group) const {
    std::string rows;
    for (const auto& one : comparison_.touchpoints) {
      if (one.group == group.id && shown(one)) rows += row(one);
    }
    if (rows.empty()) return {};
    return "<tr class=\"group\"><th scope=\"row\">" + html_escaped(group.title) + "</th>" +
           total_cells(group.totals, group.met) + rows;
  }

  // Touchpoints of groups that our rulebook does not know.
  std::string group_of_rest() const {
    std::string rows;
    for (const auto& one : comparison_.touchpoints) {
      const bool known =
          std::any_of(comparison_.groups.begin(), comparison_.groups.end(),
                      [&](const ComparedGroup& each) { return each.id == one.group; });
      if (!known && shown(one)) rows += row(one);
    }
    return rows;
  }

  std::string row(const ComparedTouchpoint& one) const {
    std::string mark = tell_standing(one, say_);
    if (one.standing == Standing::incomparable) mark = say_("incomparable." + one.why);
    if (one.same_as_all) mark += " · " + say_("compare.same");
    if (one.free_field) mark += " · " + say_("compare.free-field");
    std::string text = "<tr class=\"" + std::string(to_string(one.standing)) +
                       "\"><th scope=\"row\">" + html_escaped(one.title) + "<small>" +
                       html_escaped(mark) + "</small></th>";
    for (std::size_t side = 0; side < one.cells.size(); ++side) {
      // All that are as good as the leader lead with it.
      const auto& points = one.cells[side].points;
      text += cell(one.cells[side], one.leader && points == one.cells[*one.leader].points);
    }
    return text + "</tr>\n";
  }

  std::string cell(const ComparedCell& cell, bool leads) const {
    const std::string word = tell_cell(cell, say_);
    std::string why = word;
    if (cell.reason) why += ": " + tell_reason(*cell.reason, say_);
    return "<td class=\"" + class_of(cell) + (leads ? " leads" : "") + "\" title=\"" +
           html_escaped(why) + "\"><span>" + (leads ? "▲" : "") + std::string(sign_of(cell)) +
           "</span>" + (cell.points ? " <b>" + say_.points(cell.points) + "</b>" : "") +
           (cell.by_people ? "✎" : "") + "<small>" + html_escaped(word) + "</small></td>";
  }

  std::string plan() const {
    if (comparison_.plan.empty()) return {};
    std::string text = "<ol class=\"plan\">\n";
    for (const auto& item : comparison_.plan) {
      const ComparedTouchpoint* row = comparison_.find(item.touchpoint);
      text += "<li class=\"card\"><div><b>" + html_escaped(row ? row->title : item.touchpoint) +
              "</b><p>" + html_escaped(item.what) + "</p><p class=\"soft\">" +
              html_escaped(say_("plan.who-when", {{"who", item.who}, {"by", say_.date(item.by)}})) +
              "</p></div></li>\n";
    }
    return text + "</ol>\n";
  }

  const Comparison& comparison_;
  const Rulebook& rulebook_;
  const Phrases& say_;
};

}  // namespace

std::string comparison_html(const Comparison& comparison, const Rulebook& rulebook,
                            const Phrases& say) {
  return ComparedPage(comparison, rulebook, say).write();
}

}  // namespace touchstone
