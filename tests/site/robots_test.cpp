#include "site/robots.h"

#include <catch2/catch.hpp>

using namespace touchstone;
using namespace std::chrono_literals;

namespace {

bool allowed(const std::string& robots, const std::string& path,
             const std::string& agent = "touchstone") {
  return Robots::parse(robots).allows_path(agent, path);
}

}  // namespace

TEST_CASE("an empty robots.txt allows everything") {
  CHECK(allowed("", "/"));
  CHECK(allowed("# nothing here\n\n", "/a?b"));
}

TEST_CASE("the longest pattern decides, and allow where two are equally long") {
  const std::string robots =
      "user-agent: *\ndisallow: /shop\nallow: /shop/open\ndisallow: /same\nallow: /same\n";
  CHECK_FALSE(allowed(robots, "/shop/closed"));
  CHECK(allowed(robots, "/shop/open/1"));
  CHECK(allowed(robots, "/same"));
  CHECK(allowed(robots, "/else"));
}

TEST_CASE("an agent's own groups are merged and hide those of everybody") {
  const std::string robots =
      "User-agent: touchstone\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\n"
      "User-Agent: other\nUser-Agent: TouchStone/2.1 (crawler)\nDisallow: /c\n";
  CHECK_FALSE(allowed(robots, "/a"));
  CHECK(allowed(robots, "/b"));
  CHECK_FALSE(allowed(robots, "/c"));
  CHECK_FALSE(allowed(robots, "/b", "somebody"));
}

TEST_CASE("an agent's empty group frees it from the rules of everybody") {
  CHECK(allowed("user-agent: *\ndisallow: /\nuser-agent: touchstone\ndisallow:\n", "/x"));
}

TEST_CASE("the file itself may always be asked for") {
  CHECK(allowed("user-agent: *\ndisallow: /\n", "/robots.txt"));
  CHECK_FALSE(allowed("user-agent: *\ndisallow: /\n", "/robots.txt.html"));
}

TEST_CASE("rules before the first user-agent line hold for nobody") {
  CHECK(allowed("disallow: /\nuser-agent: *\n", "/"));
}

TEST_CASE("stars and a final dollar sign are the only special characters") {
  struct Row {
    const char* pattern;
    const char* path;
    bool matches;
  };
  const Row rows[] = {
      {"/*.pdf$", "/a/b.pdf", true},
      {"/*.pdf$", "/a/b.pdf?x", false},
      {"/a$", "/a", true},
      {"/a$", "/a/", false},
      {"/a*b*c", "/a1b2c3", true},
      {"/a*b*c", "/acb", false},
      {"/a*$", "/abc", true},
      {"/$x", "/$x", true},
      {"*/x", "/deep/x/y", true},
      {"/a**b", "/ab", true},
      {"/a****$", "/a/b", true},
      {"/a*ab$", "/aab", true},
      {"/a*ab$", "/ab", false},
      {"/?s=", "/?s=word", true},
      {"/%e3%83%84", "/%E3%83%84", true},
      {"/\xE3\x83\x84", "/%E3%83%84", true},
  };
  for (const auto& [pattern, path, matches] : rows) {
    INFO(pattern << " on " << path);
    CHECK(allowed(std::string("user-agent: *\ndisallow: ") + pattern, path) == !matches);
  }
}

TEST_CASE("an allowed index page allows its directory") {
  const std::string robots = "user-agent: *\nallow: /de/index.html\ndisallow: /\n";
  CHECK(allowed(robots, "/de/"));
  CHECK_FALSE(allowed(robots, "/de/x"));
}

TEST_CASE("a rule counts by its length, wherever and however often it stands") {
  std::string robots = "user-agent: *\nallow: /de/index.html\n";
  for (int i = 0; i < 1'000; ++i) robots += "disallow: /a\ndisallow: /de/*\nallow: /a/b\n";
  robots += "disallow: /a/b/c\nuser-agent: *\nallow: /a/b/c/d$\n";
  CHECK(allowed(robots, "/de/"));  // as long as the star that forbids it
  CHECK_FALSE(allowed(robots, "/de/x"));
  CHECK_FALSE(allowed(robots, "/a/x"));
  CHECK(allowed(robots, "/a/b/x"));
  CHECK_FALSE(allowed(robots, "/a/b/c/x"));
  CHECK(allowed(robots, "/a/b/c/d"));
}

TEST_CASE("what people mistype is understood") {
  CHECK_FALSE(allowed("useragent: *\ndisalow: /\n", "/"));
  CHECK_FALSE(allowed("User agent: *\rDissallow: /\r", "/"));
  CHECK_FALSE(allowed("user-agent *\r\ndisallow /\r\n", "/"));
  CHECK_FALSE(allowed("\xEF\xBB\xBFuser-agent: *\ndisallow: /\n", "/"));
  CHECK_FALSE(allowed("\xEF\xBBuser-agent: *\ndisallow: /\n", "/"));
  CHECK_FALSE(allowed("user-agent: *\ndisallow: / # all of it\n", "/"));
  CHECK(allowed("user-agent: *\ndisallow / please\n", "/"));
}

TEST_CASE("a line that the limit cuts is no line") {
  std::string text = "user-agent: *\n";
  while (text.size() < (500u << 10) - 13) text += '#';
  REQUIRE(text.size() == (500u << 10) - 13);
  CHECK(allowed(text + "\ndisallow: /private\n", "/public"));
}

TEST_CASE("only the first 500 KiB are read") {
  const std::string filler(600u << 10, '\n');
  const auto robots = Robots::parse("user-agent: *\n" + filler + "disallow: /\n");
  CHECK(robots.truncated());
  CHECK(robots.allows_path("touchstone", "/"));
}

TEST_CASE("sitemaps are collected wherever they stand and end no group") {
  const auto robots = Robots::parse(
      "Sitemap: https://a.example/1.xml\nUser-agent: x\nSite-map: /2.xml\nUser-agent: touchstone\n"
      "Disallow: /\n");
  CHECK(robots.sitemaps() == std::vector<std::string>{"https://a.example/1.xml", "/2.xml"});
  CHECK_FALSE(robots.allows_path("x", "/"));
}

TEST_CASE("the delay between requests is that of the agent's own group") {
  const auto robots = Robots::parse(
      "user-agent: *\ncrawl-delay: 20\n\nuser-agent: touchstone\nCrawl-Delay: 1.5 seconds\n"
      "disallow: /x\nuser-agent: wordy\ncrawl-delay: soon\ndisallow:\n");
  CHECK(robots.crawl_delay("touchstone") == 1500ms);
  CHECK(robots.crawl_delay("somebody") == 20'000ms);
  CHECK_FALSE(robots.crawl_delay("wordy"));
}

TEST_CASE("a hostile robots.txt costs little") {
  std::string robots = "user-agent: *\n";
  while (robots.size() < (500u << 10)) {
    robots += "disallow: ";
    for (int i = 0; i < 2'000; ++i) robots += "/*a*b";
    robots += "$\n";
  }
  const auto parsed = Robots::parse(robots);
  std::string path;
  for (int i = 0; i < 2'000; ++i) path += "/a";
  CHECK(parsed.allows_path("touchstone", path));
}

TEST_CASE("the path of an address in any form") {
  CHECK(robots_path("https://a.example/b/c?d#e") == "/b/c?d");
  CHECK(robots_path("https://a.example") == "/");
  CHECK(robots_path("a.example?q") == "/?q");
  CHECK(robots_path("/b?u=http://c.example/") == "/b?u=http://c.example/");
}
