#include "crawler/deep_manners.h"

#include <catch2/catch.hpp>
#include <mutex>
#include <utility>

#include "crawler/deep_crawl.h"
#include "crawler/local_server.h"
#include "site/media_type.h"

using namespace touchstone;
using namespace std::chrono_literals;

namespace {

Time at(std::chrono::milliseconds time) {
  return Time(std::chrono::hours(1) + time);
}

int free_places(DeepManners manners, Time now) {
  int places = 0;
  for (; manners.may_ask(now) && places < 100; ++places) manners.asked(now);
  return places;
}

}  // namespace

TEST_CASE("a deep crawl asks so many questions at once and no more") {
  CHECK(free_places(DeepManners(4, 0), at(0ms)) == 4);
  CHECK(free_places(DeepManners(16, 0), at(0ms)) == 16);
}

TEST_CASE("a rate keeps the questions of a deep crawl apart") {
  DeepManners manners(4, 10);
  manners.asked(at(0ms));
  CHECK_FALSE(manners.may_ask(at(99ms)));
  CHECK(manners.may_ask(at(100ms)));
  manners.keep_apart(3s);
  manners.asked(at(100ms));
  CHECK_FALSE(manners.may_ask(at(3'099ms)));
  CHECK(manners.may_ask(at(3'100ms)));
}

TEST_CASE("a Crawl-delay is kept up to ten seconds") {
  DeepManners manners(4, 0);
  manners.keep_apart(1h);
  manners.asked(at(0ms));
  CHECK(manners.next_turn() == at(10s));
}

TEST_CASE("429 and 503 halve what a deep crawl asks at once, once for all that were under way") {
  DeepManners manners(16, 0);
  for (int i = 0; i < 4; ++i) manners.asked(at(0ms));
  manners.too_many(at(0ms), 1s, at(10ms));
  CHECK(manners.at_once() == 8);
  manners.too_many(at(0ms), 1s, at(11ms));
  CHECK(manners.at_once() == 8);
  CHECK_FALSE(manners.may_ask(at(1'000ms)));
  CHECK(manners.may_ask(at(1'011ms)));
  manners.asked(at(1'011ms));
  manners.too_many(at(1'011ms), {}, at(1'020ms));
  CHECK(manners.at_once() == 4);
  CHECK(manners.next_turn() == at(3'020ms));
}

TEST_CASE("a deep crawl leaves a host that asks for peace") {
  DeepManners manners(4, 0);
  SECTION("for long") {
    manners.asked(at(0ms));
    manners.too_many(at(0ms), 1h, at(1ms));
    CHECK(manners.stopped() == "the host asked to wait 3600 s");
  }
  SECTION("again and again") {
    for (int i = 0; i < DeepManners::most_complaints; ++i) {
      CHECK(manners.stopped().empty());
      manners.asked(at(i * 10s));
      manners.too_many(at(i * 10s), 1s, at(i * 10s));
    }
    CHECK(manners.stopped() == "5 answers in a row were 429 or 503");
  }
}

TEST_CASE("a deep crawl asks again after Retry-After in either form, and loses no page") {
  std::mutex mutex;
  bool complained = false;
  const auto form = GENERATE(std::string("seconds"), std::string("date"));
  const LocalServer server([&](const ServedRequest& request) -> ServedAnswer {
    if (request.target == "/robots.txt" || request.target == "/sitemap.xml") return {.status = 404};
    std::string links;
    for (int i = 0; i < 24; ++i) links += "<a href=/p" + std::to_string(i) + ">p</a>";
    const std::lock_guard lock(mutex);
    if (request.target == "/p7" && !std::exchange(complained, true)) {
      const auto now =
          std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
      const std::string wait = form == "seconds" ? "0" : format_http_date(now);
      return {.status = 429, .headers = {{"Retry-After", wait}}};
    }
    return {.headers = {{"Content-Type", "text/html"}}, .body = "Page " + request.target + links};
  });
  CrawlOptions options;
  options.connections = 4;
  options.max_pages = 100;
  const auto crawled = deep_crawl(*Url::parse(server.origin() + "/"), options, "");
  CHECK(crawled.totals.stopped_by.empty());
  CHECK(crawled.summary.pages == 25);
  int asked = 0;
  for (const auto& request : server.log()) asked += request.target == "/p7";
  CHECK(asked == 2);
}
