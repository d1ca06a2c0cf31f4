#pragma once

// The plan of a quick audit over a Network: what is asked, in which order, within which budget
//. Everything independent is in flight at once.

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "crawler/network.h"
#include "crawler/options.h"
#include "site/site.h"

namespace touchstone {

struct Progress {
  std::string doing;  // the address that is read: "https://example.com/kontakt"
  int answered = 0, asked = 0;
};

struct CrawlHooks {
  std::function<void(const Progress&)> progress;  // may be empty
  const std::atomic<int>* interrupted = nullptr;  // > 0: stop asking, return what is there
};

// Never throws for what the world does. `start` is fetched even if robots.txt disallows it, because
// the user asked for it; everything found from there obeys robots.txt (RFC 9309).
Recording crawl(const Url& start, const CrawlOptions& options, Network& network,
                const CrawlHooks& hooks = {});

// The real network (libcurl, c-ares). Throws std::runtime_error with one clear line when an option
// is unusable (unreadable CA file, malformed --resolve, ...).
std::unique_ptr<Network> open_network(const CrawlOptions& options, const Url& start);

}  // namespace touchstone
