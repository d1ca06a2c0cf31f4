#include "reports/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/layout.h"
#include "reports/lists.h"
#include "reports/notes.h"
#include "reports/tally.h"
#include "reports/told_changes.h"
#include "site/media_type.h"
#include "site/version.h"

namespace touchstone {

namespace {

constexpr std::size_t summary_plan = 5;

enum class Ink { plain, good, middling, bad, faint, bold };

class TextReport {
 public:
  TextReport(const Audit& audit, const Phrases& say, const TextStyle& style, const Beside& beside)
      : audit_(audit), say_(say), style_(style), beside_(beside) {}

  std::string write() {
    head();
    changes();
    sales();
    first();
    plan();
    chains();
    positions();
    lists();
    preview();
    touchpoints();
    not_assessed();
    notes();
    foot();
    return std::move(text_);
  }

 private:
  std::string ink(Ink ink, const std::string& text) const {
    static constexpr std::string_view codes[] = {"", "32", "33", "31", "2", "1"};
    const auto code = codes[static_cast<int>(ink)];
    return style_.color && !code.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
  }

  static Ink ink_of(const std::optional<Verdict>& verdict) {
    if (!verdict) return Ink::faint;
    if (*verdict == Verdict::wow) return Ink::good;
    return *verdict == Verdict::so_so ? Ink::middling : Ink::bad;
  }

  void line(const std::string& text = {}) { text_ += text + "\n"; }

  void heading(std::string_view key) {
    line();
    for (const auto& part : wrapped(say_(key), style_.width)) line(ink(Ink::bold, part));
  }

  // `first` stands in front; further lines are indented to the same column.
  void paragraph(const std::string& first, int first_columns, const std::string& body,
                 Ink body_ink = Ink::plain) {
    constexpr int least_room = 30, narrow_indent = 6;
    if (style_.width - first_columns < least_room && first_columns > narrow_indent) {
      line(first);
      paragraph(std::string(narrow_indent, ' '), narrow_indent, body, body_ink);
      return;
    }
    bool begun = false;
    for (const auto& part : wrapped(printable(body), style_.width - first_columns)) {
      const std::string indent(static_cast<std::size_t>(first_columns), ' ');
      line((begun ? indent : first) + ink(body_ink, part));
      begun = true;
    }
  }

  void head() {
    const std::string name = printable(audit_.name);
    const std::string shown = printable(audit_.answered.empty() ? audit_.asked : audit_.answered);
    line(ink(Ink::bold, shown.empty() ? printable(say_.company(audit_.name, audit_.host))
                        : name.empty() || name == audit_.host ? shown
                                                              : name + "  " + shown));
    line(ink(Ink::faint, say_.date(format_rfc3339(audit_.taken))));
    line();
    if (audit_.score.points) {
      const auto verdict = audit_.score.verdict();
      const int filled = *audit_.score.points / 5;
      std::string bar;
      for (int i = 0; i < 20; ++i) bar += i < filled ? "█" : "░";
      line("  " + ink(ink_of(verdict), bar + "  " + say_.points(audit_.score.points) + "  " +
                                           say_("verdict." + std::string(to_string(*verdict)))));
    } else {
      paragraph("  ", 2, tell_why_no_score(audit_, say_), Ink::bold);
    }
    paragraph("  ", 2, tell_tally(tally_of(audit_), say_));
    if (audit_.score.points) {
      std::string seen = say_("coverage", {{"n", std::int64_t{audit_.score.coverage}}});
      if (audit_.first_impression.points) {
        seen = say_("first-impression") + " " + say_.points(audit_.first_impression.points) +
               say_("separator.parts") + seen;
      }
      paragraph("  ", 2, seen, Ink::faint);
      std::string sides;
      for (const auto& one : tell_sub_scores(audit_, say_))
        sides += (sides.empty() ? "" : say_("separator.list")) + one;
      paragraph("  ", 2, sides, Ink::faint);
    }
  }

