#include "checks/sample_share.h"

#include "checks/unseen.h"

namespace touchstone {

void SampleShare::see(const Page& page, bool shows, std::string_view place) {
  constexpr std::size_t enough = 20;
  if (!shows) {
    if (const auto why = absence_unproven_because(page)) {
      unseen_ = why;
      return;
    }
    if (lacking_.size() < enough) lacking_.push_back({page.url().href(), std::string(place), ""});
  }
  ++pages_;
  showing_ += shows ? 1 : 0;
}

int SampleShare::percent() const {
  return pages_ == 0 ? 0 : (100 * showing_ + pages_ / 2) / pages_;
}

void SampleShare::say(Facts& facts, std::string_view name) const {
  if (pages_ == 0) {
    facts.unknown(name, unseen_.value_or(Reason::insufficient_evidence));
  } else {
    facts.say(name, percent(), lacking_).signals = pages_ - showing_ >= 2 ? 2 : 1;
  }
}

}  // namespace touchstone
