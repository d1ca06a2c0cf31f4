#include "crawler/redirects.h"

namespace touchstone {

bool leads_on(int status, const Headers& headers) {
  const bool redirect =
      status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  return redirect && !headers.get("location").value_or("").empty();
}

Redirects::Next Redirects::after(const Hop& hop, const std::string& cookies) {
  ++hops_;
  if (!leads_on(hop.status, hop.headers)) return Stay{};
  const auto location = *hop.headers.get("location");
  const auto next = hop.url.resolve(location);
  if (!next) {
    return Fault{FaultKind::bad_redirect,
                 "redirect to \"" + std::string(location.substr(0, 200)) + "\""};
  }
  if (hops_ > max_redirects) {
    return Fault{FaultKind::too_many_redirects,
                 "more than " + std::to_string(max_redirects) + " redirects"};
  }
  // Nobody's password is sent on, or stands in a report, because a server wrote it into a redirect.
  const Url wanted = next->without_fragment().without_credentials();
  // The hop's own cookies are in `cookies` already, so the two keys differ where one was set.
  const std::string separator(1, '\n');
  if (hops_ == 1) seen_.insert(hop.url.without_fragment().href() + separator);
  if (!seen_.insert(wanted.href() + separator + cookies).second) {
    return Fault{FaultKind::redirect_loop, "redirected to " + wanted.href() + " again"};
  }
  return wanted;
}

}  // namespace touchstone
