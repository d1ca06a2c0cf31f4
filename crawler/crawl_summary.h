#pragma once

// What a whole crawl found, by the questions that a report asks of it.

#include "crawler/crawl_database.h"
#include "site/deep_summary.h"

namespace touchstone {

// `complete`: no address was left unvisited. Memory is bounded by what the summary lists and by the
// number of broken addresses, 100,000 of which are counted link by link.
DeepSummary summarise(CrawlDatabase& file, bool complete);

}  // namespace touchstone
