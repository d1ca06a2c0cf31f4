#pragma once

// A page that is still arriving, read again each time it has doubled: the links that the plan needs
// stand in its first segments, and parsing all looks costs no more than twice the whole.

#include <optional>
#include <string>

#include "crawler/network.h"

namespace touchstone {

class EarlyLook {
 public:
  // A body_part event of the page.
  void take(Event& event);

  // The answer with the body so far, when it is worth a look: it has doubled, or nothing more came
  // for a while. Absent otherwise, and while it is not known which address answers.
  std::optional<Fetch> look(bool nothing_came);

  // There are bytes that were not looked at.
  bool pending() const { return fetch_ && looked_ < fetch_->body.size(); }

  // The answer as far as it came, which is forgotten here; absent while nothing came.
  std::optional<Fetch> arrived();

  void forget();  // the page is whole, or is asked again

 private:
  std::optional<Fetch> fetch_;
  std::size_t looked_ = 0;
};

}  // namespace touchstone
