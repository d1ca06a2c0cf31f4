// The HTML report of a trend: charts of the score, of what was seen and of what sucks, then what
// changed when.

#include <fmt/format.h>

#include <algorithm>

#include "reports/escape.h"
#include "reports/html_touchpoint.h"
#include "reports/tally.h"
#include "reports/told_changes.h"
#include "reports/trend.h"
#include "reports/trend_told.h"
#include "site/embedded.h"
#include "site/media_type.h"
#include "site/version.h"

namespace touchstone {

namespace {

constexpr std::size_t most_dots = 240, shown_audits = 30, shown_changes = 30;
constexpr double width = 720, height = 120, edge = 4;
constexpr std::size_t most_marked = 60;  // points that have room for a dot each

// A value from 0 to 1 at each point; absent where there is none, so that the line has a gap.
using Series = std::vector<std::optional<double>>;

// Of many audits every so-many-th, the last one always.
std::vector<std::size_t> chosen(std::size_t count) {
  std::vector<std::size_t> indices;
  const std::size_t step = (count + most_dots - 1) / most_dots;
  for (std::size_t i = (count - 1) % step; i < count; i += step) indices.push_back(i);
  return indices;
}

std::string line_of(const Series& series) {
  std::string path, dots;
  const double steps = static_cast<double>(std::max<std::size_t>(series.size() - 1, 1));
  const auto known = [&](std::size_t at) { return at < series.size() && series[at].has_value(); };
  for (std::size_t i = 0; i < series.size(); ++i) {
    if (!series[i]) continue;
    const double x = edge + (width - 2 * edge) * static_cast<double>(i) / steps;
    const double y = height - edge - (height - 2 * edge) * *series[i];
    const bool goes_on = i > 0 && known(i - 1);
    path += fmt::format("{}{:.1f} {:.1f}", goes_on ? "L" : "M", x, y);
    if (series.size() > most_marked && (goes_on || known(i + 1))) continue;
    dots += fmt::format("M{:.1f} {:.1f}h0", x, y);
  }
  return "<path d=\"" + path + "\"/><path class=\"dots\" d=\"" + dots + "\"/>";
}

std::string ends_of(const char* kind, const std::string& first, const std::string& last) {
  return fmt::format("<div class=\"{}\"><span>{}</span><span>{}</span></div>", kind,
                     html_escaped(first), html_escaped(last));
}

// Words stand outside of the drawing, so that a narrow screen does not shrink them. Time runs from
// left to right in every language. `ends`: the words at the lower and the upper end of the scale.
std::string chart(const std::string& title, const char* style, const Series& series,
                  const std::pair<std::string, std::string>& ends, const std::string& first,
                  const std::string& last) {
  std::string lines;
  for (const double level : {0.0, 0.5, 1.0}) {
    const double y = height - edge - (height - 2 * edge) * level;
    lines += fmt::format("<line x1=\"0\" x2=\"{0:.0f}\" y1=\"{1:.1f}\" y2=\"{1:.1f}\"/>", width, y);
  }
  return "<div class=\"card\"><p><b>" + html_escaped(title) + "</b></p><div class=\"chart " +
         style + "\">" + ends_of("scale", ends.second, ends.first) +
         fmt::format(
             "<svg viewBox=\"0 0 {:.0f} {:.0f}\" preserveAspectRatio=\"none\" role=\"img\" "
             "aria-label=\"{}\">",
             width, height, html_escaped(title)) +
         lines + line_of(series) + "</svg>" + ends_of("span", first, last) + "</div></div>\n";
}

std::string charts(const Trend& trend, const Phrases& say) {
  Series scores, seen, bad;
  int most = 1;
  const auto indices = chosen(trend.points.size());
  for (const std::size_t i : indices) most = std::max(most, trend.points[i].sucks);
  for (const std::size_t i : indices) {
    const Marks& marks = *trend.points[i].line.marks;
    scores.push_back(marks.points ? std::optional(*marks.points / 100.0) : std::nullopt);
    seen.push_back(marks.coverage / 100.0);
    bad.push_back(trend.points[i].sucks / static_cast<double>(most));
  }
  const auto date = [&](std::size_t i) {
    return say.date(format_rfc3339(trend.points[i].line.taken));
  };
  const std::string first = date(indices.front()), last = date(indices.back());
  return chart(say("column.score"), "wow", scores, {say.whole(0), say.whole(10)}, first, last) +
         chart(say("history.coverage"), "none", seen, {say.whole(0), say.whole(100)}, first, last) +
         chart(say("history.sucks"), "sucks", bad, {say.whole(0), say.whole(most)}, first, last);
}

std::string audits(const Trend& trend, const Phrases& say) {
  std::string text = "<table><thead><tr><th>" + html_escaped(say("history.date")) + "</th><th>" +
                     html_escaped(say("column.score")) + "</th><th>" +
                     html_escaped(say("column.verdict")) + "</th><th>" +
                     html_escaped(say("history.coverage")) + "</th></tr></thead><tbody>\n";
  const std::size_t count = trend.points.size();
  for (std::size_t i = count; i-- > (count > shown_audits ? count - shown_audits : 0);) {
    const TrendPoint& point = trend.points[i];
    const Marks& marks = *point.line.marks;
    const auto verdict = marks.points ? std::optional(verdict_of(*marks.points)) : std::nullopt;
    text += "<tr><td>" + html_escaped(tell_run(trend, i, say)) + "</td><td>" +
            say.points(marks.points) + "</td><td class=\"" + verdict_class(verdict) + "\">" +
            html_escaped(verdict ? say("verdict." + std::string(to_string(*verdict)))
                                 : say("score.none")) +
            "</td><td>" + say.whole(marks.coverage) + " %" + "</td></tr>\n";
  }
  return text + "</tbody></table>\n";
}

std::string told_steps(const std::vector<TrendStep>& steps, const std::optional<Changes>& changes,
                       const Rulebook& rulebook, const Phrases& say) {
  std::string text;
  for (const auto& step : steps) {
    const auto& points = step.after.points;
    text += "<div class=\"card\"><p><b>" + html_escaped(step_title(rulebook, step.touchpoint)) +
            "</b> <span class=\"" +
            verdict_class(points ? std::optional(verdict_of(*points)) : std::nullopt) + "\">" +
            html_escaped(tell_trend_step(step, say)) + "</span></p>";
    const Change* change = changes ? changes->find(step.touchpoint) : nullptr;
    if (change) {
      for (const auto& part : tell_parts(*change, say)) {
        text +=
            "<p>" + html_escaped(part.title) + ": " + html_escaped(tell_step(part, say)) + "</p>";
      }
      if (!change->url().empty())
        text += "<p class=\"evidence\">" + html_link(change->url()) + "</p>";
    }
    text += "</div>\n";
  }
  return text;
}

std::string changes(const Trend& trend, const Rulebook& rulebook, const Phrases& say) {
  std::string text;
  for (const std::size_t at : trend.latest_changes(shown_changes)) {
    const TrendPoint& point = trend.points[at];
    text += "<h3>" + html_escaped(tell_run(trend, at, say)) + "</h3>\n" +
            told_steps(point.steps, point.changes, rulebook, say);
  }
  const auto& since_first = steps_since_first(trend);
  if (!since_first.empty()) {
    text += "<h3>" + html_escaped(say("history.since-first")) + "</h3>\n" +
            told_steps(since_first, std::nullopt, rulebook, say);
  }
  return text.empty() ? "<p>" + html_escaped(say("changes.none")) + "</p>\n" : text;
}

}  // namespace

std::string trend_html(const Trend& trend, const Rulebook& rulebook, const Phrases& say) {
  const std::string name = trend.name.empty() ? trend.subject : trend.name;
  std::string told;
  for (const auto& one : tell_trend(trend, say)) told += "<p>" + html_escaped(one) + "</p>\n";
  return "<!doctype html>\n<html lang=\"" + say.language() + "\" dir=\"" +
         (say.right_to_left() ? "rtl" : "ltr") +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'; img-src data:\">\n"
         "<meta name=\"viewport\" content=\"width=device-width\">\n"
         "<meta name=\"referrer\" content=\"no-referrer\">\n<title>touchstone: " +
         html_escaped(name) + "</title>\n<style>\n" +
         std::string(embedded_file("reports/data/report.css")) +
         std::string(embedded_file("reports/data/trend.css")) +
         "</style>\n</head>\n<body>\n<header><div>\n<h1>" + html_escaped(name) + "</h1>\n<p>" +
         html_escaped(trend.subject) + "</p>\n" + told + "</div></header>\n<main>\n<section>" +
         charts(trend, say) + "</section>\n<section><h2>" + html_escaped(say("section.changes")) +
         "</h2>\n" + changes(trend, rulebook, say) + "</section>\n<section class=\"line\"><h2>" +
         html_escaped(say("history.line")) + "</h2>\n" + audits(trend, say) +
         "</section>\n</main>\n<footer><p>" +
         html_escaped(say("footer.made",
                          {{"version", std::string(version())}, {"rulebook", trend.rulebook}})) +
         "</p></footer>\n</body>\n</html>\n";
}

}  // namespace touchstone
