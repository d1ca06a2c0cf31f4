#pragma once

// How fast the home page arrives and how heavy it is. One place for the touchpoints of speed and
// for the `presence.speed` of an audit. Pure, safe from several threads.

#include <cstdint>
#include <optional>
#include <vector>

#include "checks/loaded_files.h"
#include "site/site.h"

namespace touchstone {

// One fresh connection to the home page, in microseconds.
struct TimingSample {
  std::int64_t first_byte = 0;   // REDIRECT + STARTTRANSFER
  std::int64_t round_trip = 0;   // CONNECT - NAMELOOKUP
  std::int64_t server_wait = 0;  // STARTTRANSFER - PRETRANSFER - round_trip, at least 0
};

// The samples that count: those of Role::timing that were answered and timed; the cold first one is
// left out where at least three remain. Without any, the home visit's own; empty: not timed.
std::vector<TimingSample> timing_samples(const Site& site);

// The middle value (the lower middle of an even number); absent when there is none.
std::optional<std::int64_t> median(std::vector<std::int64_t> values);

// Bytes as transferred; a lower bound, because scripts are not run. Frames have a weight of their
// own and are left out.
struct Weight {
  std::int64_t html = 0;   // the home page
  std::int64_t total = 0;  // with all its files
  std::int64_t scripts = 0;
  // Why more is not known: a file that nobody looked at. Absent when only what failed is lacking.
  std::optional<Reason> total_unknown, scripts_unknown;
  bool every_file_seen = true;
};
Weight weigh(const Site& site, const std::vector<LoadedFile>& files);

std::int64_t kibibytes(std::int64_t bytes);            // to the nearest
std::int64_t milliseconds(std::int64_t microseconds);  // to the nearest

struct Speed {
  std::optional<std::int64_t> first_byte_ms;
  std::optional<std::int64_t> bytes, requests;  // the page and its files; at least these
  std::optional<std::int64_t> fcp_ms, lcp_ms;   // estimates (checks/paint.h)
};
Speed measure_speed(const Site& site);

}  // namespace touchstone
