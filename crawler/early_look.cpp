#include "crawler/early_look.h"

#include <utility>

namespace touchstone {
namespace {

constexpr std::size_t enough = 256u << 10;  // what stands later is read when the page is whole

}  // namespace

void EarlyLook::take(Event& event) {
  if (event.fetch) {
    fetch_ = std::move(event.fetch);
    fetch_->body.clear();
    looked_ = 0;
  }
  if (fetch_ && fetch_->body.size() < enough) fetch_->body += event.part;
}

std::optional<Fetch> EarlyLook::look(bool nothing_came) {
  if (!pending() || (!nothing_came && fetch_->body.size() < 2 * looked_)) return {};
  looked_ = fetch_->body.size();
  return fetch_;
}

std::optional<Fetch> EarlyLook::arrived() {
  return std::exchange(fetch_, std::nullopt);
}

void EarlyLook::forget() {
  fetch_.reset();
}

}  // namespace touchstone
