#pragma once

// Where an answer sends us next (RFC 9110 section 15.4), and when a chain of hops has gone astray.

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "site/fetch.h"

namespace touchstone {

// 301, 302, 303, 307 or 308 with a Location that is not empty.
bool leads_on(int status, const Headers& headers);

// Where an answer that leads on leads to, as it is asked for: without fragment, and without
// credentials, so that nobody's password is sent on or told because a server wrote it there. Absent
// where the field holds no address.
std::optional<Url> redirect_target(const Url& from, const Headers& headers);

class Redirects {
 public:
  static constexpr std::size_t max_redirects =
      20;  // as browsers follow, Fetch Standard section 4.4

  struct Stay {};  // the answer is the final one
  using Next = std::variant<Stay, Url, Fault>;

  // `cookies`: what the chain has set so far. A page that sends one to itself with a new cookie is
  // no loop; browsers follow it.
  Next after(const Hop& hop, const std::string& cookies);

 private:
  std::set<std::string> seen_;  // address and cookies
  std::size_t hops_ = 0;
};

}  // namespace touchstone
