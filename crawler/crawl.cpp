#include "crawler/crawl.h"

#include "crawler/quick_crawl.h"

namespace touchstone {

Recording crawl(const Url& start, const CrawlOptions& options, Network& network,
                const CrawlHooks& hooks) {
  return QuickCrawl(start, options, network, hooks).run();
}

}  // namespace touchstone
