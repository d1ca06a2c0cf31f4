// Home pages made to break whoever reads them: the audit ends soon, with a verdict or a reason.

#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>

#include "tests/cli/fixture.h"
#include "tests/crawler/served.h"
#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

using Ids = std::vector<std::string>;

// The bakery with another home page.
Audit audit_with_home(ServedAnswer home) {
  Company firm = bakery();
  firm.pages["/"] = std::move(home);
  return audit_of(firm, patient());
}

// Home was not read, and so nothing is said of it.
void check_unread(const Audit& audit) {
  INFO(Catch::Detail::stringify(sucking(audit)));
  for (const std::string id : {"page-title", "mobile-viewport", "share-card", "favicon"}) {
    INFO(id << ": " << outcome(audit, id));
    CHECK(outcome(audit, id) != "sucks");
    CHECK(outcome(audit, id) != "missing");
    CHECK(outcome(audit, id) != "wow");
  }
  CHECK_FALSE(audit.score.points);
}

}  // namespace

TEST_CASE("a redirect loop ends") {
  const Audit audit = audit_of([](const ServedRequest& request) {
    const std::string other = request.target == "/" ? "/a" : "/";
    return ServedAnswer{.status = 302, .headers = {{"Location", other}}};
  });
  check_unread(audit);
}

TEST_CASE("a chain of redirects without an end ends") {
  const Audit audit = audit_of([](const ServedRequest& request) {
    return ServedAnswer{.status = 302, .headers = {{"Location", request.target + "a"}}};
  });
  check_unread(audit);
}

TEST_CASE("a home page without an end is read as far as its limit") {
  Company firm = bakery();
  firm.pages["/"] =
      raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n"
          "<!doctype html><title>Bakery Flour: bread without an end</title><!-- " +
          repeated("bread and more bread ", 400'000));
  const Audit audit = audit_of(firm, patient());
  CHECK(outcome(audit, "page-title.home-present") == "wow");
  CHECK(outcome(audit, "contact-page") != "missing");
}

TEST_CASE("a decompression bomb is read as far as its limit") {
  ServedAnswer bomb =
      answer("text/html", gzip("<!doctype html><title>Boom</title>" + std::string(40 << 20, ' ')));
  bomb.headers.emplace_back("Content-Encoding", "gzip");
  const Audit audit = audit_with_home(bomb);
  CHECK(outcome(audit, "contact-page") != "missing");
  CHECK(outcome(audit, "phone-number") != "missing");
}

TEST_CASE("200,000 tags that nobody closes are refused, not read") {
  for (const std::string tag : {"<b></x>", "<table><td>"}) {
    INFO(tag);
    const auto before = std::clock();
    const Audit audit =
        audit_with_home(page("<title>Deep</title>", repeated(tag, 200'000) + "the end"));
    CHECK((std::clock() - before) / CLOCKS_PER_SEC < 10);
    CHECK(outcome(audit, "contact-page") != "missing");
    CHECK(outcome(audit, "phone-number") != "missing");
    CHECK(outcome(audit, "page-title") != "missing");
  }
}

TEST_CASE("NULs and broken UTF-8 are read around and never told") {
  const std::string broken("<h1>Br\0ead \xff\xfe\xc3( \xed\xa0\x80 \xf5\x80\x80\x80</h1>", 29);
  const Audit audit = audit_with_home(
      page("<title>" + std::string("Bak\0ery \xc3( Flour", 16) + "</title>", broken));
  CHECK(outcome(audit, "page-title.home-present") == "wow");
  CHECK_FALSE(audit.closed);
}

TEST_CASE("header fields of a mebibyte end the answer") {
  const Audit audit =
      audit_with_home(raw("HTTP/1.1 200 OK\r\nX-Long: " + std::string(1 << 20, 'x') +
                          "\r\nContent-Length: 2\r\n\r\nok"));
  check_unread(audit);
}

TEST_CASE("a header field on each of 20,000 lines ends the answer") {
  const Audit audit = audit_with_home(raw("HTTP/1.1 200 OK\r\n" +
                                          repeated("X-Field: bcdefghijklmnopqrstuv\r\n", 20'000) +
                                          "Content-Length: 2\r\n\r\nok"));
  check_unread(audit);
}

TEST_CASE("a home page that trickles is given up, and nothing of it is missing") {
  ServedAnswer slow =
      raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000"
          "\r\n\r\n<!doctype html><title>Slow</title>" +
          std::string(9'000, ' '));
  slow.trickle_ms = 3;
  Company firm = bakery();
  firm.pages["/"] = slow;
  CrawlOptions options = hurried();
  options.timeout = std::chrono::milliseconds(600);
  const Audit audit = audit_of(firm, options);
  CHECK(outcome(audit, "site-availability") == "timeout");
  check_unread(audit);
}

TEST_CASE("an answer that is no HTTP is no page") {
  check_unread(audit_with_home(raw(std::string("\0\x01\x02SSH-2.0 hello\r\n\r\n", 20))));
  check_unread(
      audit_with_home(raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                          "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx")));
}

TEST_CASE("10,000 links on the home page stay within the manners of a guest") {
  Company firm = bakery();
  std::string links;
  for (int i = 0; i < 10'000; ++i)
    links += "<a href=\"/bread/" + std::to_string(i) + ".html\">Bread</a> ";
  firm.pages["/"].body += links;
  const LocalServer server(firm);
  const Audit audit = audit_at(server.origin() + "/", patient());

  CHECK(server.log().size() <= 120);
  CHECK(audit.requests <= 120);
  CHECK(server.most_connections() <= 6);
  CHECK(outcome(audit, "not-found-page") == "wow");
  CHECK(outcome(audit, "contact-page") != "missing");
}

TEST_CASE("a company of a thousand pages is judged by those of them that were read") {
  Company firm = bakery();
  const std::string text = repeated("We bake it every night from organic flour. ", 4);
  for (int i = 0; i < 1'000; ++i) {
    const std::string path = "/rolls/" + std::to_string(i) + ".html";
    firm.pages["/"].body += "<p><a href=\"" + path + "\">Roll</a> " + text + "</p>";
    firm.pages[path] = page("<title>Roll</title>", "<h1>Roll</h1><p>" + text + "</p>");
  }
  const Audit audit = audit_of(firm, patient());
  CHECK(audit.score.points);
  CHECK(audit.score.coverage > 80);
  CHECK(outcome(audit, "privacy-policy") != "budget-exhausted");
  CHECK(outcome(audit, "opening-hours") != "budget-exhausted");
}

TEST_CASE("files whose connection is closed at once leave the page as it is") {
  Company firm = bakery();
  std::string& home = firm.pages["/"].body;
  home.insert(home.find("</head>"),
              "<link rel=\"stylesheet\" href=\"/a.css\"><script src=\"/a.js\"></script>");
  for (const std::string file : {"/a.css", "/a.js", "/icon.svg"})
    firm.pages[file] = {.close_at_once = true};
  const Audit audit = audit_of(firm, patient());
  CHECK(outcome(audit, "page-title") == "wow");
  CHECK(outcome(audit, "not-found-page") == "wow");
  CHECK(outcome(audit, "favicon") != "missing");
  CHECK(outcome(audit, "favicon") != "sucks");
  CHECK(outcome(audit, "request-count.dead") != "sucks");
}

}  // namespace touchstone
