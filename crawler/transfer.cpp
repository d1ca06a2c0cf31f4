#include "crawler/transfer.h"

#include <algorithm>

namespace touchstone {

namespace {

constexpr std::size_t part_bytes = 64u << 10;  // larger ones would be copied as they grow
constexpr std::size_t most_untaken = 256u << 10;

}  // namespace

Fetch Transfer::so_far() const {
  Fetch known = fetch;
  known.hops.push_back(exchange.hop());
  return known;
}

std::chrono::milliseconds Transfer::time_left(std::chrono::milliseconds timeout) const {
  const auto used = spent + (Clock::now() - hop_began);
  if (request.patience.count() > 0) timeout = std::min(timeout, request.patience);
  return timeout - std::chrono::duration_cast<std::chrono::milliseconds>(used);
}

void Transfer::hand_on(std::string_view part, std::vector<Event>& events) {
  const bool goes_on = !events.empty() && events.back().kind == Event::Kind::body_part &&
                       events.back().ticket == ticket && events.back().part.size() < part_bytes;
  if (!goes_on) {
    events.emplace_back();
    events.back().kind = Event::Kind::body_part;
    events.back().ticket = ticket;
  }
  if (!std::exchange(streamed, true)) events.back().fetch = so_far();
  events.back().part += part;
  untaken += part.size();
  if (untaken > most_untaken) exchange.rest();
}

void Transfer::parts_were_taken() {
  if (std::exchange(untaken, 0) > most_untaken) exchange.go_on();
}

}  // namespace touchstone
