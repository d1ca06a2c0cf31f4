#include "cli/crawl_verb.h"

#include <algorithm>
#include <chrono>

#include "cli/crawl_told.h"
#include "cli/errand.h"

namespace touchstone {

CrawlTold crawl_whole(const Options& options, const CrawlHooks& hooks, const Phrases& say) {
  const Url start = typed_address(options.subjects.front());
  const DeepCrawled crawled =
      deep_crawl(start, options.deep_crawl, options.state.value_or(""), hooks);
  CrawlTold told;
  told.text = options.format == Format::json ? crawl_as_json(crawled) : crawl_as_text(crawled, say);
  if (!crawled.totals.answered) told.status = ExitStatus::nobody_answered;
  return told;
}

void add_deep_crawl(Recording& recording, const Options& options, const CrawlHooks& hooks) {
  for (const auto& visit : recording.visits) {
    if (visit.role != Role::home || !visit.fetch.ok()) continue;
    const Url home = visit.fetch.answered().without_fragment();
    CrawlOptions further = options.deep_crawl;  // with the time that is left
    if (further.max_time.count() > 0) {
      const std::chrono::milliseconds taken(recording.elapsed_ms), least(1);
      further.max_time = std::max(least, further.max_time - taken);
    }
    recording.deep = std::make_shared<const DeepSummary>(
        deep_crawl(home, further, options.state.value_or(""), hooks).summary);
    return;
  }
}

}  // namespace touchstone
