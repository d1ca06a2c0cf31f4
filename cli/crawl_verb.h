#pragma once

// The verb crawl: a whole site is visited and counted; nothing is judged.

#include <string>

#include "cli/exit_status.h"
#include "cli/options.h"
#include "crawler/crawl.h"
#include "reports/phrases.h"
#include "site/site.h"

namespace touchstone {

struct CrawlTold {
  std::string text;  // for standard output, in the format that was asked for
  ExitStatus status = ExitStatus::held;
};

// Throws UsageError and std::runtime_error with one line.
CrawlTold crawl_whole(const Options& options, const CrawlHooks& hooks, const Phrases& say);

// What --deep adds to a quick audit whose home page was read: the summary of the whole site.
void add_deep_crawl(Recording& recording, const Options& options, const CrawlHooks& hooks);

}  // namespace touchstone
