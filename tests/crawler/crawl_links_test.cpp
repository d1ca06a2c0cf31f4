#include <set>

#include "tests/crawler/firm.h"

using namespace touchstone;

namespace {

std::vector<std::string> asked(const Recording& recording, Role role) {
  std::vector<std::string> result;
  for (const auto* visit : visits(recording, role))
    if (visit->fetch.attempt == 1) result.push_back(visit->fetch.asked.href());
  std::sort(result.begin(), result.end());
  return result;
}

const FakeQuestion* question(const FakeNetwork& network, const std::string& url) {
  for (const auto& each : network.log)
    if (each.url == url) return &each;
  return nullptr;
}

}  // namespace

TEST_CASE("own links that are no pages are asked with HEAD whether they answer, then with GET") {
  FakeNetwork network = company_of(0);
  network.world[home].front().body +=
      "<footer><a href=/plan.dwg>Plan</a><a href=/lost.dwg>Lost</a></footer>";
  network.world[host + "/plan.dwg"] = {{.body = "x"}};
  const auto recording = visit(network);
  CHECK(asked(recording, Role::link) ==
        std::vector<std::string>{host + "/lost.dwg", host + "/plan.dwg"});
  CHECK(question(network, host + "/plan.dwg")->request.method == "HEAD");
  CHECK(network.asked(host + "/plan.dwg") == 1);
  const auto* lost = visit_of(recording, host + "/lost.dwg");
  CHECK(lost->fetch.method == "GET");
  CHECK(lost->fetch.attempt == 2);
  CHECK(lost->found_on->href() == home);
}

TEST_CASE("what was read as a page is not asked for again as a link") {
  FakeNetwork network = company_of(5);
  network.world[home].front().body += "<link rel=canonical href=/><a href=/>Home</a>";
  CHECK(asked(visit(network), Role::link).empty());
}

TEST_CASE("links outside are asked once a host, twenty in all, with little patience") {
  FakeNetwork network = company_of(0);
  for (int i = 0; i < 30; ++i)
    network.world[home].front().body += "<a href=https://o" + std::to_string(i) +
                                        ".example/a>A</a><a href=https://o" + std::to_string(i) +
                                        ".example/b>B</a>";
  network.otherwise = {.body = "x", .delay_ms = 100'000};
  const auto recording = visit(network);
  std::set<std::string> hosts;
  for (const auto* link : visits(recording, Role::link))
    if (!link->fetch.asked.host().ends_with("firm.example"))
      CHECK(hosts.insert(std::string(link->fetch.asked.host())).second);
  CHECK(hosts.size() == 20);
  for (const auto& each : network.log) {
    if (each.request.url.host().starts_with("o")) CHECK(each.request.patience.count() > 0);
  }
}

TEST_CASE("what is behind an address that acts is left alone") {
  FakeNetwork network = company_of(0);
  network.world[home].front().body +=
      "<a href=\"/?add-to-cart=7\">Buy</a><a href=/account/logout>Log out</a>";
  visit(network);
  for (const auto& each : network.log) {
    CHECK(each.url.find("cart") == std::string::npos);
    CHECK(each.url.find("logout") == std::string::npos);
  }
}

TEST_CASE("twenty addresses of a sitemap are sampled, as pages or with HEAD") {
  FakeNetwork network = company_of(0);
  std::string map = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  for (int i = 0; i < 100; ++i)
    map += "<url><loc>https://firm.example/s" + std::to_string(i) + "</loc></url>";
  map += "<url><loc>https://other.example/s</loc></url></urlset>";
  network.world[host + "/sitemap.xml"] = {{.body = map}};
  const auto entries = asked(visit(network), Role::sitemap_entry);
  CHECK(entries.size() == 20);
  CHECK(std::count(entries.begin(), entries.end(), host + "/s5") == 1);
}

TEST_CASE("a big site leaves room to see whether its links lead anywhere") {
  FakeNetwork network = company_of(200);
  for (int i = 0; i < 200; ++i)
    network.world[home].front().body += "<img src=/i" + std::to_string(i) + ".png>";
  const auto recording = visit(network);
  CHECK(asked(recording, Role::link).size() >= 5);
  CHECK(network.log.size() <= 140);
}
