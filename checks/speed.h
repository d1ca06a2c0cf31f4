#pragma once

// How fast the home page arrives: time to first byte, the files that a browser loads for it, and
// the model of its largest paint. One place for the five touchpoints of speed and for the
// `presence.speed` of an audit. Pure, safe from several threads; each function costs what reading
// the home page's resources costs.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "site/page.h"
#include "site/site.h"

namespace touchstone {

// One fresh connection to the home page, in microseconds (catalogue `ttfb`).
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

// A file that a browser loads for the home page, each address once, in the order met.
struct LoadedFile {
  Resource::Kind kind = Resource::Kind::other;
  Url url;
  Element element;  // false for what only a stylesheet names
  bool blocking = false, lazy = false;
  const Visit* visit = nullptr;  // the last look at it; null: not asked
  std::optional<Reason> unseen;  // why its bytes are unknown; absent: answered, or dead
  std::int64_t bytes = 0;        // as transferred; 0 when unseen or dead

  bool is_foreign(const Site& site) const { return !site.is_own(url); }
  int status() const { return visit ? visit->fetch.status() : 0; }
};

// What the home page loads, without the page itself. Lazy pictures after the third are left out,
// frames are in. Empty when the home page was not read.
std::vector<LoadedFile> loaded_files(const Site& site);

struct Weight {
  std::int64_t html = 0, total = 0, scripts = 0;  // bytes as transferred, at least these
  std::optional<Reason> incomplete;               // why files of the company's own were not weighed
  bool every_file_seen = true;
};
Weight weigh(const Site& site, const std::vector<LoadedFile>& files);

// Why nothing can be said of the files and the paint of the home page: the site is closed, the page
// is a shell or no HTML. Absent when it can.
std::optional<Reason> home_unreadable_because(const Site& site);

struct Speed {
  std::optional<std::int64_t> first_byte_ms;
  std::optional<std::int64_t> bytes, requests;  // the page and its files; at least these
  std::optional<std::int64_t> fcp_ms, lcp_ms;   // estimates (checks/paint.h)
};
Speed measure_speed(const Site& site);

}  // namespace touchstone
