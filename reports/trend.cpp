#include "reports/trend.h"

#include <algorithm>

#include "reports/json_changes.h"
#include "reports/json_parts.h"
#include "reports/layout.h"
#include "reports/tally.h"
#include "reports/told_changes.h"
#include "reports/trend_told.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

constexpr std::size_t shown_audits = 12, shown_changes = 12;

// One small bar an audit; what has no score is a dot.
std::string bars(const Trend& trend, std::size_t most) {
  static constexpr const char* heights[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string text;
  const std::size_t begin = trend.points.size() > most ? trend.points.size() - most : 0;
  for (std::size_t i = begin; i < trend.points.size(); ++i) {
    const auto& points = trend.points[i].line.marks->points;
    text += points ? heights[std::min(7, *points * 8 / 100)] : "·";
  }
  return text;
}

class TrendText {
 public:
  TrendText(const Trend& trend, const Rulebook& rulebook, const Phrases& say,
            const TextStyle& style)
      : trend_(trend), rulebook_(rulebook), say_(say), style_(style) {}

  std::string write() {
    line(0, trend_.name.empty() || trend_.name == trend_.subject
                ? trend_.subject
                : trend_.name + "  " + trend_.subject);
    for (const auto& one : tell_trend(trend_, say_)) line(0, one);
    line(0, "");
    line(2, bars(trend_, static_cast<std::size_t>(std::max(20, style_.width - 4))));
    audits();
    changes();
    return std::move(text_);
  }

 private:
  void line(int indent, const std::string& body) {
    const auto parts = wrapped(printable(body), style_.width - indent);
    for (const auto& part : parts) {
      text_ += std::string(static_cast<std::size_t>(indent), ' ') + part + "\n";
    }
    if (parts.empty()) text_ += "\n";
  }

  void audits() {
    line(0, "");
    const std::size_t count = trend_.points.size();
    for (std::size_t i = count > shown_audits ? count - shown_audits : 0; i < count; ++i) {
      const TrendPoint& point = trend_.points[i];
      const Marks& marks = *point.line.marks;
      const std::string verdict =
          marks.points ? say_("verdict." + std::string(to_string(verdict_of(*marks.points))))
                       : say_("score.none");
      line(2, fit(tell_run(trend_, i, say_), 34) + " " + fit(say_.points(marks.points), 4) + "  " +
                  verdict + say_("separator.parts") +
                  say_("coverage", {{"n", std::int64_t{marks.coverage}}}) +
                  (point.line.capture.empty() ? "" : "  " + point.line.capture));
    }
  }

  void changes() {
    line(0, "");
    line(0, say_("section.changes"));
    const auto latest = trend_.latest_changes(shown_changes);
    if (latest.empty()) line(2, say_("changes.none"));
    for (const std::size_t at : latest) {
      const TrendPoint& point = trend_.points[at];
      line(2, tell_run(trend_, at, say_));
      for (const auto& step : point.steps) {
        line(4, step_title(rulebook_, step.touchpoint) + ": " + tell_trend_step(step, say_));
        parts(point, step.touchpoint);
      }
    }
    const auto& since_first = steps_since_first(trend_);
    if (since_first.empty()) return;
    line(0, "");
    line(0, say_("history.since-first"));
    for (const auto& step : since_first) {
      line(4, step_title(rulebook_, step.touchpoint) + ": " + tell_trend_step(step, say_));
    }
  }

  void parts(const TrendPoint& point, const std::string& touchpoint) {
    const Change* change = point.changes ? point.changes->find(touchpoint) : nullptr;
    if (!change) return;
    for (const auto& part : tell_parts(*change, say_)) {
      line(6, part.title + ": " + tell_step(part, say_));
    }
    if (!change->url().empty()) line(6, change->url());
  }

  const Trend& trend_;
  const Rulebook& rulebook_;
  const Phrases& say_;
  const TextStyle& style_;
  std::string text_;
};

Json json_mark(const TouchpointMark& mark) {
  return mark.touchpoint.empty() ? Json(nullptr) : json_standing(mark.status, mark.points);
}

Json json_steps(const std::vector<TrendStep>& steps, const Rulebook& rulebook) {
  return json_list(steps, [&](const TrendStep& step) {
    return Json{{"touchpoint", step.touchpoint},
                {"title", step_title(rulebook, step.touchpoint)},
                {"before", json_mark(step.before)},
                {"after", json_mark(step.after)}};
  });
}

}  // namespace

