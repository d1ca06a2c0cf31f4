#include "reports/csv.h"

#include <algorithm>
#include <string_view>

#include "reports/layout.h"
#include "reports/tally.h"

namespace touchstone {

namespace {

// "-3.5" is a figure to a spreadsheet, and no formula.
bool is_figure(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto digits = std::count_if(text.begin(), text.end(),
                                    [](unsigned char one) { return one >= '0' && one <= '9'; });
  const auto dots = std::count(text.begin(), text.end(), '.');
  return digits > 0 && dots <= 1 && digits + dots == static_cast<std::ptrdiff_t>(text.size());
}

std::string cell(const std::string& text) {
  std::string safe = printable(text);
  if (!safe.empty() && !is_figure(safe) &&
      std::string_view("=+-@\t").find(safe.front()) != std::string_view::npos) {
    safe.insert(0, "'");
  }
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string points_or_nothing(const std::optional<int>& points) {
  return points ? tell_points(points) : "";
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& one : cells) line += (&one == cells.data() ? "" : ",") + cell(one);
  return line + "\r\n";
}

std::string write_csv(const Audit& audit) {
  std::string text =
      csv_line({"id", "group", "title", "status", "verdict", "score", "reason", "importance",
                "period", "owner", "what", "kind", "channel", "object"});
  for (const auto& one : audit.touchpoints) {
    const Judgement* worst = worst_component(one);
    text += csv_line(
        {one.rule->id, one.rule->group, one.rule->title, std::string(to_string(one.status)),
         one.verdict ? std::string(to_string(*one.verdict)) : "", points_or_nothing(one.points),
         one.reason ? std::string(to_string(*one.reason)) : "", std::to_string(one.importance),
         one.rule->period, one.rule->owner,
         worst        ? worst->fix
         : one.points ? ""
                      : one.rule->remedy,
         one.rule->kind, one.rule->offline ? "offline" : "online",
         one.scored ? one.scored->object : ""});
  }
  return text;
}

}  // namespace touchstone
