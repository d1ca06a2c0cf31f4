// What keeps a visitor out is no fault of the pages behind it.

#include <atomic>
#include <catch2/catch.hpp>

#include "tests/cli/fixture.h"

namespace touchstone {

namespace {

using Ids = std::vector<std::string>;

// Nothing was seen of the site, and nothing is said against it but `sucks`.
void check_closed(const Audit& audit, const std::string& reason, const Ids& sucks = {}) {
  CHECK(sucking(audit) == sucks);
  CHECK_FALSE(audit.score.points);
  REQUIRE(audit.closed);
  CHECK(to_string(*audit.closed) == reason);
  for (const std::string id : {"site-availability", "page-title", "not-found-page", "favicon",
                               "mobile-viewport", "compression"}) {
    INFO(id);
    CHECK(outcome(audit, id) == reason);
  }
}

Company everywhere(ServedAnswer one) {
  return {.otherwise = std::move(one)};
}

}  // namespace

TEST_CASE("a site that challenges every request is not assessed") {
  auto wall = page("<title>Just a moment...</title>", "<p>Checking your browser</p>", 403);
  wall.headers.emplace_back("cf-mitigated", "challenge");
  const Audit audit = audit_of(everywhere(wall));
  check_closed(audit, "bot-challenge");
  REQUIRE(audit.blocked);
  CHECK(audit.blocked->status == 403);
}

TEST_CASE("an empty answer 202 with a challenge of AWS is no empty title") {
  ServedAnswer wall = answer("text/html", "", 202);
  wall.headers.emplace_back("x-amzn-waf-action", "challenge");
  check_closed(audit_of(everywhere(wall)), "bot-challenge");
}

TEST_CASE("503 with words of maintenance is maintenance") {
  const Audit audit = audit_of(
      everywhere(page("<title>Maintenance</title>", "<h1>We are down for maintenance</h1>", 503)));
  check_closed(audit, "maintenance");
}

TEST_CASE("503 without a word, 403 and 429 everywhere are not assessed") {
  check_closed(audit_of(everywhere(answer("text/html", "", 503))), "unavailable-503");
  check_closed(audit_of(everywhere(answer("text/html", "no", 403))), "blocked-403");
  check_closed(audit_of(everywhere(answer("text/html", "", 429))), "rate-limited");
}

TEST_CASE("an error page in the place of the home page is not judged as the company") {
  const auto error = [](int code) { return page("<title>Oops</title>", "<h1>Oops</h1>", code); };
  // That its server fails at every question is seen all the same.
  check_closed(audit_of(everywhere(error(500))), "unavailable-503",
               {"robots-txt", "server-errors"});
  CHECK(audit_of(everywhere(error(404))).closed == Reason::no_source);
}

TEST_CASE("pages before a host says too many are assessed, the rest is rate-limited") {
  std::atomic<int> asked = 0;
  const Company firm = bakery();
  const LocalServer server([&](const ServedRequest& request) {
    const bool is_first =
        request.target == "/" || request.target == "/robots.txt" || request.target == "/icon.svg";
    if (++asked < 5 && is_first) return firm(request);
    ServedAnswer too_many = answer("text/plain", "slow down", 429);
    too_many.headers.emplace_back("Retry-After", "3600");
    return too_many;
  });
  const Audit audit = audit_at(server.origin() + "/", hurried());
  CHECK(sucking(audit) == Ids{});
  CHECK(outcome(audit, "page-title.home-present") == "wow");
  CHECK(outcome(audit, "not-found-page") == "rate-limited");
  CHECK(outcome(audit, "contact-page") == "rate-limited");
  CHECK(audit.pages == 1);
  CHECK(server.log().size() < 20);
}

TEST_CASE("a consent page before the content hides it") {
  Company firm = bakery();
  firm.pages["/"] = page(
      "<title>Before you continue</title>",
      "<div id=\"cookie-consent\"><h2>Before you continue</h2><p>We and our partners store and "
      "read cookies on your device to measure our audience, to show you content and to learn what "
      "you like. You may accept all of them, or choose which of them you want to allow.</p>"
      "<button>Accept all</button><button>Choose</button></div>");
  const Audit audit = audit_of(firm);
  INFO(Catch::Detail::stringify(sucking(audit)));
  CHECK(outcome(audit, "contact-discoverability") == "cookie-wall");
  CHECK(outcome(audit, "contact-page") != "missing");
  CHECK(outcome(audit, "phone-number") != "missing");
  CHECK(outcome(audit, "email-address") != "missing");
}

TEST_CASE("what robots.txt allows is crawled") {
  Company firm = bakery();
  struct Row {
    ServedAnswer robots;
    bool crawled;
    const char* reason;
  };
  const Row rows[] = {
      {firm.otherwise, true, ""},
      {answer("text/plain", "", 500), false, "robots-unreachable"},
      {answer("text/plain", "user-agent: *\ndisallow: /\n"), false, "robots-disallowed"},
      {answer("text/plain", "user-agent: touchstone\ndisallow: /contact\n"), true, ""},
  };
  for (const auto& [robots, crawled, reason] : rows) {
    INFO(robots.status << " " << robots.body);
    firm.pages["/robots.txt"] = robots;
    const LocalServer server(firm);
    const Audit audit = audit_at(server.origin() + "/", hurried());
    CHECK(outcome(audit, "page-title.home-present") == "wow");  // home was asked for by the user
    CHECK((audit.pages > 1) == crawled);
    if (crawled) {
      CHECK(outcome(audit, "not-found-page.status") == "wow");
    } else {
      CHECK(outcome(audit, "not-found-page") == reason);
      CHECK(outcome(audit, "favicon") != "missing");
      CHECK(outcome(audit, "contact-page") == reason);
      CHECK(outcome(audit, "email-address") == reason);
      for (const auto& request : server.log())
        CHECK((request.target == "/" || request.target == "/robots.txt"));
    }
  }
}

TEST_CASE("a page that needs scripts hides what it lacks, and shows what its data say") {
  Company firm = bakery();
  firm.pages.clear();
  firm.pages["/"] = page(
      "<title>Bakery Flour</title><script type=\"application/ld+json\">{\"@context\": "
      "\"https://schema.org\", \"@type\": \"Bakery\", \"name\": \"Bakery Flour\", \"telephone\": "
      "\"+49 30 12345678\"}</script>",
      "<div id=\"root\"></div><script src=\"/app.js\"></script>");
  firm.pages["/app.js"] =
      answer("text/javascript", "var text = '" + std::string(300 << 10, 'x') + "';");
  firm.otherwise = firm.pages["/"];
  const Audit audit = audit_of(firm);
  INFO(Catch::Detail::stringify(sucking(audit)));
  REQUIRE(audit.presence.phones.size() == 1);
  CHECK(audit.presence.phones[0].e164 == "+493012345678");
  CHECK(outcome(audit, "contact-page") == "js-rendered");
  CHECK(outcome(audit, "contact-discoverability") != "sucks");
  CHECK(outcome(audit, "email-address") == "js-rendered");
}

}  // namespace touchstone
