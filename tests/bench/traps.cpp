// How much of a site with 150 real pages a deep crawl reaches beside each trap, and after how many
// requests: bench_traps [PAGES]

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>

#include "crawler/deep_crawl.h"
#include "tests/crawler/trap_site.h"

using namespace touchstone;

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);
  const int pages = std::max(10, count > 1 ? std::atoi(words[1]) : 150);
  fmt::print("{:40} {:>8} {:>10} {:>16}\n", "trap", "reached", "requests", "95 % reached by");
  for (const auto& trap : TrapSite::traps()) {
    const TrapSite site(trap, pages);
    const LocalServer server(site.handler());
    CrawlOptions options;
    options.connections = 4;
    options.max_pages = pages * 3;
    deep_crawl(*Url::parse(server.origin() + "/"), options, "");
    const auto log = server.log();
    std::size_t enough = 0;
    while (enough < log.size() && site.reached(log, enough) * 100 < pages * 95) ++enough;
    fmt::print("{:40} {:8} {:10} {:16}\n", trap, site.reached(log, log.size()), log.size(), enough);
  }
}
