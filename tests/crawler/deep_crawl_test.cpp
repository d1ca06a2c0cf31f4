#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>

#include "crawler/crawl_lock.h"
#include "crawler/deep_crawl.h"
#include "tests/crawler/trap_site.h"

using namespace touchstone;

namespace {

constexpr int pages = 40;

// A name for a crawl file, which is gone at the end.
struct StateFile {
  StateFile() {
    static int number = 0;
    path = (std::filesystem::temp_directory_path() /
            ("deep-crawl-" + std::to_string(::getpid()) + "-" + std::to_string(++number)))
               .string();
  }
  ~StateFile() {
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(path + ending);
  }
  std::string path;
};

CrawlOptions four_at_once() {
  CrawlOptions options;
  options.connections = 4;
  options.max_pages = 1'000;
  options.retry_pauses = {std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
  return options;
}

Url start_of(const LocalServer& server) {
  return *Url::parse(server.origin() + "/");
}

std::map<std::string, int> times_asked(const LocalServer& server) {
  std::map<std::string, int> times;
  for (const auto& request : server.log()) ++times[request.target];
  return times;
}

ServedAnswer html(const std::string& body) {
  return {.headers = {{"Content-Type", "text/html"}}, .body = body};
}

}  // namespace

TEST_CASE("a deep crawl asks for every page of a site once") {
  const TrapSite site("none", pages);
  const LocalServer server(site.handler());
  const auto crawled = deep_crawl(start_of(server), four_at_once(), "");
  CHECK(crawled.totals.stopped_by.empty());
  CHECK(crawled.totals.pages == pages + 1);  // and what lies beside them
  CHECK(crawled.summary.pages == pages + 1);
  CHECK(site.reached(server.log(), 1'000) == pages);
  for (const auto& [target, times] : times_asked(server)) {
    INFO(target);
    CHECK(times == (target == "/" ? 2 : 1));  // where the site lives is asked first
  }
  CHECK(server.most_connections() <= 4 + 1);
}

TEST_CASE("a deep crawl that ended at its limit goes on where it was") {
  const TrapSite site("none", pages);
  const LocalServer server(site.handler());
  const StateFile state;
  auto options = four_at_once();
  options.max_pages = 15;
  const auto first = deep_crawl(start_of(server), options, state.path);
  CHECK(first.totals.stopped_by == "max-pages");
  CHECK(first.totals.pages == 15);
  CHECK_FALSE(first.summary.complete);
  const auto second = deep_crawl(start_of(server), four_at_once(), state.path);
  CHECK(second.totals.resumed);
  CHECK(second.totals.pages == pages + 1);
  CHECK(second.summary.complete);
  const auto times_of_both = times_asked(server);
  for (const auto& [target, times] : times_of_both) {
    INFO(target);
    if (target.starts_with("/guide")) CHECK(times == 1);
  }
  const auto third = deep_crawl(start_of(server), four_at_once(), state.path);
  CHECK_FALSE(third.totals.resumed);
  CHECK(third.totals.pages == pages + 1);
  CHECK(third.summary.pages == pages + 1);
}

TEST_CASE("a second deep crawl asks only for what has changed") {
  std::string news = "Old news";
  const LocalServer server([&](const ServedRequest& request) -> ServedAnswer {
    if (request.target == "/") {
      auto answer =
          html("<title>Home</title><a href=/a>a</a><a href=/news>n</a><a href=/gone>g</a>");
      answer.headers.emplace_back("ETag", "\"one\"");
      if (request.headers.get("if-none-match") == "\"one\"") return {.status = 304};
      return answer;
    }
    if (request.target == "/a") {
      if (request.headers.get("if-modified-since")) return {.status = 304};
      auto answer = html("<title>A</title>Some text of a");
      answer.headers.emplace_back("Last-Modified", "Tue, 15 Nov 1994 08:12:31 GMT");
      return answer;
    }
    if (request.target == "/news") return html("<title>" + news + "</title>" + news);
    return {.status = 404};
  });
  const StateFile state;
  deep_crawl(start_of(server), four_at_once(), state.path);
  news = "Fresh news of today";
  const auto again = deep_crawl(start_of(server), four_at_once(), state.path);
  CHECK_FALSE(again.totals.resumed);
  CHECK(again.totals.unchanged == 2);
  CHECK(again.summary.pages == 3);
  CHECK(again.summary.broken_addresses == 1);
  CHECK(again.summary.titled == 3);
}

TEST_CASE("a page that no link leads to any more is forgotten by the next deep crawl") {
  bool linked = true;
  const LocalServer server([&](const ServedRequest& request) -> ServedAnswer {
    if (request.target == "/") return html(linked ? "<a href=/old>o</a> old" : "nothing");
    if (request.target == "/old") return html("an old page");
    return {.status = 404};
  });
  const StateFile state;
  CHECK(deep_crawl(start_of(server), four_at_once(), state.path).summary.pages == 2);
  linked = false;
  CHECK(deep_crawl(start_of(server), four_at_once(), state.path).summary.pages == 1);
}

TEST_CASE("the summary of a deep crawl says what is broken and where it stands") {
  const LocalServer server([](const ServedRequest& request) -> ServedAnswer {
    if (request.target == "/")
      return html("<html lang=en><title>Same</title>Home <a href=/a>a</a><a href=/missing>m</a>");
    if (request.target == "/a")
      return html("<html lang=en><title>Same</title>Page <a href=/missing>m</a><a href=/b>b</a>");
    if (request.target == "/b") return html("Page <a href=/missing>m</a>");
    return {.status = 404};
  });
  const auto summary = deep_crawl(start_of(server), four_at_once(), "").summary;
  REQUIRE(summary.broken.size() == 1);
  CHECK(summary.broken[0].url == server.origin() + "/missing");
  CHECK(summary.broken[0].status == 404);
  CHECK(summary.broken[0].pages == 3);
  CHECK(summary.broken[0].found_on == server.origin() + "/");
  REQUIRE(summary.repeated_titles.size() == 1);
  CHECK(summary.repeated_titles[0].text == "Same");
  CHECK(summary.repeated_titles[0].pages == 2);
  CHECK(summary.untitled == 1);
  CHECK(summary.undeclared_language == 1);
}

TEST_CASE("what only the sitemap knows is asked for last") {
  const LocalServer server([](const ServedRequest& request) -> ServedAnswer {
    if (request.target == "/robots.txt")
      return {.body =
                  "Sitemap: /map-1.xml\nSitemap: /map-2.xml\nUser-agent: *\nDisallow: /secret\n"};
    const std::string origin = "http://" + request.host;
    if (request.target == "/map-1.xml")
      return {.body = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" +
                      origin + "/orphan</loc></url></urlset>"};
    if (request.target == "/") return html("Home <a href=/a>a</a><a href=/secret/x>s</a>");
    if (request.target == "/a" || request.target == "/orphan")
      return html("Page " + request.target);
    return {.status = 404};
  });
  const auto crawled = deep_crawl(start_of(server), four_at_once(), "");
  CHECK(crawled.totals.forbidden == 1);
  CHECK(crawled.summary.orphans == 1);
  std::vector<std::string> order;
  for (const auto& request : server.log()) order.push_back(request.target);
  // One sitemap after the other, and what it told in between.
  CHECK(order == std::vector<std::string>{"/", "/robots.txt", "/", "/a", "/map-1.xml", "/orphan",
                                          "/map-2.xml", "/sitemap.xml"});
}

TEST_CASE("redirects are followed hop by hop, and never to where robots.txt or the guard forbid") {
  const LocalServer server([](const ServedRequest& request) -> ServedAnswer {
    const auto to = [](const std::string& target) {
      return ServedAnswer{.status = 302, .headers = {{"Location", target}}};
    };
    if (request.target == "/robots.txt") return {.body = "User-agent: *\nDisallow: /secret\n"};
    if (request.target == "/") return html("<a href=/1>1</a><a href=/2>2</a><a href=/3>3</a>");
    if (request.target == "/1") return to("/page");
    if (request.target == "/2") return to("/secret/page");
    if (request.target == "/3") return to("http://169.254.169.254/latest/");
    if (request.target == "/page") return html("A page");
    return {.status = 404};
  });
  const auto crawled = deep_crawl(start_of(server), four_at_once(), "");
  const auto times = times_asked(server);
  CHECK(times.at("/page") == 1);
  CHECK(times.count("/secret/page") == 0);
  CHECK(crawled.summary.pages == 2);
}

TEST_CASE("a robots.txt that cannot be read lets a deep crawl ask for home alone") {
  const LocalServer server([](const ServedRequest& request) -> ServedAnswer {
    if (request.target == "/robots.txt") return {.status = 500};
    return html("<a href=/a>a</a>");
  });
  deep_crawl(start_of(server), four_at_once(), "");
  CHECK(times_asked(server).count("/a") == 0);
}

TEST_CASE("of two crawls of one file the second is refused while the first goes on") {
  const StateFile state;
  const CrawlLock first(state.path);
  CHECK_THROWS_WITH(deep_crawl(*Url::parse("http://127.0.0.1:1/"), four_at_once(), state.path),
                    Catch::Contains("another crawl is using"));
}

TEST_CASE("a file that is no crawl file is refused, and so is one of another site") {
  const StateFile state;
  const LocalServer server([](const ServedRequest&) { return html("Home"); });
  deep_crawl(start_of(server), four_at_once(), state.path);
  CHECK_THROWS_WITH(deep_crawl(*Url::parse("http://127.0.0.9:1/"), four_at_once(), state.path),
                    Catch::Contains("holds the crawl of"));
  CHECK_THROWS_WITH(deep_crawl(start_of(server), four_at_once(), "/no/such/folder/x"),
                    Catch::Contains("cannot open"));
}
