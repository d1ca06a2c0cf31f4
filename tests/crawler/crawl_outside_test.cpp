#include <set>

#include "crawler/outsiders.h"
#include "tests/crawler/firm.h"

using namespace touchstone;

TEST_CASE("profiles, maps, reviews and frames are asked once each, where robots.txt allows") {
  FakeNetwork network = company_of(0);
  network.world[home].front().body +=
      "<a href=https://www.facebook.com/firm>F</a><a href=https://www.facebook.com/>home</a>"
      "<a href=https://www.facebook.com/sharer/sharer.php?u=x>share</a>"
      "<a href=https://vk.com/firm>V</a><a href=https://www.google.com/maps/place/Firm>Map</a>"
      "<a href=https://www.trustpilot.com/review/firm.example>Reviews</a>"
      "<a href=https://apps.apple.com/app/firm/id1>App</a>"
      "<iframe src=https://video.example/embed/1></iframe>";
  network.world["https://vk.com/robots.txt"] = {{.body = "user-agent: *\ndisallow: /"}};
  const auto recording = visit(network);
  std::vector<std::string> notes;
  for (const auto* each : visits(recording, Role::third_party)) notes.push_back(each->note);
  std::sort(notes.begin(), notes.end());
  CHECK(notes == std::vector<std::string>{"frame", "map", "reviews", "social", "social", "store"});
  CHECK(network.asked("https://www.facebook.com/firm") == 1);
  CHECK(network.asked("https://vk.com/firm") == 0);
  CHECK(fault_of(visit_of(recording, "https://vk.com/firm")) == FaultKind::robots_disallowed);
  CHECK(visits(recording, Role::robots).size() == 1);
  CHECK(recording.complete);
}

TEST_CASE("the registry is asked for the domain, as a program that reads RDAP") {
  FakeNetwork network;
  network.otherwise = html("<h1>Hi</h1>");
  const auto recording = visit(network, {}, "https://www.firm.com/");
  const auto* answer = visit_of(recording, "https://rdap.verisign.com/com/v1/domain/firm.com");
  REQUIRE(answer);
  CHECK(answer->role == Role::registration);
  CHECK(network.log.back().request.headers.empty());
  CHECK_FALSE(registration_of("firm.de"));
  CHECK(registration_of("firm.co.uk")->href() == "https://rdap.nominet.uk/uk/domain/firm.co.uk");
}

TEST_CASE("what others take their time for never keeps a visit long") {
  FakeNetwork network = company_of(0);
  network.otherwise = {.status = 404, .delay_ms = 10};
  for (int i = 0; i < 30; ++i) {
    const auto site = "https://o" + std::to_string(i) + ".example";
    network.world[home].front().body +=
        "<a href=" + site + "/>x</a><iframe src=" + site + "/f></iframe>";
    for (const auto* path : {"/", "/f", "/robots.txt"})
      network.world[site + path] = {{.body = "x", .delay_ms = 60'000}};
  }
  const auto recording = visit(network);
  CHECK(network.elapsed_ms() < 4'000);
  CHECK(recording.complete);
  const auto looks_at_home = network.times_ms(home);
  CHECK(looks_at_home.size() > 3);
  CHECK(looks_at_home.back() < 1'000);
}

TEST_CASE("a name server that never answers is given up, and what it was asked is undecided") {
  FakeNetwork network = company_of(0);
  network.silent_names = true;
  const auto recording = visit(network);
  CHECK(network.elapsed_ms() < 4'000);
  CHECK(recording.complete);
  CHECK(recording.dns.size() == network.dns_log.size());
  for (const auto& answer : recording.dns) CHECK(answer.outcome == DnsOutcome::undecided);
}

TEST_CASE("questions about mail go on until the answers raise none") {
  FakeNetwork network = company_of(0);
  const auto answer = [&](const std::string& name, DnsType type, const std::string& record) {
    network.names[{name, type}] = {name, type, DnsOutcome::answered, {record}};
  };
  answer("firm.example", DnsType::txt, "v=spf1 include:_spf.mail.example -all");
  answer("_spf.mail.example", DnsType::txt, "v=spf1 include:deep.mail.example -all");
  answer("_mta-sts.firm.example", DnsType::txt, "v=STSv1; id=1");
  network.world["https://mta-sts.firm.example/.well-known/mta-sts.txt"] = {
      {.body = "version: STSv1"}};
  const auto recording = visit(network);
  const std::set<std::pair<std::string, DnsType>> asked(network.dns_log.begin(),
                                                        network.dns_log.end());
  CHECK(asked.size() == network.dns_log.size());
  for (const auto* name : {"deep.mail.example", "_dmarc.firm.example", "_smtp._tls.firm.example",
                           "default._bimi.firm.example", "google._domainkey.firm.example"}) {
    INFO(name);
    CHECK(asked.contains({name, DnsType::txt}));
  }
  CHECK(asked.contains({"firm.example", DnsType::https}));
  const auto* policy = visit_of(recording, "https://mta-sts.firm.example/.well-known/mta-sts.txt");
  REQUIRE(policy);
  CHECK(policy->note == "mta-sts");
  for (const auto& each : network.log)
    if (each.request.url.host() == "mta-sts.firm.example") {
      CHECK(each.url.ends_with("mta-sts.txt"));
      CHECK_FALSE(each.request.follow_redirects);
    }
}

TEST_CASE("look-alikes of the domain are asked for only where the user wants it, once each") {
  FakeNetwork network;
  network.world["https://firm.com/"] = {html("<html lang=en><h1>Hi</h1>")};
  CHECK(visits(visit(network, {}, "https://firm.com/"), Role::twin).empty());
  CrawlOptions options;
  options.look_alikes = true;
  network.world["http://firm.net/"] = {moved("https://firm.com/")};
  network.world["http://firm.org/"] = {fails(FaultKind::name_not_found)};
  const auto recording = visit(network, options, "https://firm.com/");
  const auto twins = visits(recording, Role::twin);
  CHECK(twins.size() <= 8);
  CHECK(visit_of(recording, "http://firm.net/")->fetch.answered().href() == "https://firm.com/");
  CHECK(network.asked("http://firm.org/") == 1);
}
