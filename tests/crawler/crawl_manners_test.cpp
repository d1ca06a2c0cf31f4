#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <set>

#include "site/media_type.h"
#include "tests/crawler/firm.h"

using namespace touchstone;
using namespace std::chrono_literals;

TEST_CASE("a robots.txt that does not exist allows everything") {
  FakeNetwork network = company_of(1);
  const auto recording = visit(network);
  CHECK(network.asked(host + "/robots.txt") == 1);
  CHECK(visit_of(recording, host + "/contact")->fetch.ok());
}

TEST_CASE("a robots.txt that answers 500 forbids everything but home") {
  FakeNetwork network = company_of(1);
  network.world[host + "/robots.txt"] = {status(500)};
  const auto recording = visit(network);
  CHECK(network.times_ms(host + "/robots.txt").size() == 3);
  CHECK(visits(recording, Role::home).back()->fetch.ok());
  CHECK(network.asked(host + "/contact") == 0);
  CHECK(network.asked(host + "/favicon.ico") == 0);
  CHECK(fault_of(visit_of(recording, host + "/contact")) == FaultKind::robots_unreachable);
}

TEST_CASE("a robots.txt that forbids all leaves home and the ways in") {
  FakeNetwork network = company_of(3);
  network.world[host + "/robots.txt"] = {{.body = "user-agent: *\ndisallow: /\n"}};
  const auto recording = visit(network);
  for (const auto& question : network.log) {
    INFO(question.url);
    const auto path = std::string(question.request.url.path());
    CHECK((path == "/" || path == "/robots.txt"));
  }
  CHECK(visits(recording, Role::home).back()->fetch.ok());
  CHECK(fault_of(visit_of(recording, host + "/contact")) == FaultKind::robots_disallowed);
  CHECK(fault_of(visit_of(recording, host + "/favicon.ico")) == FaultKind::robots_disallowed);
}

TEST_CASE("what robots.txt disallows for us is not asked") {
  FakeNetwork network = company_of(2);
  network.world[host + "/robots.txt"] = {
      {.body = "user-agent: touchstone\ndisallow: /p1\nuser-agent: *\ndisallow: /p0\n"}};
  const auto recording = visit(network);
  CHECK(network.asked(host + "/p0") == 1);
  CHECK(network.asked(host + "/p1") == 0);
  CHECK(fault_of(visit_of(recording, host + "/p1")) == FaultKind::robots_disallowed);
}

