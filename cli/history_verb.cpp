#include "cli/history_verb.h"

#include "cli/history_file.h"
#include "cli/judged_again.h"
#include "reports/layout.h"
#include "reports/trend.h"
#include "rules/nearest.h"

namespace touchstone {

namespace {

constexpr std::size_t looked_up = 4;  // of the latest changes, what the values were

std::string subject_in(const Store& store, const std::string& host, const std::string& file) {
  const auto subjects = store.subjects_like(host);
  if (!subjects.empty()) return subjects.front();
  std::vector<std::string> known;
  for (const auto& line : store.last_of_all()) known.push_back(line.subject);
  throw UsageError("no audit of " + printable(host) + " is stored in " + file +
                   did_you_mean(host, known));
}

// Writing what was judged anew down only saves time, so that a file that cannot be written will do.
void remember(Store& store, const std::vector<std::pair<std::int64_t, Marks>>& anew) {
  if (anew.empty()) return;
  try {
    store.remember(anew);
  } catch (const StoreError&) {
    return;
  }
}

void look_values_up(const Store& store, JudgedAgain& again, Trend& trend) {
  const auto standing = [&](const TrendPoint& point) {
    return standing_of(again.judge(store.load(point.line.id)));
  };
  for (const std::size_t at : trend.latest_changes(looked_up)) {
    trend.points[at].changes = compare(standing(trend.points[at - 1]), standing(trend.points[at]));
  }
}

}  // namespace

std::string told_history(const Options& options, const Phrases& say, const TextStyle& style) {
  Wishes wishes(options);
  JudgedAgain again(options, wishes);
  const auto file = history_file(options);
  Store store(file, Store::Use::read);
  const std::string subject = subject_in(store, options.subjects.front(), file.string());
  std::vector<std::pair<std::int64_t, Marks>> anew;
  TrendLine line;
  store.each_line(subject, wishes.rulebook().version, [&](StoredLine one) {
    if (!one.marks) {
      one.marks = marks_of(again.judge(store.load(one.id)));
      anew.emplace_back(one.id, *one.marks);
    }
    line.add(std::move(one));
  });
  remember(store, anew);
  Trend trend = line.take();
  look_values_up(store, again, trend);
  const Rulebook& rulebook = wishes.rulebook();
  if (options.format == Format::json) return trend_json(trend, rulebook);
  if (options.format == Format::html) return trend_html(trend, rulebook, say);
  return trend_text(trend, rulebook, say, style);
}

}  // namespace touchstone
