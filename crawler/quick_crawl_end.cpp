#include <algorithm>
#include <utility>

#include "crawler/probes.h"
#include "crawler/quick_crawl.h"

namespace touchstone {
namespace {

constexpr std::chrono::milliseconds patience_with_others{3'000};
constexpr std::size_t max_kinds = 10'000;

}  // namespace

void QuickCrawl::leave_out(Task task, FaultKind kind, std::string why) {
  Fault fault{kind, std::move(why)};
  if (task.role == Role::robots) {
    Fetch unasked{.asked = task.url, .hops = {}, .body = {}, .fault = fault};
    gate_.answered(task.url, unasked);
    if (task.foreign) return;
  }
  recorder_.keep_unasked(std::move(task), std::move(fault), now());
}

// Somebody answers, though not to the end.
void QuickCrawl::keep_begun(Task task, Fetch begun, Fault fault) {
  begun.truncated = true;
  begun.fault = std::move(fault);
  recorder_.count(begun);
  task.answers.push_back(std::move(begun));
  recorder_.keep(std::move(task));
}

void QuickCrawl::stop(FaultKind kind, const std::string& why) {
  recorder_.incomplete(why);
  for (const auto& [ticket, question] : dns_in_flight_) network_.cancel(ticket);
  for (auto& [ticket, task] : in_flight_) {
    network_.cancel(ticket);
    auto begun = task.role == Role::home ? early_look_.arrived() : std::nullopt;
    begun ? keep_begun(std::move(task), std::move(*begun), {kind, why})
          : leave_out(std::move(task), kind, why);
  }
  in_flight_.clear();
  for (auto& [when, task] : pauses_) leave_out(std::move(task), kind, why);
  pauses_.clear();
  for (auto& entry : std::exchange(led_home_, {})) recorder_.keep(std::move(entry));
  for (auto& task : frontier_.drain()) leave_out(std::move(task), kind, why);
}

void QuickCrawl::close(const std::string& why) {
  closed_ = true;
  recorder_.incomplete(why);
  for (auto& [when, task] : std::exchange(pauses_, {})) {
    if (outlives_closing(task.role))
      pauses_.emplace_back(when, std::move(task));
    else
      recorder_.keep(std::move(task));
  }
  std::vector<Task> kept;
  for (auto& task : frontier_.drain())
    if (outlives_closing(task.role) && !task.foreign) kept.push_back(std::move(task));
  for (auto& task : kept) dispatch(std::move(task));
}

void QuickCrawl::leave_page(const Url& url, const std::string& why) {
  if (kinds_left_.size() < max_kinds) kinds_left_.insert(kind_of(url));
  recorder_.note(why);
}

// A thousand products of which fifty were read hide no privacy page: what was left matters where it
// is unlike what was read.
void QuickCrawl::judge_what_was_left() {
  const auto unlike = std::find_if(kinds_left_.begin(), kinds_left_.end(), [&](const auto& kind) {
    const auto asked = asked_of_kind_.find(kind);
    return asked == asked_of_kind_.end() || asked->second < enough_of_kind;
  });
  if (unlike != kinds_left_.end() || kinds_left_.size() == max_kinds)
    recorder_.incomplete("pages were left unlike all that were read");
}

bool QuickCrawl::own_is_done(std::optional<Role> but) const {
  const auto is_own_task = [but](const auto& each) {
    return !each.second.foreign && each.second.role != but;
  };
  return !frontier_.waits_for_own() && robots_wanted_.empty() &&
         std::none_of(in_flight_.begin(), in_flight_.end(), is_own_task) &&
         std::none_of(pauses_.begin(), pauses_.end(), is_own_task);
}

void QuickCrawl::give_up_late() {
  if (!own_is_done()) return;
  if (!own_done_) own_done_ = now();
  if (now() - *own_done_ < patience_with_others) return;
  const std::string why = "others took too long to answer";
  for (auto& [ticket, question] : std::exchange(dns_in_flight_, {})) {
    network_.cancel(ticket);
    take_dns({question.name, question.type, DnsOutcome::undecided, {}});
  }
  for (auto& [ticket, task] : std::exchange(in_flight_, {})) {
    network_.cancel(ticket);
    leave_out(std::move(task), FaultKind::timeout, why);
  }
  for (auto& task : frontier_.drain()) leave_out(std::move(task), FaultKind::budget_exhausted, why);
}

}  // namespace touchstone
