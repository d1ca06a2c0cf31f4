#include <catch2/catch.hpp>

#include "crawler/css_links.h"
#include "crawler/frontier.h"
#include "crawler/probes.h"
#include "crawler/retry.h"
#include "site/media_type.h"
#include "tests/crawler/fake_company.h"

using namespace touchstone;
using namespace std::chrono_literals;

namespace {

Url url(const std::string& text) {
  return *Url::parse(text);
}

Task task(Rank rank, const std::string& path, int promise = 0, int depth = 0) {
  return {.role = Role::page,
          .url = url("https://a.example" + path),
          .rank = rank,
          .promise = promise,
          .depth = depth};
}

std::vector<std::string> order(Frontier& frontier, int sample = 0) {
  std::vector<std::string> paths;
  while (const auto taken = frontier.take([](const Task&) { return true; }, sample))
    paths.emplace_back(taken->url.path());
  return paths;
}

std::vector<std::string> references(std::string_view css) {
  std::vector<std::string> result;
  for (const auto& link : links_in_css(css))
    result.push_back(std::string(to_string(link.kind)) + " " + link.reference);
  return result;
}

}  // namespace

TEST_CASE("the frontier gives by right, promise, clicks, then address") {
  Frontier frontier;
  frontier.add(task(Rank::page, "/b", 0, 1));
  frontier.add(task(Rank::page, "/a", 0, 1));
  frontier.add(task(Rank::page, "/z", 0, 0));
  frontier.add(task(Rank::page, "/promising", 5, 2));
  frontier.add(task(Rank::resource, "/file"));
  frontier.add(task(Rank::sample, "/contact"));
  frontier.add(task(Rank::essential, "/robots.txt"));
  CHECK(order(frontier) == std::vector<std::string>{"/robots.txt", "/contact", "/file",
                                                    "/promising", "/z", "/a", "/b"});
}

TEST_CASE("pages of the sample go before files") {
  Frontier frontier;
  frontier.add(task(Rank::resource, "/file"));
  frontier.add(task(Rank::page, "/page"));
  CHECK(order(frontier, 1) == std::vector<std::string>{"/page", "/file"});
}

TEST_CASE("the frontier takes an address once, whatever its fragment") {
  Frontier frontier;
  CHECK(frontier.add(task(Rank::page, "/a#one")));
  CHECK_FALSE(frontier.add(task(Rank::page, "/a#two")));
  CHECK(order(frontier).size() == 1);
  CHECK_FALSE(frontier.add(task(Rank::page, "/a")));
}

TEST_CASE("a waiting address moves forward when it turns out to promise more") {
  Frontier frontier;
  frontier.add(task(Rank::page, "/a", 0, 1));
  frontier.add(task(Rank::page, "/b", 0, 2));
  CHECK(frontier.add(task(Rank::sample, "/b", 7, 3)));
  const auto first = frontier.take([](const Task&) { return true; }, 0);
  REQUIRE(first);
  CHECK(first->url.path() == "/b");
  CHECK(first->depth == 2);
}

TEST_CASE("what was read under another address is not asked for any more") {
  Frontier frontier;
  frontier.add(task(Rank::page, "/a"));
  frontier.met(url("https://a.example/a"));
  CHECK(frontier.waiting() == 0);
  CHECK(frontier.knows(url("https://a.example/a")));
}

TEST_CASE("the frontier counts what it has no room for") {
  Frontier frontier(2);
  for (const auto* path : {"/a", "/b", "/c", "/d"}) frontier.add(task(Rank::page, path));
  CHECK(frontier.waiting() == 2);
  CHECK(frontier.dropped() == 2);
}