std::string step_title(const Rulebook& rulebook, const std::string& touchpoint) {
  const TouchpointRule* rule = rulebook.find(touchpoint);
  return rule ? rule->title : touchpoint;
}

std::string tell_run(const Trend& trend, std::size_t at, const Phrases& say) {
  constexpr std::size_t date_letters = 10, time_at = 11, time_letters = 5;
  const auto taken = [&](std::size_t run) { return format_rfc3339(trend.points[run].line.taken); };
  const auto same_day = [&](std::size_t run) {
    return run < trend.points.size() &&
           taken(run).substr(0, date_letters) == taken(at).substr(0, date_letters);
  };
  std::string told = say.whole(static_cast<std::int64_t>(at) + 1) + ". " + say.date(taken(at));
  if ((at > 0 && same_day(at - 1)) || same_day(at + 1)) {
    told += " " + taken(at).substr(time_at, time_letters);
  }
  return told;
}

const std::vector<TrendStep>& steps_since_first(const Trend& trend) {
  constexpr std::size_t fewest = 3;
  static const std::vector<TrendStep> none;
  return trend.points.size() < fewest ? none : trend.since_first;
}

std::string tell_trend_step(const TrendStep& step, const Phrases& say) {
  const auto side = [&](const TouchpointMark& mark) {
    return mark.touchpoint.empty() ? say("status.absent")
                                   : tell_standing(mark.status, mark.points, say);
  };
  return tell_step({"", side(step.before), side(step.after)}, say);
}

std::vector<std::string> tell_trend(const Trend& trend, const Phrases& say) {
  std::vector<std::string> told;
  const auto date = [&](const TrendPoint& point) {
    return say.date(format_rfc3339(point.line.taken));
  };
  told.push_back(say("history.audits", {{"n", static_cast<std::int64_t>(trend.points.size())},
                                        {"first", date(trend.points.front())},
                                        {"last", date(trend.points.back())}}));
  if (trend.judged_again > 0) {
    told.push_back(say("history.judged-again", {{"n", std::int64_t{trend.judged_again}}}));
  }
  return told;
}

std::string trend_text(const Trend& trend, const Rulebook& rulebook, const Phrases& say,
                       const TextStyle& style) {
  return TrendText(trend, rulebook, say, style).write();
}

std::string trend_json(const Trend& trend, const Rulebook& rulebook) {
  Json audits = Json::array();
  for (const auto& point : trend.points) {
    const Marks& marks = *point.line.marks;
    Json changes = nullptr;
    if (point.changes) changes = json_changes(*point.changes, nullptr);
    audits.push_back(
        {{"taken", format_rfc3339(point.line.taken)},
         {"score", json_points(marks.points)},
         {"verdict", marks.points ? json_verdict(verdict_of(*marks.points)) : Json(nullptr)},
         {"coverage", marks.coverage / 100.0},
         {"rulebook", point.line.first_rulebook},
         {"judged_again", point.judged_again},
         {"capture", point.line.capture.empty() ? Json(nullptr) : Json(point.line.capture)},
         {"steps", json_steps(point.steps, rulebook)},
         {"changes", std::move(changes)}});
  }
  const Json json = {{"format", "touchstone-history/1"},
                     {"subject", trend.subject},
                     {"host", trend.host},
                     {"name", trend.name},
                     {"rulebook", trend.rulebook},
                     {"judged_again", trend.judged_again},
                     {"audits", std::move(audits)},
                     {"since_first", json_steps(trend.since_first, rulebook)}};
  return json_text(json, false);
}

}  // namespace touchstone
