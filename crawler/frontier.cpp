#include "crawler/frontier.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace touchstone {
namespace {

// A hostile site may invent addresses without end; those that were met are remembered up to here.
constexpr std::size_t max_met = 100'000;

bool is_page(const Task& task) {
  return task.role == Role::page || task.role == Role::guessed;
}

// Some questions are asked of an address that another one was asked of.
std::string key_of(const Task& task) {
  switch (task.role) {
    case Role::link:
    case Role::sitemap_entry:
    case Role::revalidation:
    case Role::tls_version:
      return fmt::format("{} {} {}", to_string(task.role), task.note, task.url.href());
    default:
      return task.url.href();
  }
}

// What the first pages of the sample go before.
bool gives_way(const Task& task) {
  return task.rank > Rank::sample && task.rank < Rank::page;
}

}  // namespace

bool Frontier::Before::operator()(const Task& a, const Task& b) const {
  const auto key = [](const Task& task) {
    return std::tuple(task.rank, -task.promise, task.depth, std::string_view(task.url.href()),
                      task.role, std::string_view(task.note));
  };
  return key(a) < key(b);
}

bool Frontier::add(Task task) {
  task.url = task.url.without_fragment();
  auto key = key_of(task);
  const auto found = place_.find(key);
  if (found == place_.end()) {
    if (waiting_.size() >= capacity_ || place_.size() >= max_met) {
      ++dropped_;
      return false;
    }
    task.number = ++numbered_;
    place_.emplace(std::move(key), waiting_.insert(std::move(task)).first);
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

bool Frontier::waits_at(const Url& url) const {
  const auto found = place_.find(url.without_fragment().href());
  return found != place_.end() && found->second != waiting_.end();
}

std::optional<Task> Frontier::take(const std::function<bool(const Task&)>& may, int sample) {
  const auto take_at = [this](Queue::iterator place) {
    auto task = std::move(waiting_.extract(place).value());
    place_[key_of(task)] = waiting_.end();
    return task;
  };
  auto held = waiting_.end();  // goes unless a page of the sample may
  for (auto place = waiting_.begin(); place != waiting_.end(); ++place) {
    const bool is_held = held != waiting_.end();
    if (is_held && gives_way(*place)) continue;
    if (is_held && place->rank > Rank::page) break;
    if (!may(*place)) continue;
    if (!gives_way(*place) || sample <= 0) return take_at(place);
    held = place;
  }
  if (held == waiting_.end()) return {};
  return take_at(held);
}

std::vector<Task> Frontier::drain() {
  std::vector<Task> rest;
  while (!waiting_.empty()) rest.push_back(std::move(waiting_.extract(waiting_.begin()).value()));
  for (const auto& task : rest) place_[key_of(task)] = waiting_.end();
  return rest;
}

bool Frontier::waits(Role role) const {
  return std::any_of(waiting_.begin(), waiting_.end(),
                     [role](const Task& task) { return task.role == role && !task.foreign; });
}

bool Frontier::waits_for_own() const {
  return std::any_of(waiting_.begin(), waiting_.end(),
                     [](const Task& task) { return !task.foreign; });
}

}  // namespace touchstone
