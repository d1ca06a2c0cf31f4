#pragma once

// Why something was not assessed: the codes that reports print.

#include <optional>
#include <string_view>

#include "site/fetch.h"

namespace touchstone {

enum class Reason {
  bot_challenge,
  blocked_403,
  rate_limited,
  unavailable_503,
  robots_disallowed,
  robots_unreachable,
  timeout,
  no_network,
  dns_undecided,
  js_rendered,
  cookie_wall,
  login_wall,
  geo_blocked,
  parked,
  maintenance,
  language_unsupported,
  budget_exhausted,
  third_party_refused,
  no_source,
  insufficient_evidence,
  manual_only,
  truncated,
  too_deep,
  internal_error,
  not_captured,
  interrupted,
};

std::string_view to_string(Reason reason);  // "bot-challenge", ...
std::optional<Reason> reason_from(std::string_view text);

// Why an answer cannot be read for what the company shows there: by its fault or its status
// (without the signatures of challenges). Absent when it can: 2xx, 3xx, 404, 410 and other
// 4xx and 5xx that are the company's own.
std::optional<Reason> unreadable_because(const Fetch& fetch);

}  // namespace touchstone
