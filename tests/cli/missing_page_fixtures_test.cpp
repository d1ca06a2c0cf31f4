// Pages and icons that are not there, or are said to be, or only look so.

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/checks/sample_site.h"
#include "tests/cli/fixture.h"

namespace touchstone {

TEST_CASE("a small company that is whole has a 404 page and an icon") {
  const Audit audit = audit_of(bakery());
  CHECK(sucking(audit).empty());
  CHECK(outcome(audit, "not-found-page") == "wow");
  CHECK(outcome(audit, "favicon.found") == "wow");
  CHECK(outcome(audit, "favicon.decodes") == "wow");
  CHECK(outcome(audit, "page-title") == "wow");
  CHECK(audit.score.points);
  CHECK(audit.name == "Bakery Flour");
}

TEST_CASE("the home page for every path is no 404 page, and no page of any class") {
  Company firm = bakery();
  firm.pages.erase("/contact.html");
  firm.otherwise = firm.pages["/"];
  firm.pages["/"].body += "<!-- 1 -->";  // not even the same bytes
  const Audit audit = audit_of(firm);
  CHECK(outcome(audit, "not-found-page") == "sucks");
  CHECK(outcome(audit, "not-found-page.status") == "sucks");
  CHECK(audit.presence.contact_page.value_or("none") == "none");
  // It says that there is none; no guess was taken for one.
  CHECK(outcome(audit, "privacy-policy.substance") == "not-applicable");
}

TEST_CASE("a beautiful page that says it is not there with status 200 is a soft 404") {
  Company firm = bakery();
  firm.otherwise.status = 200;
  const Audit audit = audit_of(firm);
  CHECK(outcome(audit, "not-found-page") == "sucks");
  CHECK(outcome(audit, "not-found-page.own-page") == "wow");
}

TEST_CASE("a redirect to the home page for every path is a soft 404") {
  Company firm = bakery();
  firm.otherwise = {.status = 302, .headers = {{"Location", "/"}}};
  CHECK(outcome(audit_of(firm), "not-found-page") == "sucks");
}

TEST_CASE("an article about error 404 with lorem ipsum in its code is an ordinary page") {
  Company firm = bakery();
  firm.pages["/about.html"] =
      page("<title>How to build a 404 page: page not found, and then?</title>",
           "<h1>Page not found: what a good 404 page says</h1><p>When a page was not found, the "
           "server answers 404 and the visitor is lost. This article shows how a baker's site led "
           "its lost visitors back with a map of all breads.</p><pre><code>&lt;h1&gt;404: page not "
           "found&lt;/h1&gt; lorem ipsum dolor sit amet</code></pre><p>Write to us, and tell how "
           "you did it: <a href=\"mailto:web@firm.example\">web@firm.example</a></p>");
  firm.pages["/"].body += "<p>Read about <a href=\"/about.html\">our 404 page</a>.</p>";
  const Audit audit = audit_of(firm);
  CHECK(outcome(audit, "not-found-page") == "wow");
  CHECK(outcome(audit, "site-availability") == outcome(audit_of(bakery()), "site-availability"));
  CHECK(audit.pages == 5);  // none was taken for a soft 404
  const auto& emails = audit.presence.emails;
  CHECK(std::any_of(emails.begin(), emails.end(),
                    [](const Email& one) { return one.address == "web@firm.example"; }));
}

TEST_CASE("a favicon that answers with a page is none") {
  Company firm = bakery();
  const std::string link = "<link rel=\"icon\" href=\"/icon.svg\">";
  auto& home = firm.pages["/"].body;
  home.replace(home.find(link), link.size(), "");
  firm.pages["/favicon.ico"] = firm.pages["/"];
  const Audit audit = audit_of(firm);
  CHECK(outcome(audit, "favicon") == "missing");
  for (const auto& icon : audit.presence.icons) CHECK_FALSE(icon.decodes);
}

TEST_CASE("an icon that WordPress gives to every site is not the company's own") {
  Company firm = bakery();
  const std::string link = "<link rel=\"icon\" href=\"/icon.svg\">";
  auto& home = firm.pages["/"].body;
  home.replace(home.find(link), link.size(), "");
  firm.pages["/favicon.ico"] = {.status = 302,
                                .headers = {{"Location", "/wp-includes/images/w-logo-blue.png"}}};
  firm.pages["/wp-includes/images/w-logo-blue.png"] = answer("image/png", sample_png(80, 80));
  const Audit audit = audit_of(firm);
  CHECK(outcome(audit, "favicon.not-default") == "sucks");
  CHECK(outcome(audit, "favicon") != "wow");
}

TEST_CASE("a server that refuses HEAD is alive") {
  const Company firm = bakery();
  const Audit audit = audit_of([&](const ServedRequest& request) {
    return request.method == "GET" ? firm(request) : ServedAnswer{.status = 405};
  });
  CHECK(sucking(audit).empty());
  CHECK(outcome(audit, "request-count.dead") == "wow");
}

}  // namespace touchstone
