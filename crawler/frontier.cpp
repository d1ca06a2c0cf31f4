#include "crawler/frontier.h"

#include <algorithm>
#include <tuple>

namespace touchstone {
namespace {

// A hostile site may invent addresses without end; those that were met are remembered up to here.
constexpr std::size_t max_met = 100'000;

bool is_page(const Task& task) {
  return task.role == Role::page || task.role == Role::guessed;
}

}  // namespace

bool Frontier::Before::operator()(const Task& a, const Task& b) const {
  const auto key = [](const Task& task) {
    return std::tuple(task.rank, -task.promise, task.depth, std::string_view(task.url.href()));
  };
  return key(a) < key(b);
}

bool Frontier::add(Task task) {
  task.url = task.url.without_fragment();
  const auto found = place_.find(task.url.href());
  if (found == place_.end()) {
    if (waiting_.size() >= capacity_ || place_.size() >= max_met) {
      ++dropped_;
      return false;
    }
    task.number = ++numbered_;
    auto href = task.url.href();
    place_.emplace(std::move(href), waiting_.insert(std::move(task)).first);
    return true;
  }
  const auto place = found->second;
  if (place == waiting_.end() || task.role != place->role) return false;
  const bool shallower = task.depth < place->depth;
  if (!shallower &&
      std::tuple(task.rank, -task.promise) >= std::tuple(place->rank, -place->promise))
    return false;
  auto merged = std::move(waiting_.extract(place).value());
  if (shallower) {
    merged.depth = task.depth;
    merged.found_on = task.found_on;
  }
  merged.rank = std::min(merged.rank, task.rank);
  merged.promise = std::max(merged.promise, task.promise);
  found->second = waiting_.insert(std::move(merged)).first;
  return true;
}

void Frontier::met(const Url& url) {
  if (place_.size() >= max_met) return;
  const auto [found, is_new] = place_.emplace(url.without_fragment().href(), waiting_.end());
  if (is_new || found->second == waiting_.end()) return;
  if (!is_page(*found->second)) return;
  waiting_.erase(found->second);
  found->second = waiting_.end();
}

bool Frontier::knows(const Url& url) const {
  return place_.contains(url.without_fragment().href());
}

std::optional<Task> Frontier::take(const std::function<bool(const Task&)>& may, int sample) {
  const auto take_at = [this](Queue::iterator place) {
    auto task = std::move(waiting_.extract(place).value());
    place_[task.url.href()] = waiting_.end();
    return task;
  };
  auto resource = waiting_.end();
  for (auto place = waiting_.begin(); place != waiting_.end(); ++place) {
    if (place->rank == Rank::resource && resource != waiting_.end()) continue;
    if (!may(*place)) continue;
    if (place->rank != Rank::resource || sample <= 0) return take_at(place);
    resource = place;  // unless a page of the sample may go
  }
  if (resource == waiting_.end()) return {};
  return take_at(resource);
}

std::vector<Task> Frontier::drain() {
  std::vector<Task> rest;
  while (!waiting_.empty()) rest.push_back(std::move(waiting_.extract(waiting_.begin()).value()));
  for (const auto& task : rest) place_[task.url.href()] = waiting_.end();
  return rest;
}

bool Frontier::waits(Role role) const {
  return std::any_of(waiting_.begin(), waiting_.end(),
                     [role](const Task& task) { return task.role == role; });
}

}  // namespace touchstone
