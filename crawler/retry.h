#pragma once

// When the same question is asked again: after what passes by itself, and to be sure of what speaks
// against the company.

#include <chrono>
#include <optional>

#include "crawler/options.h"
#include "crawler/task.h"

namespace touchstone {

// A host that wants to be left alone for longer is not asked again in this visit.
inline constexpr std::chrono::milliseconds longest_wait{10'000};

// Retry-After in seconds or as a date (RFC 9110 section 10.2.3), from `now` on. Absent when the
// field is not there or not readable; never negative.
std::optional<std::chrono::milliseconds> retry_after(const Headers& headers, Time now);

// 429, and 503: the host has too much to do.
bool says_too_many(const Fetch& fetch);

// What the last answer looks like beyond its status.
struct Impression {
  bool challenged = false;  // a bot challenge
  bool suspicious = false;  // like the site's 404 page, although its status is good
};

// The pause before the task is asked again; absent when its last answer stands.
std::optional<std::chrono::milliseconds> pause_before_retry(const Task& task,
                                                            const Impression& impression,
                                                            const CrawlOptions& options, Time now);

}  // namespace touchstone
