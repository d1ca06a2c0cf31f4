#pragma once

// A whole site, page by page: every page of its host that links lead to, summarised while it
// streams by, in memory that does not grow with the site. What was read stands in a file, so that a
// crawl that was cut off at any instant goes on where it was, and the next one asks only for what
// has changed.
//
//   DeepCrawled crawled = deep_crawl(start, options, "site.crawl");
//   crawled.summary.broken;

#include <cstdint>
#include <stdexcept>
#include <string>

#include "crawler/crawl.h"
#include "crawler/options.h"
#include "site/deep_summary.h"

namespace touchstone {

// What a crawl found could not be kept: no room, no right to write.
class CrawlNotStored : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct DeepTotals {
  std::int64_t pages = 0;      // addresses with an answer, those of earlier runs too
  std::int64_t requests = 0;   // of this run, robots.txt and sitemaps too
  std::int64_t bytes = 0;      // of this run, as transferred
  std::int64_t unchanged = 0;  // pages of this run that were as before (304)
  std::int64_t left_out = 0;   // addresses that promised nothing new
  std::int64_t forbidden = 0;  // addresses that robots.txt excludes
  std::int64_t elapsed_ms = 0;
  std::int64_t pages_of_run = 0;
  std::int64_t peak_rss_bytes = 0;
  bool resumed = false;    // the state held a crawl that was not complete
  bool answered = false;   // somebody answered, now or in an earlier run
  std::string stopped_by;  // "complete", "max-pages", "max-time", "interrupt", "host", "robots"
  std::string why;         // a line about it; may be empty
};

struct DeepCrawled {
  DeepTotals totals;
  DeepSummary summary;
};

// `start`: where the site lives, or leads to. `state`: the crawl file; empty: one that is gone
// afterwards. Never throws for what the world does; throws std::runtime_error with one line when an
// option or the file is unusable. Uses two threads beside the caller's.
DeepCrawled deep_crawl(const Url& start, const CrawlOptions& options, const std::string& state,
                       const CrawlHooks& hooks = {});

}  // namespace touchstone
