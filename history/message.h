#pragma once

// Whether a message goes out after an audit, and what it says: when something got worse, recovered,
// or a gate failed or held again, and once a day while it lasts. Pure.
//
// Two texts are kept between audits (Store::note). The problems that are open, whether anybody was
// told or not; and for each target what it was told, so that a target that failed, or an audit in
// between that told nobody, loses no message and repeats none.
//
//   Problems open = read_problems(store.note(key));
//   open = problems_after(std::move(open), changes, standing, accepted);
//   if (const auto notice = notice_of(open, failing_gates, read_told(note), standing)) ...send it;
//   where it was taken: store.set_note(key, write_told(told_by(open, failing_gates, taken)));

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/accepted.h"
#include "history/changes.h"

namespace touchstone {

// How a touchpoint stood, in few words.
struct Stand {
  std::string outcome;        // "wow", "so-so", "sucks", or the status: "missing"
  std::optional<int> points;  // decipoints
  std::string value;          // of the part that changed most: "180 px"; empty where it has none

  friend bool operator==(const Stand&, const Stand&) = default;
};

// A touchpoint that got worse and has not recovered.
struct Problem {
  std::string touchpoint, title;
  std::string part, part_title;  // the component that changed most; empty where it is the whole
  std::string says;              // the sentence of that component
  std::string url;               // where it was seen; empty when nowhere
  Stand before, now;
  Time since{};  // the audit that first saw it

  friend bool operator==(const Problem&, const Problem&) = default;
};
using Problems = std::vector<Problem>;

// The problems after a further audit: those of the changes come, those that stand as well as before
// go, and so do those that are accepted on that day. `changes` is null where there was no audit
// before.
Problems problems_after(Problems open, const Changes* changes, const AuditStanding& now,
                        const Acceptance& accepted);

// Stands among the gates where nobody answered at the address.
inline constexpr std::string_view unreached_gate = "unreached";

// What one target was told.
struct Told {
  Problems problems;
  std::vector<std::string> gates;  // that failed, as they were written
  std::optional<Time> when;        // absent: it was told nothing yet
};

struct Notice {
  bool reminder = false;  // nothing is new
  Problems worse, recovered, lasting;
  std::vector<std::string> failing, held_again;  // gates; all that fail, those that hold again
  std::vector<std::string> newly_failing;
};

// Absent when there is nothing to tell. What recovered: `before` is how bad it was, `now` is today.
std::optional<Notice> notice_of(const Problems& open, const std::vector<std::string>& failing,
                                const Told& told, const AuditStanding& now);

// As texts to keep. What cannot be read is nothing: then a problem is rather told twice than never.
std::string write_problems(const Problems& problems);
Problems read_problems(std::string_view text);
std::string write_told(const Told& told);
Told read_told(std::string_view text);

}  // namespace touchstone
