#include "site/reason.h"

#include "site/enum_names.h"

namespace touchstone {
namespace {

constexpr auto reason_names = std::to_array<std::string_view>({
    "bot-challenge",     "blocked-403",
    "rate-limited",      "unavailable-503",
    "robots-disallowed", "robots-unreachable",
    "timeout",           "no-network",
    "dns-undecided",     "js-rendered",
    "cookie-wall",       "login-wall",
    "geo-blocked",       "parked",
    "maintenance",       "language-unsupported",
    "budget-exhausted",  "third-party-refused",
    "no-source",         "insufficient-evidence",
    "manual-only",       "truncated",
    "too-deep",          "internal-error",
    "not-captured",      "interrupted",
});
static_assert(reason_names.size() == static_cast<std::size_t>(Reason::interrupted) + 1);

// Faults that say nothing of the company. The others (a name that does not exist, a refused
// connection, a bad certificate, a redirect loop, ...) are its own.
std::optional<Reason> unreadable_because(FaultKind fault) {
  switch (fault) {
    case FaultKind::name_undecided:
      return Reason::dns_undecided;
    case FaultKind::timeout:
      return Reason::timeout;
    case FaultKind::unreachable:
      return Reason::no_network;
    case FaultKind::too_large:
      return Reason::truncated;
    case FaultKind::robots_disallowed:
      return Reason::robots_disallowed;
    case FaultKind::robots_unreachable:
      return Reason::robots_unreachable;
    case FaultKind::rate_limited:
      return Reason::rate_limited;
    case FaultKind::budget_exhausted:
      return Reason::budget_exhausted;
    case FaultKind::interrupted:
      return Reason::interrupted;
    case FaultKind::forbidden_address:
    case FaultKind::not_captured:
      return Reason::not_captured;
    case FaultKind::name_not_found:
    case FaultKind::no_address:
    case FaultKind::refused:
    case FaultKind::tls:
    case FaultKind::redirect_loop:
    case FaultKind::too_many_redirects:
    case FaultKind::bad_redirect:
    case FaultKind::protocol:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Reason reason) {
  return name_of(reason_names, reason);
}

std::optional<Reason> reason_from(std::string_view text) {
  return named<Reason>(reason_names, text);
}

std::optional<Reason> unreadable_because(const Fetch& fetch) {
  if (fetch.fault) return unreadable_because(fetch.fault->kind);
  switch (fetch.status()) {
    case 405:
      if (fetch.method != "GET") return std::nullopt;
      return Reason::blocked_403;
    case 401:
    case 403:
    case 406:
    case 407:
      return Reason::blocked_403;
    case 451:
      return Reason::geo_blocked;
    case 429:
      return Reason::rate_limited;
    case 503:
      return fetch.headers().has("retry-after") ? Reason::rate_limited : Reason::unavailable_503;
    default:
      return std::nullopt;
  }
}

}  // namespace touchstone
