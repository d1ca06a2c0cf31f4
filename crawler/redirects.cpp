#include "crawler/redirects.h"

namespace touchstone {

bool leads_on(int status, const Headers& headers) {
  const bool redirect =
      status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  return redirect && !headers.get("location").value_or("").empty();
}

std::optional<Url> redirect_target(const Url& from, const Headers& headers) {
  const auto next = from.resolve(headers.get("location").value_or(""));
  if (!next) return std::nullopt;
  return next->without_fragment().without_credentials();
}

Redirects::Next Redirects::after(const Hop& hop, const std::string& cookies) {
  ++hops_;
  if (!leads_on(hop.status, hop.headers)) return Stay{};
  const auto next = redirect_target(hop.url, hop.headers);
  if (!next) {
    const auto location = *hop.headers.get("location");
    return Fault{FaultKind::bad_redirect,
                 "redirect to \"" + std::string(location.substr(0, 200)) + "\""};
  }
  if (hops_ > max_redirects) {
    return Fault{FaultKind::too_many_redirects,
                 "more than " + std::to_string(max_redirects) + " redirects"};
  }
  // The hop's own cookies are in `cookies` already, so the two keys differ where one was set.
  const std::string separator(1, '\n');
  if (hops_ == 1) seen_.insert(hop.url.without_fragment().href() + separator);
  if (!seen_.insert(next->href() + separator + cookies).second) {
    return Fault{FaultKind::redirect_loop, "redirected to " + next->href() + " again"};
  }
  return *next;
}

}  // namespace touchstone
