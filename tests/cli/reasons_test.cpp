// Every reason why something is not assessed, as a user meets it (catalogue section 3.1). The
// others stand in refused_visit_test.cpp and dead_host_test.cpp.

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>

#include "checks/measuring.h"
#include "crawler/capture.h"
#include "crawler/warc_reader.h"
#include "rules/inspection.h"
#include "site/reason.h"
#include "tests/cli/fixture.h"

namespace touchstone {

namespace {

bool gives(const Audit& audit, Reason reason) {
  return std::any_of(audit.touchpoints.begin(), audit.touchpoints.end(), [&](const auto& each) {
    return each.reason == reason ||
           std::any_of(each.components.begin(), each.components.end(),
                       [&](const auto& component) { return component.reason == reason; });
  });
}

Audit with_home(ServedAnswer home) {
  Company firm = bakery();
  firm.pages["/"] = std::move(home);
  return audit_of(firm);
}

const Rulebook& rulebook() {
  static const Rulebook loaded = load_rulebook();
  return loaded;
}

Audit interrupted_at(int answers) {
  const LocalServer server(bakery());
  const auto start = Url::parse(server.origin() + "/");
  const CrawlOptions options = hurried();
  std::atomic<int> interrupted{0};
  CrawlHooks hooks;
  hooks.interrupted = &interrupted;
  hooks.progress = [&](const Progress& progress) {
    if (progress.answered >= answers) interrupted = 1;
  };
  const auto network = open_network(options, *start);
  return audit_site(Site(crawl(*start, options, *network, hooks)), rulebook());
}

Audit with_requests(int most) {
  CrawlOptions options = hurried();
  options.max_requests = most;
  return audit_of(bakery(), options);
}

Audit with_profile_that_closes() {
  const LocalServer network(
      [](const ServedRequest&) { return ServedAnswer{.close_at_once = true}; });
  Company firm = bakery();
  firm.pages["/"].body += "<a href=\"http://www.facebook.com/bakeryflour\">Facebook</a>";
  CrawlOptions options = hurried();
  options.connect_to = {"www.facebook.com:80:127.0.0.1:" + std::to_string(network.port())};
  return audit_of(firm, options);
}

Recording crawled(const LocalServer& server) {
  const auto start = Url::parse(server.origin() + "/");
  const auto network = open_network(hurried(), *start);
  return crawl(*start, hurried(), *network);
}

// What another tool would have stored of the same visit: the answers, without our notes on them.
Audit of_another_tools_capture() {
  const LocalServer server(bakery());
  std::string answers;
  read_warc(encode_capture(crawled(server)), "bakery", [&](const WarcRecord& record) {
    if (record.type() != "response") return;
    answers += "WARC/1.0\r\n";
    for (const auto& [name, value] : record.fields) {
      if (name != "Content-Length") answers += name + ": " + value + "\r\n";
    }
    answers += "Content-Length: " + std::to_string(record.block.size()) + "\r\n\r\n" +
               record.block + "\r\n\r\n";
  });
  return audit_site(Site(decode_capture(answers, "other")), rulebook());
}

// One check fails at a site that is in order.
Audit with_a_check_that_throws() {
  const LocalServer server(bakery());
  const Site site(crawled(server));
  Inspection inspection = inspect(site, rulebook());
  for (auto& one : inspection.measured) {
    if (one.touchpoint != "favicon") continue;
    for (const Check* check : all_checks()) {
      if (check->touchpoint != one.touchpoint) continue;
      Check failing = *check;
      failing.measure = [](const Site&, const Presence&) -> Facts {
        throw std::runtime_error("our fault");
      };
      one.facts = measured_by(failing, site, inspection.presence);
    }
  }
  return judge(inspection, rulebook());
}

std::string many(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a site that nobody lets us into closes with the reason") {
  struct Row {
    Reason reason;
    Audit audit;
  };
  const Row rows[] = {
      {Reason::no_network,
       audit_of([](const ServedRequest&) { return ServedAnswer{.close_at_once = true}; })},
      {Reason::geo_blocked, with_home(page("<title>No</title>", "<h1>No</h1>", 451))},
      {Reason::geo_blocked, with_home(page("<title>Sorry</title>",
                                           "<p>This site is not available in your country</p>"))},
      {Reason::too_deep, with_home(page("<title>Deep</title>", many("<div>", 600) + "the end"))},
  };
  for (const auto& [reason, audit] : rows) {
    INFO(to_string(reason));
    REQUIRE(audit.closed);
    CHECK(to_string(*audit.closed) == to_string(reason));
    CHECK_FALSE(audit.score.points);
    CHECK(sucking(audit).empty());
    CHECK(outcome(audit, "page-title") == to_string(reason));
  }
}

TEST_CASE("what could not be seen of an open site says why") {
  struct Row {
    Reason reason;
    Audit audit;
  };
  const Row rows[] = {
      {Reason::login_wall,
       with_home(page("<title>Bakery</title>",
                      "<form method=\"post\"><input name=\"user\"><input type=\"password\" "
                      "name=\"word\"><button>Log in</button></form>"))},
      {Reason::language_unsupported,
       with_home(page("<title>საცხობი</title>",
                      many("<p>ჩვენ ყოველ ღამე ვაცხობთ პურს ორგანული ფქვილისგან და დილით თბილად "
                           "ვყიდით. შემოიარეთ, კარი ღიაა შვიდი საათიდან.</p>",
                           9) +
                          "<a href=\"/x.html\">შეკვეთა</a>"))},
      {Reason::budget_exhausted, with_requests(14)},
      {Reason::third_party_refused, with_profile_that_closes()},
      {Reason::insufficient_evidence, audit_of(bakery())},
      {Reason::manual_only, audit_of(bakery())},
      {Reason::truncated,
       with_home(page("<title>Long</title>", many("<p>bread and more bread</p>", 250'000)))},
      {Reason::not_captured, of_another_tools_capture()},
      {Reason::interrupted, interrupted_at(6)},
  };
  for (const auto& [reason, audit] : rows) {
    INFO(to_string(reason));
    CHECK(gives(audit, reason));
    CHECK(sucking(audit).size() < 12);
  }
}

TEST_CASE("a check that fails costs its touchpoint alone") {
  const Audit whole = audit_of(bakery());
  const Audit audit = with_a_check_that_throws();
  CHECK(outcome(whole, "favicon") == "wow");
  CHECK(outcome(audit, "favicon") == "internal-error");
  CHECK(outcome(audit, "favicon.size") == "internal-error");
  CHECK(sucking(audit) == sucking(whole));
  CHECK(judged(audit).size() + 1 == judged(whole).size());
  CHECK(audit.score.points);
}

}  // namespace touchstone