TEST_CASE("style sheets name their files in many ways") {
  struct Row {
    const char* css;
    std::vector<std::string> found;
  };
  const std::vector<Row> rows{
      {"@import 'a.css'; @IMPORT url(b.css);", {"stylesheet a.css", "stylesheet b.css"}},
      {"a { background: url( \"x y.png\" ) } b { background: URL(z.png) }",
       {"image x y.png", "image z.png"}},
      {"@font-face { src: url(a.eot); src: url(a.eot?#iefix), url(a.woff), url(a.woff2?v=1) }",
       {"font a.woff2?v=1"}},
      {"@font-face { src: url(a.ttf) } @font-face { src: url(b.woff) }",
       {"font a.ttf", "font b.woff"}},
      {"/* url(no.png) */ a { content: \"url(no.png)\" }", {}},
      {"a { background: url(data:image/png;base64,AAAA) } b { mask: url(#m) }", {}},
      {"a { background: url(x.png) } b { background: url(x.png) }", {"image x.png"}},
      {"a { background: url(", {}},
      {"a { background: url(\"x", {"image x"}},
      {"/* never closed", {}},
  };
  for (const auto& [css, found] : rows) {
    INFO(css);
    CHECK(references(css) == found);
  }
}

TEST_CASE("a hostile style sheet ends and yields little") {
  std::string css;
  for (int i = 0; i < 200'000; ++i) css += "url(" + std::to_string(i);
  CHECK(links_in_css(css).size() <= 200);
  std::string many;
  for (int i = 0; i < 10'000; ++i) many += "a{b:url(" + std::to_string(i) + ")}";
  CHECK(links_in_css(many).size() == 200);
}

TEST_CASE("Retry-After is seconds or a date") {
  const auto wait = [](const char* value) {
    Headers headers;
    headers.add("Retry-After", value);
    return retry_after(headers, FakeNetwork::start);
  };
  CHECK(wait("120") == 120s);
  CHECK(wait("0") == 0s);
  CHECK(wait("-5") == 0s);
  CHECK(wait(format_http_date(FakeNetwork::start + 60s).c_str()) == 60s);
  CHECK(wait(format_http_date(FakeNetwork::start - 60s).c_str()) == 0s);
  CHECK_FALSE(wait("soon"));
  CHECK_FALSE(retry_after({}, FakeNetwork::start));
}

TEST_CASE("the ways into a site") {
  const auto entries = [](const std::string& start) {
    std::vector<std::string> result;
    for (const auto& each : entries_of(url(start))) result.push_back(each.href());
    return result;
  };
  CHECK(entries("https://firm.co.uk/a?b") ==
        std::vector<std::string>{"http://firm.co.uk/", "https://firm.co.uk/",
                                 "http://www.firm.co.uk/", "https://www.firm.co.uk/"});
  CHECK(entries("http://www.firm.co.uk/") == entries("https://firm.co.uk/"));
  CHECK(entries("https://shop.firm.co.uk/") ==
        std::vector<std::string>{"http://shop.firm.co.uk/", "https://shop.firm.co.uk/"});
  CHECK(entries("http://localhost/").empty());
  CHECK(entries("https://[::1]/").empty());
  CHECK(entries("https://firm.example:8443/").empty());
}

TEST_CASE("directories and endings of addresses") {
  CHECK(first_directory(url("https://a.example/x/y")) == "/x/");
  CHECK_FALSE(first_directory(url("https://a.example/x")));
  CHECK_FALSE(first_directory(url("https://a.example/")));
  CHECK(extension_of(url("https://a.example/x/y.HTML?z.php")) == "html");
  CHECK(extension_of(url("https://a.example/x.y/z")).empty());
  CHECK(extension_of(url("https://a.example/v1.2-beta")).empty());
  CHECK(may_be_page(url("https://a.example/kontakt.html")));
  CHECK_FALSE(may_be_page(url("https://a.example/price.PDF")));
}

TEST_CASE("usual paths of the contact page follow the site's languages") {
  const auto paths = usual_paths("contact", {"de"}, "html");
  REQUIRE_FALSE(paths.empty());
  CHECK(paths.size() <= 6);
  CHECK(paths.front() == "/kontakt.html");
  CHECK(std::find(paths.begin(), paths.end(), "/contact.html") != paths.end());
}

TEST_CASE("what the law wants of every company is guessed before what shops alone need") {
  CHECK(usual_paths("terms", {"de"}, "").front() == "/impressum");
  CHECK(usual_paths("terms", {"fr"}, "").front() == "/mentions-legales");
}
