#include <fmt/format.h>

#include <algorithm>

#include "reports/compared.h"
#include "reports/compared_words.h"
#include "reports/layout.h"
#include "reports/tally.h"

namespace touchstone {

namespace {

class ComparedText {
 public:
  ComparedText(const Comparison& comparison, const Rulebook& rulebook, const Phrases& say,
               const TextStyle& style)
      : comparison_(comparison), rulebook_(rulebook), say_(say), style_(style) {}

  std::string write() {
    paragraph("", say_("compare.title",
                       {{"name", name_of(comparison_.sides.front())},
                        {"n", static_cast<std::int64_t>(comparison_.sides.size() - 1)}}));
    line();
    for (const auto& sentence : tell_summary(comparison_, say_)) paragraph("  ", sentence);
    ranks();
    groups();
    matrix();
    for (const auto& list : tell_comparison(comparison_, rulebook_, say_)) tell(list);
    plan();
    const auto doubts = tell_doubts(comparison_, say_);
    if (!doubts.empty()) heading(say_("section.doubts"));
    for (const auto& doubt : doubts) paragraph("  ", doubt);
    return std::move(text_);
  }

 private:
  void line(const std::string& text = {}) { text_ += text + "\n"; }

  std::string ink(const char* code, const std::string& text) const {
    return style_.color ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
  }

  std::string ink(const std::optional<Verdict>& verdict, const std::string& text) const {
    if (!verdict) return ink("2", text);
    return ink(*verdict == Verdict::wow ? "32" : *verdict == Verdict::so_so ? "33" : "31", text);
  }

  void heading(const std::string& text) {
    line();
    for (const auto& part : wrapped(text, style_.width)) line(ink("1", part));
  }

  // Further lines stand under the text behind the lead.
  void paragraph(const std::string& lead, const std::string& body) {
    const int indent = columns(lead);
    bool begun = false;
    for (const auto& part : wrapped(printable(body), style_.width - indent)) {
      line((begun ? std::string(static_cast<std::size_t>(indent), ' ') : lead) + part);
      begun = true;
    }
  }

  // Places, and the numbers that stand over the columns of the matrix.
  void ranks() {
    heading(say_("section.ranking"));
    constexpr int label = 6, points = 6, bar = 20;
    const int name_width = std::max(20, style_.width - 2 - label - 2 * points - bar - 2);
    for (const std::size_t side : ranking(comparison_)) {
      const auto& total = comparison_.totals[side];
      const int filled = total.value_or(0) * bar / 100;
      std::string drawn;
      for (int i = 0; i < bar; ++i) drawn += i < filled ? "█" : "░";
      std::optional<Verdict> verdict;
      if (total) verdict = verdict_of(*total);
      const std::string name =
          name_of(comparison_.sides[side]) + (side == 0 ? " (" + say_("compare.we") + ")" : "");
      line("  " + fit(fmt::format("[{}]", side + 1), label) + ink(verdict, drawn) + "  " +
           fit(say_.points(total), points) + fit(printable(name), name_width));
    }
  }

  // Of each group how many touchpoints everybody has, and how good those are that all have.
  void groups() {
    heading(say_("section.groups"));
    constexpr int cell = 9, least_title = 24, most_title = 44;
    const int sides = static_cast<int>(comparison_.sides.size());
    const int title_width = std::clamp(style_.width - 2 - sides * cell, least_title, most_title);
    std::string head = "  " + std::string(static_cast<std::size_t>(title_width), ' ');
    for (int side = 1; side <= sides; ++side)
      head += fmt::format("{:>9}", fmt::format("[{}]", side));
    line(ink("2", head));
    for (const auto& group : comparison_.groups) {
      std::string row = "  " + fit(printable(group.title), title_width);
      for (std::size_t side = 0; side < group.met.size(); ++side) {
        const std::string told =
            say_.whole(group.met[side]) + " " + fit(say_.points(group.totals[side]), 4);
        row += std::string(static_cast<std::size_t>(std::max(0, cell - columns(told))), ' ') + told;
      }
      line(row);
    }
  }

  // Figures alone: "+" behind a wow, "!" behind what sucks, "x" behind what is missing.
  std::string figure(const ComparedCell& cell) const {
    if (!cell.points) return cell.status == Status::not_assessed ? "?" : "-";
    const bool wow = cell.verdict == Verdict::wow, sucks = cell.verdict == Verdict::sucks;
    const char* mark = cell.status == Status::missing ? "x" : wow ? "+" : sucks ? "!" : " ";
    return say_.points(cell.points) + mark;
  }

  void matrix() {
    heading(say_("section.matrix"));
    constexpr int cell = 6, least_title = 24, most_title = 44;
    const int sides = static_cast<int>(comparison_.sides.size());
    const int title_width = std::clamp(style_.width - 2 - sides * cell, least_title, most_title);
    std::string head = "  " + std::string(static_cast<std::size_t>(title_width), ' ');
    for (int side = 1; side <= sides; ++side)
      head += fmt::format("{:>5} ", fmt::format("[{}]", side));
    line(ink("2", head));
    for (const auto& one : comparison_.touchpoints) {
      const bool seen = std::any_of(one.cells.begin(), one.cells.end(),
                                    [](const ComparedCell& each) { return each.points; });
      if (!seen) continue;
      std::string row = "  " + fit(printable(one.title), title_width);
      for (const auto& each : one.cells) {
        const std::string told = figure(each);
        const auto room = static_cast<std::size_t>(std::max(0, cell - columns(told)));
        row += std::string(room, ' ') + ink(each.verdict, told);
      }
      line(row);
    }
    paragraph("  ", say_("compare.text-legend"));
  }

  void tell(const ComparedList& list) {
    constexpr std::size_t most = 12;
    heading(list.heading);
    const auto shown = style_.detailed ? list.items.size() : std::min(most, list.items.size());
    for (std::size_t i = 0; i < shown; ++i) paragraph("  - ", list.items[i]);
    if (shown < list.items.size()) {
      paragraph("  ", say_("compare.more",
                           {{"n", static_cast<std::int64_t>(list.items.size() - shown)}}));
    }
  }

  void plan() {
    if (comparison_.plan.empty()) return;
    heading(say_("section.compared-plan"));
    int number = 0;
    for (const auto& item : comparison_.plan) {
      const ComparedTouchpoint* row = comparison_.find(item.touchpoint);
      paragraph(fmt::format("  {}. ", ++number),
                (row ? row->title : item.touchpoint) + ": " + item.what + " (" +
                    say_("plan.who-when", {{"who", item.who}, {"by", say_.date(item.by)}}) + ")");
    }
  }

  const Comparison& comparison_;
  const Rulebook& rulebook_;
  const Phrases& say_;
  const TextStyle& style_;
  std::string text_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, const Rulebook& rulebook,
                            const Phrases& say, const TextStyle& style) {
  return ComparedText(comparison, rulebook, say, style).write();
}

}  // namespace touchstone
