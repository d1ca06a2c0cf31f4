#pragma once

// Answers that come from somebody between us and the company: bot challenges, blocks, cookie
// walls, maintenance and parking pages, by the embedded lists
// site/data/challenges.json and site/data/*.txt.

#include <optional>
#include <string>

#include "site/fetch.h"
#include "site/reason.h"

namespace touchstone {

struct Obstacle {
  Reason reason = Reason::bot_challenge;
  std::string by;  // "Cloudflare", "AWS WAF"; empty when unknown
};

// What stands between, judged from status, headers, cookies and the raw body; absent when nothing
// was recognised. Falls back to unreadable_because(fetch).
std::optional<Obstacle> obstacle_in(const Fetch& fetch);

}  // namespace touchstone