  void changes() {
    if (!beside_.changes) return;
    heading("section.changes");
    for (const auto& one : tell_comparison(*beside_.changes, say_)) paragraph("  ", 2, one);
    for (const auto& group : tell_changes(*beside_.changes, beside_.accepted, say_)) {
      paragraph("  ", 2, group.heading, Ink::bold);
      for (const auto& one : group.changes) {
        const auto& points = one.change->after.points;
        paragraph("    ", 6, one.step.title + ": " + tell_step(one.step, say_),
                  ink_of(points ? std::optional(verdict_of(*points)) : std::nullopt));
        for (const auto& part : one.parts) {
          paragraph("      ", 8, part.title + ": " + tell_step(part, say_));
        }
        if (!one.url.empty()) paragraph("      ", 8, one.url, Ink::faint);
        if (!one.note.empty()) paragraph("      ", 8, one.note, Ink::faint);
      }
    }
  }

  void sales() {
    const std::string told = tell_with_points(closest_to_sale(audit_), 7, say_);
    if (told.empty()) return;
    heading("section.sales");
    paragraph("  ", 2, told);
  }

  void first() {
    const std::string step = tell_first_step(audit_, say_);
    if (step.empty()) return;
    heading("section.first-step");
    paragraph("  ", 2, step);
  }

  void lists() {
    constexpr std::size_t shown = 7;
    const auto lists = tell_lists(audit_, say_);
    if (lists.empty()) return;
    heading("section.lists");
    for (const auto& list : lists) {
      std::string titles;
      for (std::size_t i = 0; i < std::min(shown, list.items.size()); ++i) {
        titles += (i == 0 ? "" : say_("separator.parts")) + list.items[i]->rule->title;
      }
      if (list.items.size() > shown) {
        titles += say_("separator.parts") +
                  say_("list.more", {{"n", static_cast<std::int64_t>(list.items.size() - shown)}});
      }
      paragraph("  ", 4, list.heading + ": " + titles);
    }
  }

  void plan() {
    if (audit_.plan.empty()) return;
    heading("section.plan");
    for (std::size_t i = 0; i < std::min(audit_.plan.size(), summary_plan); ++i) {
      const PlanItem& item = audit_.plan[i];
      const std::string number = "  " + say_.whole(static_cast<std::int64_t>(i) + 1) + ". ";
      paragraph(number, columns(number),
                title_of(audit_, item.touchpoint) + ": " + tell_plainly(item) + " (" +
                    tell_who_when(item.who, item.by, item.state, say_) + ")");
    }
    paragraph("  ! ", 4, tell_conductor(audit_, say_), Ink::bold);
  }

  void chains() {
    if (audit_.chains.empty()) return;
    heading("section.chains");
    for (const Chain& chain : audit_.chains) {
      std::optional<Verdict> verdict;
      if (chain.points) verdict = verdict_of(*chain.points);
      paragraph("  " + ink(ink_of(verdict), fit(say_.points(chain.points), 5)), 7,
                tell_way(*chain.rule, say_) + ": " + tell_chain(audit_, chain, say_));
      paragraph("       ", 7, tell_links(audit_, chain, say_), Ink::faint);
    }
  }

  // The way of a customer: at each step, what is weakest there.
  void positions() {
    const auto positions = tell_positions(audit_, say_);
    if (positions.empty()) return;
    heading("section.positions");
    for (const auto& position : positions) {
      paragraph("  ", 4, position.heading + ": " + tell_with_points(position.touchpoints, 4, say_));
    }
  }

  void preview() {
    const SearchPreview& preview = audit_.search_preview;
    if (preview.title.empty()) return;
    heading("section.preview");
    paragraph("  ", 2, preview.name, Ink::faint);
    paragraph("  ", 2, preview.address, Ink::faint);
    paragraph("  ", 2, preview.title, Ink::bold);
    paragraph("  ", 2, preview.snippet.empty() ? say_("preview.no-snippet") : preview.snippet);
    if (preview.icon.empty()) paragraph("  ", 2, say_("preview.no-icon"), Ink::faint);
  }

