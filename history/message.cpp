#include "history/message.h"

#include <algorithm>

namespace touchstone {

namespace {

constexpr std::chrono::hours between_reminders{23};  // a day, less what a timer spreads
constexpr int noise = 10;                            // decipoints; less is no change

std::string outcome_of(Status status, const std::optional<Verdict>& verdict) {
  return std::string(status == Status::assessed && verdict ? to_string(*verdict)
                                                           : to_string(status));
}

Stand stand_of(const TouchpointStanding& touchpoint, const ComponentStanding* part) {
  return {outcome_of(touchpoint.status, touchpoint.verdict), touchpoint.points,
          part ? part->value : ""};
}

Problem problem_of(const Change& change, Time since) {
  Problem problem;
  problem.touchpoint = change.id();
  problem.title = change.title();
  problem.url = change.url();
  problem.since = since;
  const ComponentChange* part = change.components.empty() ? nullptr : &change.components.front();
  if (part) {
    const bool there = !part->after.id.empty();
    problem.part = there ? part->after.id : part->before.id;
    problem.part_title = there ? part->after.title : part->before.title;
    problem.says = part->after.says;
  }
  problem.before = stand_of(change.before, part ? &part->before : nullptr);
  problem.now = stand_of(change.after, part ? &part->after : nullptr);
  return problem;
}

const Problem* find(const Problems& problems, std::string_view touchpoint) {
  const auto found = std::find_if(problems.begin(), problems.end(),
                                  [&](const Problem& one) { return one.touchpoint == touchpoint; });
  return found == problems.end() ? nullptr : &*found;
}

int rank_of(const std::string& outcome) {
  if (outcome == "wow") return 3;
  if (outcome == "so-so") return 2;
  return 1;
}

bool is_worse(const Stand& now, const Stand& before) {
  if (rank_of(now.outcome) != rank_of(before.outcome)) {
    return rank_of(now.outcome) < rank_of(before.outcome);
  }
  return now.points.value_or(0) + noise <= before.points.value_or(0);
}

// What cannot be seen has not recovered; what is no touchpoint of the company any more has.
bool has_recovered(const Problem& problem, const AuditStanding& now) {
  const TouchpointStanding* touchpoint = now.find(problem.touchpoint);
  if (!touchpoint) return true;
  if (touchpoint->status == Status::not_assessed) return false;
  return touchpoint->status == Status::not_applicable ||
         !is_worse(stand_of(*touchpoint, nullptr), problem.before);
}

// In the language of the audit, which may be another one than that of the audit before.
void rename(Problem& problem, const AuditStanding& now) {
  const TouchpointStanding* touchpoint = now.find(problem.touchpoint);
  if (!touchpoint) return;
  problem.title = touchpoint->title;
  if (const ComponentStanding* part = touchpoint->find(problem.part)) {
    problem.part_title = part->title;
  }
}

bool is_in(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<std::string> without(const std::vector<std::string>& all,
                                 const std::vector<std::string>& some) {
  std::vector<std::string> rest;
  for (const auto& name : all) {
    if (!is_in(some, name)) rest.push_back(name);
  }
  return rest;
}

}  // namespace

Problems problems_after(Problems open, const Changes* changes, const AuditStanding& now,
                        const Acceptance& accepted) {
  const Day day = std::chrono::floor<std::chrono::days>(now.taken);
  std::erase_if(open, [&](const Problem& one) { return has_recovered(one, now); });
  for (auto& one : open) rename(one, now);
  if (!changes) return open;
  for (const auto& change : changes->items) {
    if (!change.counts()) continue;
    const bool known = accepted.of_change(change, day) != nullptr;
    const auto same = std::find_if(open.begin(), open.end(), [&](const Problem& one) {
      return one.touchpoint == change.id();
    });
    Problem problem = problem_of(change, now.taken);
    if (same == open.end()) {
      if (!known) open.push_back(std::move(problem));
      continue;
    }
    if (known) {
      open.erase(same);
      continue;
    }
    // It got worse again: how it was before all that stays.
    problem.before.outcome = same->before.outcome;
    problem.before.points = same->before.points;
    problem.since = same->since;
    *same = std::move(problem);
  }
  return open;
}

std::optional<Notice> notice_of(const Problems& open, const std::vector<std::string>& failing,
                                const Told& told, const AuditStanding& now) {
  Notice notice;
  for (const auto& problem : open) {
    const Problem* known = find(told.problems, problem.touchpoint);
    const bool is_news = !known || is_worse(problem.now, known->now);
    (is_news ? notice.worse : notice.lasting).push_back(problem);
  }
  for (Problem problem : told.problems) {
    if (find(open, problem.touchpoint) || !has_recovered(problem, now)) continue;
    problem.before = problem.now;
    rename(problem, now);
    problem.now = {std::string(to_string(Status::not_applicable)), {}, ""};
    if (const TouchpointStanding* touchpoint = now.find(problem.touchpoint)) {
      problem.now = stand_of(*touchpoint, touchpoint->find(problem.part));
    }
    notice.recovered.push_back(std::move(problem));
  }
  notice.failing = failing;
  notice.newly_failing = without(failing, told.gates);
  notice.held_again = without(told.gates, failing);
  const bool news = !notice.worse.empty() || !notice.recovered.empty() ||
                    !notice.newly_failing.empty() || !notice.held_again.empty();
  if (news) return notice;
  notice.reminder = true;
  const bool lasts = !notice.lasting.empty() || !failing.empty();
  if (!lasts || (told.when && now.taken - *told.when < between_reminders)) {
    return std::nullopt;
  }
  return notice;
}

}  // namespace touchstone
