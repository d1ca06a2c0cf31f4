// How many round trips a visit takes where nothing but the distance takes time.

#include "tests/crawler/firm.h"

using namespace touchstone;

namespace {

constexpr int round_trip = 100;

// In round trips; what an entry took over from home was asked once.
double took(const Visit& visit) {
  double all = 0;
  for (const auto& hop : visit.fetch.hops) {
    if (visit.role == Role::entry && hop.url.href() == home) break;
    all += static_cast<double>(hop.timing.total) / 1'000 / round_trip;
  }
  return all;
}

// When the first visit of that address was answered, in round trips; -1 where it was not asked.
double answered_after(const Recording& recording, const std::string& url) {
  const auto all = visits_of(recording, url);
  if (all.empty()) return -1;
  const auto& visit = *all.front();
  return static_cast<double>((visit.fetch.when - recording.taken).count()) / round_trip +
         took(visit);
}

FakeNetwork far_company(int pages) {
  auto network = company_of(pages);
  network.round_trip_ms = round_trip;
  network.world[host + "/sitemap.xml"] = {
      {.body = "<urlset><url><loc>https://firm.example/p0</loc></url></urlset>",
       .headers = {{"content-type", "application/xml"}}}};
  auto& page = network.world[home].front().body;
  for (int i = 0; i < 12; ++i)
    page += "<link rel=icon href=/icon" + std::to_string(i) + ".png><img src=/picture" +
            std::to_string(i) + ".png>";
  return network;
}

}  // namespace

TEST_CASE("what a customer meets first is answered within four round trips") {
  auto network = far_company(20);
  const auto recording = visit(network);
  const auto token = visits(recording, Role::missing).at(0)->fetch.asked.href();
  for (const auto& [url, most] :
       std::vector<std::pair<std::string, double>>{{home, 3},
                                                   {host + "/robots.txt", 3},
                                                   {"http://firm.example/", 4},
                                                   {"http://www.firm.example/", 4},
                                                   {"https://www.firm.example/", 4},
                                                   {host + "/contact", 4},
                                                   {token, 4},
                                                   {host + "/favicon.ico", 4},
                                                   {host + "/sitemap.xml", 4}}) {
    INFO(url);
    CHECK(answered_after(recording, url) > 0);
    CHECK(answered_after(recording, url) <= most);
  }
}

TEST_CASE("a visit takes two round trips more than its links and six questions at once demand") {
  auto network = far_company(20);
  const auto recording = visit(network);
  // Nothing can be asked for before home says that it is there.
  const double home_read = answered_after(recording, home);
  double work = 0, timing = 0;  // in round trips of one question, without the samples of timing
  for (const auto& each : recording.visits) {
    const auto begun = static_cast<double>((each.fetch.when - recording.taken).count());
    if (each.role == Role::timing)
      timing = timing == 0 ? took(each) : timing + 1;  // one behind the other, a round trip apart
    else if (each.fetch.asked.host() == "firm.example" && begun >= home_read * round_trip)
      work += took(each);
  }
  const double visit_took = static_cast<double>(recording.elapsed_ms) / round_trip;
  CAPTURE(recording.requests, home_read, work, timing, visit_took);
  CHECK(recording.requests > 50);
  CHECK(visit_took <= home_read + work / 6 + timing + 2);
}

TEST_CASE("handshakes do not take the places of what waits for robots.txt") {
  auto network = company_of(20);
  network.world[host + "/robots.txt"] = {{.status = 404, .delay_ms = 300}};
  visit(network);
  int handshakes = 0;
  for (const auto& question : network.log) {
    if (question.request.tls_version.empty()) continue;
    ++handshakes;
    CHECK(question.at_ms >= network.first_asked_ms(host + "/contact"));
  }
  CHECK(handshakes == 4);
}

TEST_CASE("entries that lead home take home's answer and do not ask for it again") {
  auto network = far_company(3);
  const auto recording = visit(network);
  const auto& answer = visits(recording, Role::home).at(0)->fetch;
  const auto entries = visits(recording, Role::entry);
  REQUIRE(entries.size() == 3);
  for (const auto* entry : entries) {
    INFO(entry->fetch.asked.href());
    REQUIRE(entry->fetch.hops.size() == 2);
    CHECK(entry->fetch.hops.back() == answer.hops.back());
    CHECK(entry->fetch.body == answer.body);
    CHECK(entry->fetch.ok());
  }
  // No hop but the questions themselves.
  CHECK(recording.requests == static_cast<std::int64_t>(network.log.size()));
}

TEST_CASE("entries that lead home end as home ends") {
  auto network = far_company(0);
  network.world[home] = {fails(FaultKind::refused)};
  const auto recording = visit(network);
  for (const auto* entry : visits(recording, Role::entry)) {
    INFO(entry->fetch.asked.href());
    CHECK(fault_of(entry) == FaultKind::refused);
  }
}

TEST_CASE("samples of timing begin so far apart that the host never answers two at once") {
  auto network = far_company(0);
  visit(network);
  std::vector<int> asked;
  for (const auto& question : network.log)
    if (question.request.fresh_connection && question.request.tls_version.empty())
      asked.push_back(question.at_ms);
  REQUIRE(asked.size() == 3);
  CHECK(asked[1] - asked[0] == round_trip);
  CHECK(asked[2] - asked[1] == round_trip);
}
