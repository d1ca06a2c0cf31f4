// What one visit may keep of a host that sends without end.

#include "crawler/budget.h"

#include <catch2/catch.hpp>

#include "crawler/reading_cost.h"
#include "tests/crawler/served.h"

namespace touchstone {

namespace {

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

Fetch fetch_of(const std::string& type, std::string body) {
  const Url url = *Url::parse("http://firm.example/");
  Fetch fetch{url, "GET", {}, std::move(body), false, 0, {}, 1, {}};
  Hop hop{url, 200, {}, {}, {}, {}, {}};
  hop.headers.add("Content-Type", type);
  fetch.hops.push_back(std::move(hop));
  return fetch;
}

}  // namespace

TEST_CASE("the cost of a page is that of its tags and its text") {
  struct Row {
    const char* what;
    std::string html;
    std::size_t least, most;
  };
  const Row rows[] = {
      {"nothing", "", 0, 0},
      {"a thousand tags", repeated("<br>", 4'000), 1'000, 1'020},
      {"64,000 bytes of text", repeated("bread ", 64'000), 1'000, 1'001},
      {"a script of 256,000 bytes", "<script>" + repeated("a < b;", 256'000) + "</script>", 1'000,
       1'003},
      {"a style in capitals", "<STYLE>" + repeated("a{b:c}", 256'000) + "</STYLE>", 1'000, 1'003},
      {"an attribute of 256,000 bytes", "<p a=\"" + repeated("bread ", 256'000) + "\">", 1'000,
       1'003},
      {"a comment that never closes", "<!--" + repeated("<br>", 256'000), 1'000, 1'003},
      {"a script that never closes", "<script>" + repeated("<br>", 256'000), 1'000, 1'003},
  };
  for (const auto& [what, html, least, most] : rows) {
    INFO(what);
    std::size_t spent = 0;
    CHECK(affordable(html, 1'000'000, spent) == html.size());
    CHECK(spent >= least);
    CHECK(spent <= most);
  }
}

TEST_CASE("what cannot be afforded is cut off") {
  std::size_t spent = 0;
  CHECK(affordable(repeated("<br>", 4'000), 10, spent) == 40);
  CHECK(spent == 10);
  spent = 0;
  CHECK(affordable(std::string(6'400, ' '), 10, spent) == 640);
  CHECK(affordable_text(std::string(6'400, ' '), 10, spent) == 640);
  CHECK(spent == 20);
}

TEST_CASE("sixty pages that never end cost no more than five of them, and are told to be cut") {
  struct Row {
    const char* type;
    const char* piece;
  };
  const Row rows[] = {{"text/html", "<img src=a>"},
                      {"text/html", "word after word "},
                      {"text/html; charset=utf-8", "<p>a@b.example "},
                      {"text/css", "a{b:c}"}};
  for (const auto& [type, piece] : rows) {
    INFO(type << ": " << piece);
    Budget budget(CrawlOptions{}, Time{});
    const std::string body = repeated(piece, 2u << 20);
    std::size_t cost = 0, bytes = 0;
    for (int i = 0; i < 60; ++i) {
      Fetch fetch = fetch_of(type, body.substr(0, budget.body_limit()));
      budget.answered({.role = Role::page, .url = fetch.asked}, fetch);
      affordable(fetch.body, 10'000'000, cost);
      bytes += fetch.body.size();
      CHECK((fetch.truncated || i < 10));
    }
    CHECK(cost < 450'000);
    CHECK(bytes < 32u << 20);
  }
}

TEST_CASE("sixty ordinary pages and their files are kept whole") {
  Budget budget(CrawlOptions{}, Time{});
  const std::string page = repeated("<p><a href=\"/a\">Bread and more</a> for everybody", 50'000) +
                           "<script>" + repeated("a(b);", 100'000) + "</script>";
  for (int i = 0; i < 60; ++i) {
    Fetch fetch = fetch_of("text/html", page);
    budget.answered({.role = Role::page, .url = fetch.asked}, fetch);
    CHECK(fetch.body.size() == page.size());
    CHECK_FALSE(fetch.truncated);
  }
  CHECK(budget.body_limit() == 5u << 20);
}

TEST_CASE("when much is kept already, little of each further body is") {
  Budget budget(CrawlOptions{}, Time{});
  for (int i = 0; i < 13; ++i) {
    Fetch fetch = fetch_of("image/png", std::string(5u << 20, 'x'));
    budget.answered({.role = Role::resource, .url = fetch.asked}, fetch);
  }
  CHECK(budget.body_limit() == 128u << 10);
}

}  // namespace touchstone
