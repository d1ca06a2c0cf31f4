#include <catch2/catch.hpp>

#include "crawler/deep_crawl.h"
#include "tests/crawler/trap_site.h"

using namespace touchstone;

TEST_CASE("A deep crawl reaches the real pages beside every trap") {
  constexpr int real_pages = 60;
  for (const auto& trap : TrapSite::traps()) {
    const TrapSite site(trap, real_pages);
    const LocalServer server(site.handler());
    CrawlOptions options;
    options.connections = 4;
    options.max_pages = real_pages * 3;
    deep_crawl(*Url::parse(server.origin() + "/"), options, "");
    INFO(trap);
    CHECK(site.reached(server.log(), real_pages * 3) >= real_pages * 95 / 100);
  }
}
