// Words of a site that want to become more than words in a report.

#include <catch2/catch.hpp>

#include "reports/json.h"
#include "reports/write.h"
#include "tests/cli/fixture.h"

namespace touchstone {

namespace {

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string report(const Audit& audit, Format format) {
  return write_report(audit, format, Phrases("en"), {.width = 100, .detailed = true});
}

Audit audit_of_company_called(const std::string& name, const std::string& json_name) {
  Company firm = bakery();
  firm.pages["/"] =
      page("<title>" + name + "</title><meta property=\"og:site_name\" content=\"" + name + "\">" +
               "<meta name=\"description\" content=\"" + name +
               "\"><script type=\"application/ld+json\">"
               "{\"@context\": \"https://schema.org\", \"@type\": \"Organization\", \"name\": \"" +
               json_name + "\"}</script>",
           "<h1>" + name + "</h1><a href=\"/contact.html\">Contact " + name + "</a>");
  return audit_of(firm);
}

}  // namespace

TEST_CASE("a title cannot steer the terminal") {
  const std::string escapes =
      "Ba\x1b]0;owned\x07kery \x1b[31m\x1b[2J red \xc2\x9b"
      "2J \x7f\b\b";
  const Audit audit = audit_of_company_called(escapes, "Ba\\u001b[2Jkery");
  for (const auto format : {Format::text, Format::md}) {
    const std::string text = report(audit, format);
    CHECK_FALSE(contains(text, "\x1b"));
    CHECK_FALSE(contains(text, "\x07"));
    CHECK_FALSE(contains(text, "\x7f"));
    CHECK_FALSE(contains(text, "\b"));
    CHECK_FALSE(contains(text, "\xc2\x9b"));
  }
}

TEST_CASE("a name cannot turn the line round") {
  const Audit audit =
      audit_of_company_called("Bakery \xe2\x80\xae moc.live \xe2\x81\xa6", "Bakery \\u202e");
  for (const auto format : {Format::text, Format::html, Format::md}) {
    const std::string text = report(audit, format);
    CHECK_FALSE(contains(text, "\xe2\x80\xae"));
    CHECK_FALSE(contains(text, "\xe2\x81\xa6"));
  }
}

TEST_CASE("a company called script stays a word in every report") {
  const Audit audit = audit_of_company_called("&lt;script&gt;alert(1)&lt;/script&gt;",
                                              "<script>alert(1)<\\/script>");
  CHECK(contains(audit.name, "<script>"));
  CHECK_FALSE(contains(report(audit, Format::html), "<script>alert"));
  CHECK_FALSE(contains(report(audit, Format::md), "<script>"));
  CHECK(contains(report(audit, Format::html), "&lt;script&gt;"));
}

TEST_CASE("links of a site cannot act in the HTML report") {
  Company firm = bakery();
  firm.pages["/"].body +=
      "<a href=\"tel:&quot;onmouseover=alert(1)&quot;\">030 12345678</a>"
      "<a href=\"mailto:a@firm.example?subject=&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\">a</a>"
      "<a href=\"javascript:alert(1)\">Contact</a>";
  const std::string html = report(audit_of(firm), Format::html);
  CHECK_FALSE(contains(html, "href=\"javascript"));
  CHECK_FALSE(contains(html, "<img src=x"));
  CHECK_FALSE(contains(html, "\"onmouseover"));
}

TEST_CASE("Markdown of a name stays text") {
  const Audit audit = audit_of_company_called("[free](http://evil.example/) | `x` # *b*",
                                              "[free](http://evil.example/)");
  CHECK_FALSE(contains(report(audit, Format::md), "[free](http"));
}

}  // namespace touchstone
