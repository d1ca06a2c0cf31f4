#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <set>

#include "site/media_type.h"
#include "tests/crawler/firm.h"

using namespace touchstone;
using namespace std::chrono_literals;

TEST_CASE("500 is tried again after two and eight seconds") {
  FakeNetwork network = company_of(1);
  network.world[host + "/p0"] = {status(500), status(502), html("<p>at last</p>")};
  const auto recording = visit(network);
  const auto times = network.times_ms(host + "/p0");
  REQUIRE(times.size() == 3);
  CHECK(times[1] - times[0] >= 2'000);
  CHECK(times[2] - times[1] >= 8'000);
  CHECK(visits_of(recording, host + "/p0").size() == 3);
  CHECK(visit_of(recording, host + "/p0")->fetch.ok());
}

TEST_CASE("a broken link is asked twice, one after the other") {
  FakeNetwork network = company_of(1);
  network.world[host + "/p0"] = {status(404)};
  const auto recording = visit(network);
  const auto both = visits_of(recording, host + "/p0");
  REQUIRE(both.size() == 2);
  CHECK(both[0] + 1 == both[1]);
  CHECK(both[1]->fetch.attempt == 2);
}

TEST_CASE("a link that works the second time is read") {
  FakeNetwork network = company_of(1);
  network.world[host + "/p0"] = {status(404), html("<a href=\"/further\">Further</a>")};
  visit(network);
  CHECK(network.asked(host + "/further") > 0);
}

TEST_CASE("a 404 probe that is answered as expected is asked once, a soft one twice") {
  FakeNetwork network = company_of(0);
  CHECK(visits(visit(network), Role::missing).size() == 1);
  FakeNetwork soft = company_of(0);
  soft.otherwise = html("<p>Welcome</p>");
  soft.world[host + "/robots.txt"] = {status(404)};
  CHECK(visits(visit(soft), Role::missing).size() == 2);
}

TEST_CASE("a page that looks like the 404 page is asked twice") {
  FakeNetwork network = company_of(9);
  network.otherwise = html("<p>Oh dear</p>");
  network.world[host + "/robots.txt"] = {status(404)};
  network.world[host + "/p8"] = {html("<p>Oh dear</p>")};
  network.world[home].front().body += "<a href=\"/q/deep\">deep</a>";
  CrawlOptions options;
  options.connections = 1;
  visit(network, options);
  CHECK(network.asked(host + "/p8") == 2);
}

TEST_CASE("a host that does not exist is asked twice, then the visit ends") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::name_not_found);
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(fault_of(visits(recording, Role::home).back()) == FaultKind::name_not_found);
  CHECK(network.elapsed_ms() < 2'000);
  CHECK_FALSE(recording.complete);
}

TEST_CASE("a dead host gets three tries within fifteen seconds") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::refused);
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 3);
  CHECK(network.elapsed_ms() <= 15'000);
}

TEST_CASE("a silent host is asked twice") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::timeout);
  network.otherwise.delay_ms = 20'000;
  const auto recording = visit(network);
  CHECK(visits(recording, Role::home).size() == 2);
  CHECK(network.elapsed_ms() < 60'000);
}

TEST_CASE("a refused certificate is read without trust, once") {
  FakeNetwork network;
  network.otherwise = fails(FaultKind::tls);
  const auto recording = visit(network);
  REQUIRE(visits(recording, Role::unverified_tls).size() == 1);
  const auto unverified =
      std::find_if(network.log.begin(), network.log.end(),
                   [](const FakeQuestion& question) { return !question.request.verify_tls; });
  REQUIRE(unverified != network.log.end());
  CHECK(unverified->request.drop_body);
  CHECK_FALSE(unverified->request.follow_redirects);
  CHECK(visits(recording, Role::page).empty());
}
