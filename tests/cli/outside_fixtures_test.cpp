// Pages of others, and years at the foot, that a careless reader takes for faults of the company.

#include <catch2/catch.hpp>

#include "site/media_type.h"
#include "tests/cli/fixture.h"

namespace touchstone {

namespace {

// What networks show to whoever has no account: LinkedIn its own status, Instagram its login page.
ServedAnswer turned_away(const ServedRequest& request) {
  if (request.host.find("linkedin") != std::string::npos) return answer("text/html", "", 999);
  if (request.target.starts_with("/accounts/login"))
    return page("<title>Login</title>",
                "<form method=\"post\"><input name=\"user\"><input type=\"password\" "
                "name=\"word\"><button>Log in</button></form>");
  return {.status = 302,
          .headers = {{"Location", "http://www.instagram.com/accounts/login/?next=/bakeryflour/"}}};
}

}  // namespace

TEST_CASE("a profile that is shown to members alone is no dead link") {
  const LocalServer networks(turned_away);
  const std::string to = ":80:127.0.0.1:" + std::to_string(networks.port());
  Company firm = bakery();
  firm.pages["/"].body +=
      "<footer><a href=\"http://www.linkedin.com/company/bakery-flour\">LinkedIn</a> "
      "<a href=\"http://www.instagram.com/bakeryflour/\">Instagram</a></footer>";
  CrawlOptions options = hurried();
  options.connect_to = {"www.linkedin.com" + to, "www.instagram.com" + to};
  const Audit audit = audit_of(firm, options);
  REQUIRE(audit.presence.social.size() == 2);
  CHECK(networks.log().size() >= 3);
  CHECK(outcome(audit, "social-profiles.valid") == "third-party-refused");
  CHECK(outcome(audit, "social-profiles") != "sucks");
  CHECK(outcome(audit, "broken-links") == "wow");
}

TEST_CASE("a range of years that ends this year is fresh") {
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const std::string year = format_rfc3339(now).substr(0, 4);
  Company firm = bakery();
  for (auto& [path, served] : firm.pages) {
    if (served.body.find("</body>") != std::string::npos)
      served.body += "<footer><p>Copyright 2005-" + year + " Bakery Flour</p></footer>";
  }
  CHECK(outcome(audit_of(firm), "freshness.year") == "wow");
}

}  // namespace touchstone