  void touchpoints() {
    heading("section.touchpoints");
    for (const auto& group : audit_.groups) {
      line("  " + ink(Ink::faint, group.title));
      for (const Touchpoint* touchpoint : touchpoints_of(audit_, group.id)) one(*touchpoint);
    }
  }

  void one(const Touchpoint& touchpoint) {
    const std::string verdict = fit(tell_verdict(touchpoint, say_), 15);
    const std::string first =
        "    " + ink(ink_of(touchpoint.verdict), verdict) + fit(say_.points(touchpoint.points), 5);
    const int indent = 4 + 15 + 5;
    std::string body = touchpoint.rule->title;
    const auto status = touchpoint.status;
    const bool judged = status == Status::assessed || status == Status::missing;
    const std::string told = judged ? tell_finding(touchpoint, say_) : std::string();
    if (!told.empty()) body += ": " + told;
    paragraph(first, indent, body);
    if (!style_.detailed) return;
    paragraph(std::string(static_cast<std::size_t>(indent), ' '), indent,
              tell_nature(touchpoint, say_), Ink::faint);
    for (const auto& component : touchpoint.components) detail(component, indent);
  }

  void detail(const Judgement& component, int indent) {
    if (component.status == Status::not_applicable) return;
    const std::string lead(static_cast<std::size_t>(indent), ' ');
    std::string body = component.title + ": ";
    body += component.reason ? tell_reason(*component.reason, say_) : component.says;
    if (component.unconfirmed) body += " (" + say_("component.unconfirmed") + ")";
    paragraph(lead + ink(ink_of(component.verdict), fit(say_.points(component.points), 5)),
              indent + 5, body);
    if (!component.fix.empty())
      paragraph(lead + "     ", indent + 5, say_("component.fix") + ": " + component.fix);
    for (const auto& piece : component.evidence) {
      paragraph(lead + "     ", indent + 5,
                piece.url + " " + piece.place + (piece.excerpt.empty() ? "" : ": " + piece.excerpt),
                Ink::faint);
    }
  }

  void not_assessed() {
    if (tally_of(audit_).not_assessed == 0) return;
    heading("section.not-assessed");
    if (audit_.unreached) return paragraph("  ", 2, say_("not-assessed.unreached"));
    // What nearly every company has is missed most.
    for (const bool universal : {true, false}) {
      for (const auto& touchpoint : audit_.touchpoints) {
        if (touchpoint.status != Status::not_assessed || !touchpoint.reason) continue;
        if (touchpoint.rule->universal != universal) continue;
        paragraph("  ", 2, touchpoint.rule->title + ": " + tell_reason(*touchpoint.reason, say_));
      }
    }
  }

  void notes() {
    const auto notes = notes_of(audit_, say_);
    if (!notes.empty()) heading("section.notes");
    for (const auto& note : notes) paragraph("  ", 2, note);
  }

  void foot() {
    line();
    paragraph("", 0, tell_next_look(audit_, say_), Ink::faint);
    if (audit_.asked.empty()) return;  // there is no site
    line(
        ink(Ink::faint, say_("footer.crawl", {{"pages", audit_.pages},
                                              {"requests", audit_.requests},
                                              {"seconds", say_.tenths(audit_.elapsed_ms / 100)}})));
    const auto again = style_.command.empty() ? "touchstone " + audit_.asked : style_.command;
    line(ink(Ink::faint, say_("footer.details", {{"command", printable(again)}})));
  }

  const Audit& audit_;
  const Phrases& say_;
  const TextStyle& style_;
  const Beside& beside_;
  std::string text_;
};

}  // namespace

std::string write_text(const Audit& audit, const Phrases& say, const TextStyle& style,
                       const Beside& beside) {
  return TextReport(audit, say, style, beside).write();
}

}  // namespace touchstone
