// The same at the front door: nothing of a site that cannot be read is praised or blamed.

#include <catch2/catch.hpp>

#include "tests/crawler/served.h"
#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

constexpr long for_ever = 100'000'000;

struct HomeRow {
  const char* name;
  const char* outcome;
  int status;  // of the program
  std::function<void(Wire&)> behave;
  RudeManner manner{};
};

std::function<void(Wire&)> says(std::string bytes) {
  return [bytes = std::move(bytes)](Wire& wire) { wire.send(bytes); };
}

void check_rows(const std::vector<HomeRow>& rows) {
  std::vector<std::function<Visited()>> jobs;
  for (const auto& row : rows) {
    jobs.emplace_back([&row] {
      const RudeServer server([&row](Wire& wire, const std::string&) { row.behave(wire); },
                              row.manner);
      auto arguments = patiently(is_one_of("timeout", row.outcome));
      arguments.insert(arguments.end(), {"--max-pages", "1"});
      arguments.push_back("http://127.0.0.1:" + std::to_string(server.port()) + "/");
      return visit_with_program(arguments);
    });
  }
  const auto visits = at_once(jobs);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string home = visits[i].recording ? visits[i].recording->asked.href() : "";
    const std::string got = visits[i].fetched(home);
    INFO(rows[i].name << ": " << got << ", status " << visits[i].status);
    tell(rows[i].name, visits[i]);
    CHECK(debts(visits[i]) == std::vector<std::string>{});
    CHECK(is_one_of(got, rows[i].outcome));
    CHECK(visits[i].status == rows[i].status);
    for (const char* id : {"page-title", "mobile-viewport", "favicon", "contact-page"}) {
      const auto outcome = visits[i].outcomes.find(id);
      REQUIRE(outcome != visits[i].outcomes.end());
      INFO(id << ": " << outcome->second);
      CHECK_FALSE(is_one_of(outcome->second, "sucks|missing|wow|so-so"));
    }
  }
}

}  // namespace

TEST_CASE("a front door that does not open is not assessed", "[table]") {
  check_rows({
      {"silence", "timeout", 3, [](Wire& wire) { wire.hang(); }},
      {"closed at once", "unreachable", 3, [](Wire&) {}, {.reads_nothing = true}},
      {"a reset", "unreachable", 3, [](Wire& wire) { wire.reset(); }},
      {"no HTTP", "protocol", 3, says("SSH-2.0-OpenSSH_9.2\r\n")},
      {"header fields without an end", "too-large", 4,
       [](Wire& wire) {
         wire.send("HTTP/1.1 200 OK\r\n");
         wire.repeat("X-Field: bread and more bread\r\n", for_ever);
       }},
      {"a redirect to the cloud's metadata", "forbidden-address", 4,
       says("HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\n\r\n")},
      {"a redirect to a file", "bad-redirect", 4,
       says("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n")},
      {"every page 200,000 levels deep", "200", 4,
       says(page_head() + "<title>Deep</title>" + repeated("<table><td>", 100'000))},
      {"every page without an end", "200 cut", 4,
       [](Wire& wire) {
         wire.send(page_head());
         wire.repeat(" word after word", for_ever);
       }},
      {"every page a gzip bomb", "200 cut", 4,
       says(page_head("Content-Encoding: gzip\r\n") + gzip(std::string(40 << 20, ' ')))},
  });
}

}  // namespace touchstone
