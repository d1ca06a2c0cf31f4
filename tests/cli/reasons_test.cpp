// Every reason why something is not assessed, as a user meets it (catalogue section 3.1). The
// others stand in refused_visit_test.cpp and dead_host_test.cpp; a check that fails is no matter of
// a site.

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>

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
  const Site site(crawl(*start, options, *network, hooks));
  static const Rulebook rulebook = load_rulebook();
  return audit_site(site, rulebook);
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
      {Reason::interrupted, interrupted_at(6)},
  };
  for (const auto& [reason, audit] : rows) {
    INFO(to_string(reason));
    CHECK(gives(audit, reason));
    CHECK(sucking(audit).size() < 12);
  }
}

}  // namespace touchstone