TEST_CASE("nothing that obeys robots.txt is asked before it is known") {
  FakeNetwork network = company_of(1);
  network.world[host + "/robots.txt"] = {{.body = "", .delay_ms = 3'000}};
  visit(network);
  CHECK(network.first_asked_ms(host + "/contact") >= 3'000);
  CHECK(network.first_asked_ms(host + "/favicon.ico") >= 3'000);
}

TEST_CASE("Crawl-delay spaces the questions, up to ten seconds") {
  FakeNetwork network = company_of(4);
  network.world[host + "/robots.txt"] = {{.body = "user-agent: *\ncrawl-delay: 2\ndisallow:\n"}};
  visit(network);
  std::vector<int> times;
  for (const auto& question : network.log)
    if (question.request.url.host() == "firm.example" && question.at_ms > 0)
      times.push_back(question.at_ms);
  for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i] - times[i - 1] >= 2'000);

  FakeNetwork slow = company_of(40);
  slow.world[host + "/robots.txt"] = {{.body = "user-agent: *\ncrawl-delay: 600\ndisallow:\n"}};
  const auto recording = visit(slow);
  CHECK_FALSE(recording.complete);
  CHECK(slow.log.size() >= 12);
  CHECK(slow.log.size() <= 20);
  CHECK(slow.elapsed_ms() <= 121'000);
}

TEST_CASE("a rate limits the requests a second to one host") {
  FakeNetwork network = company_of(5);
  CrawlOptions options;
  options.rate = 2;
  visit(network, options);
  std::vector<int> times;
  for (const auto& question : network.log)
    if (question.request.url.host() == "firm.example") times.push_back(question.at_ms);
  for (std::size_t i = 1; i < times.size(); ++i) CHECK(times[i] - times[i - 1] >= 500);
}

TEST_CASE("no more than the given connections are used at once") {
  FakeNetwork network = company_of(30);
  visit(network);
  CHECK(network.most_at_once["firm.example"] == 6);
  CHECK(network.connections_per_host == 6);
  FakeNetwork one = company_of(30);
  CrawlOptions options;
  options.connections = 1;
  visit(one, options);
  CHECK(one.most_at_once["firm.example"] == 1);
}

TEST_CASE("429 is asked again once, after Retry-After") {
  FakeNetwork network = company_of(3);
  network.world[host + "/p1"] = {status(429, {{"retry-after", "7"}}), html("<p>there you are</p>")};
  const auto recording = visit(network);
  const auto times = network.times_ms(host + "/p1");
  REQUIRE(times.size() == 2);
  CHECK(times[1] - times[0] >= 7'000);
  for (const auto& question : network.log) {
    INFO(question.url);
    CHECK((question.at_ms <= times[0] + 100 || question.at_ms >= times[0] + 7'000 ||
           question.request.url.host() != "firm.example"));
  }
  const auto both = visits_of(recording, host + "/p1");
  REQUIRE(both.size() == 2);
  CHECK(both[0]->fetch.attempt == 1);
  CHECK(both[0]->fetch.status() == 429);
  CHECK(both[1]->fetch.attempt == 2);
  CHECK(both[1]->fetch.ok());
}

TEST_CASE("Retry-After may be a date") {
  FakeNetwork network = company_of(1);
  const auto date = FakeNetwork::start + 5s;
  network.world[host + "/p0"] = {status(503, {{"retry-after", format_http_date(date)}}),
                                 html("<p>there</p>")};
  visit(network);
  const auto times = network.times_ms(host + "/p0");
  REQUIRE(times.size() == 2);
  CHECK(times[1] >= 4'000);
  CHECK(times[1] <= 6'000);
}

TEST_CASE("the first 429 halves the concurrency") {
  FakeNetwork network = company_of(40);
  network.world[host + "/contact"] = {status(429), html("<p>Call us</p>")};
  visit(network);
  const int limited = network.first_asked_ms(host + "/contact") + 10;
  std::map<int, int> started;  // answers take 10 ms, so those of one moment are the concurrency
  for (const auto& question : network.log)
    if (question.at_ms > limited + 20) ++started[question.at_ms];
  for (const auto& [at, count] : started) CHECK(count <= 3);
}

TEST_CASE("the second address that answers 429 stops the host") {
  FakeNetwork network = company_of(40);
  for (int i = 0; i < 40; ++i) network.world[host + "/p" + std::to_string(i)] = {status(429)};
  const auto recording = visit(network);
  std::set<std::string> pages;
  for (const auto& question : network.log)
    if (question.url.find("/p") != std::string::npos) pages.insert(question.url);
  CHECK(pages.size() <= 6);
  CHECK(fault_of(visit_of(recording, host + "/p9")) == FaultKind::rate_limited);
  CHECK(visit_of(recording, host + "/contact")->fetch.ok());
  CHECK_FALSE(recording.complete);
  CHECK(has_note(recording, "429"));
}

TEST_CASE("a host that wants to be left alone for an hour is left alone") {
  FakeNetwork network = company_of(10);
  network.otherwise = status(429, {{"retry-after", "3600"}});
  for (int i = 0; i < 10; ++i)
    network.world[host + "/p" + std::to_string(i)] = {status(429, {{"retry-after", "3600"}})};
  network.world[host + "/robots.txt"] = {status(404)};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).back()->fetch.ok());
  CHECK(network.elapsed_ms() < 5'000);
  for (const auto* page : visits(recording, Role::page))
    CHECK((page->fetch.status() == 429 || page->fetch.ok() ||
           fault_of(page) == FaultKind::rate_limited));
  CHECK_FALSE(recording.complete);
}

TEST_CASE("home that answers 503 is asked twice and then left") {
  FakeNetwork network = company_of(3);
  network.otherwise = status(503);
  for (auto& [url, answers] : network.world) answers = {status(503)};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(visits(recording, Role::page).empty());
  CHECK(network.elapsed_ms() < 15'000);
}

TEST_CASE("a challenge on home stops the visit after it and robots.txt") {
  FakeNetwork network = company_of(3);
  const auto wall = status(403, {{"cf-mitigated", "challenge"}, {"server", "cloudflare"}});
  network.otherwise = wall;
  for (auto& [url, answers] : network.world) answers = {wall};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 1);
  CHECK(visits(recording, Role::robots).size() == 1);
  for (const auto& question : network.log) {
    INFO(question.url);
    const auto path = std::string(question.request.url.path());
    CHECK((path == "/" || path == "/robots.txt"));
  }
  CHECK_FALSE(recording.complete);
  CHECK(has_note(recording, "bot-challenge"));
}

TEST_CASE("the second challenge of a visit stops the host") {
  FakeNetwork network = company_of(40);
  const auto wall = status(403, {{"cf-mitigated", "challenge"}});
  for (int i = 0; i < 40; ++i) network.world[host + "/p" + std::to_string(i)] = {wall};
  const auto recording = visit(network);
  CHECK(network.log.size() < 25);
  CHECK(visits(recording, Role::home).back()->fetch.ok());
  CHECK_FALSE(recording.complete);
}

TEST_CASE("a home page that forbids us closes the visit") {
  FakeNetwork network = company_of(3);
  network.world[home] = {status(403)};
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(network.asked(host + "/contact") == 0);
}
