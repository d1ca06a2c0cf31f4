// Names that lead to the world first and into the user's own machine afterwards, and addresses that
// no page says but the registry and the records of the company's mail.

#include <atomic>
#include <catch2/catch.hpp>

#include "crawler/deep_crawl.h"
#include "tests/cli/fixture.h"
#include "tests/crawler/name_server.h"
#include "tests/hostile/outside.h"
#include "tests/hostile/rude_server.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

constexpr int type_a = 1, type_txt = 16;
constexpr const char* public_address = "93.184.216.34";

struct Victim {
  RudeServer server{[](Wire& wire, const std::string&) {
    wire.answer(page("<title>Inside</title>", "<h1>Secret</h1>"));
  }};
  std::string port() const { return std::to_string(server.port()); }
};

// The name leads to the public address as often as that, then to this machine.
NameServer::Handler turning(std::atomic<int>& times) {
  return [&times](const std::string& name, int type) -> NameAnswer {
    if (name != "firm.example" || type != type_a) return {};
    return {.records = {{type_a, wire::a(times-- > 0 ? public_address : "127.0.0.1")}}};
  };
}

CrawlOptions options_at(const NameServer& names) {
  CrawlOptions options = patient();
  options.dns_server = names.address();
  return options;
}

std::vector<FaultKind> faults_of(const Recording& recording, Role role) {
  std::vector<FaultKind> faults;
  for (const auto& visit : recording.visits)
    if (visit.role == role && visit.fetch.fault) faults.push_back(visit.fetch.fault->kind);
  return faults;
}

}  // namespace

TEST_CASE("a name that turns from a public address to this machine leads nowhere", "[table]") {
  for (const int times : {0, 2, 3}) {
    INFO("public as often as " << times);
    const Victim victim;
    const LocalServer web(bakery());
    stand_outside(public_address, web.port());
    std::atomic<int> left{times};
    const NameServer names(turning(left));
    const CrawlOptions options = options_at(names);
    const auto start = Url::parse("http://firm.example:" + victim.port() + "/");
    const auto network = open_network(options, *start);
    const Recording recording = crawl(*start, options, *network);
    CHECK(victim.server.connections() == 0);
    CHECK((web.log().size() > 10) == (times > 0));
    const Role refused = times > 0 ? Role::timing : Role::home;
    CHECK_FALSE(faults_of(recording, refused).empty());
    for (const auto fault : faults_of(recording, refused))
      CHECK(fault == FaultKind::forbidden_address);
    const std::vector<std::string> dialled(times > 0 ? 1 : 0, public_address);
    CHECK(dialled_outside() == dialled);
  }
}

TEST_CASE("a crawl of the whole site does not follow such a name either", "[table]") {
  for (const int times : {0, 2, 3}) {
    INFO("public as often as " << times);
    const Victim victim;
    const LocalServer web(bakery());
    stand_outside(public_address, web.port());
    std::atomic<int> left{times};
    const NameServer names(turning(left));
    const auto start = Url::parse("http://firm.example:" + victim.port() + "/");
    const DeepCrawled crawled = deep_crawl(*start, options_at(names), "");
    CHECK(victim.server.connections() == 0);
    CHECK(crawled.totals.answered == (times > 0));
    dialled_outside();
  }
}

TEST_CASE("neither the registry nor the mail's records lead into the user's own machine",
          "[table]") {
  const Victim victim;
  const LocalServer web(bakery());
  const TestAuthority authority;
  const std::string inside = "https://inside.example:" + victim.port() + "/";
  const RudeServer registry(
      [&](Wire& wire, const std::string&) {
        wire.send("HTTP/1.1 302 Found\r\nLocation: " + inside + "\r\nContent-Length: 0\r\n\r\n");
      },
      {.keys = authority.issue({.names = {"rdap.verisign.com"}})});
  const NameServer names([&](const std::string& name, int type) -> NameAnswer {
    const auto text = [](const std::string& record) {
      return NameAnswer{.records = {{type_txt, wire::strings({record})}}};
    };
    if (type == type_txt && name == "default._bimi.firm.com")
      return text("v=BIMI1; l=" + inside + "logo.svg; a=https://127.0.0.1:" + victim.port() + "/");
    if (type == type_txt && name == "_mta-sts.firm.com") return text("v=STSv1; id=1");
    if (type == type_a && (name == "inside.example" || name == "mta-sts.firm.com"))
      return {.records = {{type_a, wire::a("127.0.0.1")}}};
    return {};
  });
  for (const bool redirected : {true, false}) {
    INFO((redirected ? "the registry redirects" : "the registry's name leads inside"));
    CrawlOptions options = options_at(names);
    options.ca_file = authority.file();
    options.connect_to = {"firm.com:80:127.0.0.1:" + std::to_string(web.port())};
    if (redirected)
      options.connect_to.push_back("rdap.verisign.com:443:127.0.0.1:" +
                                   std::to_string(registry.port()));
    const auto start = Url::parse("http://firm.com/");
    const auto network = open_network(options, *start);
    const Recording recording = crawl(*start, options, *network);
    CHECK(victim.server.connections() == 0);
    CHECK(dialled_outside() == std::vector<std::string>{});
    if (redirected)
      CHECK(faults_of(recording, Role::registration) ==
            std::vector<FaultKind>{FaultKind::forbidden_address});
    const auto mail = faults_of(recording, Role::mail_policy);
    CHECK(mail.size() >= 2);
    for (const auto fault : mail) CHECK(fault == FaultKind::forbidden_address);
  }
}

}  // namespace touchstone
