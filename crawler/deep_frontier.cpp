#include "crawler/deep_frontier.h"

#include <utility>

#include "crawler/address_key.h"

namespace touchstone {

DeepFrontier::DeepFrontier(CrawlFile& file)
    : file_(file), texts_(most_in_memory), met_(most_in_memory), loosely_met_(most_in_memory) {
  for (auto& shape : file_.shapes()) shapes_.restore(std::move(shape));
  file_.each_key([this](std::uint64_t key) { met_.insert(key); });
  file_.each_text([this](std::uint64_t hash) { texts_.restore(hash); });
}

bool DeepFrontier::meet(std::uint64_t key) {
  if (!met_.full()) return !met_.insert(key);
  return met_.holds(key) || file_.knows(key);
}

void DeepFrontier::add(FoundAddress found, const FoundAddress* from) {
  const bool twin = !loosely_met_.insert(loose_address_key(found.url));
  found.shape = shapes_.id_of(found.url, twin);
  found.generation = from && from->shape == found.shape ? from->generation + 1 : 0;
  count_of_page(found, from);
  if (found.state == AddressState::waiting) {
    const auto parked = parked_.find(found.shape);
    const bool crowded = parked != parked_.end() && parked->second.waiting >= most_parked;
    if (crowded || shapes_.standing(found.shape) == PathShapes::Standing::spent)
      found.state = AddressState::left_out;
  }
  file_.add(found);
}

void DeepFrontier::count_of_page(const FoundAddress& found, const FoundAddress* from) {
  const auto id = from ? from->id : 0;
  if (std::exchange(last_from_, id) != id) of_last_from_.clear();
  if (from && ++of_last_from_[found.shape] == many_of_one_page) shapes_.is_wide(found.shape);
}

std::optional<FoundAddress> DeepFrontier::next(bool doubtful) {
  auto found = next_in_order();
  if (!found && doubtful) found = next_doubtful();
  if (found) under_way_.insert(found->id);
  return found;
}

// False: the address is not to be asked, or not now.
bool DeepFrontier::take(FoundAddress& address) {
  if (under_way_.contains(address.id)) return false;
  if (shapes_.standing(address.shape) != PathShapes::Standing::spent) return true;
  file_.set_state(address.id, AddressState::left_out);
  return false;
}

std::optional<FoundAddress> DeepFrontier::next_in_order() {
  for (;;) {
    if (window_.empty()) {
      for (auto& address : file_.waiting(seen_to_, 0, window))
        window_.push_back(std::move(address));
      if (window_.empty()) return {};
      seen_to_ = window_.back().id;
    }
    FoundAddress address = std::move(window_.front());
    window_.pop_front();
    if (!take(address)) continue;
    if (shapes_.standing(address.shape) == PathShapes::Standing::good) return address;
    ++parked_[address.shape].waiting;
  }
}

std::optional<FoundAddress> DeepFrontier::next_doubtful() {
  while (!parked_.empty()) {
    auto best = parked_.begin();
    for (auto each = parked_.begin(); each != parked_.end(); ++each)
      if (shapes_.cost(each->first) < shapes_.cost(best->first)) best = each;
    Parked& parked = best->second;
    if (parked.few.empty()) {
      for (auto& address : file_.waiting(parked.seen_to, best->first, few))
        parked.few.push_back(std::move(address));
      // All that the window has not seen yet comes to it in its turn.
      while (!parked.few.empty() && parked.few.back().id > seen_to_) parked.few.pop_back();
      if (parked.few.empty()) {
        parked_.erase(best);
        continue;
      }
      parked.seen_to = parked.few.back().id;
    }
    FoundAddress address = std::move(parked.few.front());
    parked.few.pop_front();
    --parked.waiting;
    if (take(address)) return address;
  }
  return {};
}

void DeepFrontier::answered(const FoundAddress& address, Novelty novelty) {
  under_way_.erase(address.id);
  shapes_.answered(address.shape, novelty, address.generation);
}

void DeepFrontier::give_back(const FoundAddress& address) {
  under_way_.erase(address.id);
}

void DeepFrontier::write() {
  for (const auto id : shapes_.take_changed()) file_.write(shapes_.shape(id));
}

}  // namespace touchstone
