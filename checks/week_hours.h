#pragma once

// Opening hours of a week, read from lines of text in twenty languages or from structured data.
// Pure; a reader serves one thread; linear in the text.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/clock_span.h"
#include "checks/structured_data.h"

namespace touchstone {

struct DayHours {
  bool settled = false;         // something is said of the day
  std::vector<OpenSpan> spans;  // empty: closed

  friend bool operator==(const DayHours&, const DayHours&) = default;
};

struct WeekHours {
  std::array<DayHours, 7> days;  // Monday first
  bool several = false;          // other hours were said of one day: departments, branches, seasons

  int settled() const;
  // Days of which both say something, and not the same.
  int differing_from(const WeekHours& other) const;
};

// Fed with the lines of a page in their order.
class HoursReader {
 public:
  // `language`: of the page; English day names are known everywhere.
  explicit HoursReader(const std::string& language) : language_(language) {}

  void read_line(std::string_view line);
  const WeekHours& week() const { return week_; }

 private:
  struct Token;
  std::vector<Token> tokens_of(const std::string& folded) const;
  void settle(const std::vector<int>& days, const DayHours& hours, bool further);
  void take_hours(const DayHours& hours);
  void take_days(const Token& token);

  std::string language_;
  WeekHours week_;
  std::vector<int> days_;            // named, and waiting for their hours or having got them
  bool answered_ = false;            // they have
  std::optional<DayHours> waiting_;  // hours that came before their days
};

// openingHours ("Mo-Fr 09:00-18:00") and openingHoursSpecification; without those of single dates.
WeekHours hours_of(const std::vector<Thing>& things);

}  // namespace touchstone
