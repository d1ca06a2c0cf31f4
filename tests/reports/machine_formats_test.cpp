// What continuous integration reads: JUnit XML, SARIF, GitHub's workflow commands.

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "reports/github.h"
#include "reports/junit.h"
#include "reports/sarif.h"
#include "tests/reports/sample_audit.h"

namespace touchstone {

namespace {

using nlohmann::json;

// The audit as it was, with an icon that was better before.
Changes icon_got_worse() {
  AuditStanding before = standing_of(sample_audit()), after = before;
  before.touchpoints[1].points = 95;
  before.touchpoints[1].verdict = Verdict::wow;
  before.touchpoints[1].components[0].points = 95;
  before.touchpoints[1].components[0].verdict = Verdict::wow;
  return compare(before, after);
}

Acceptance phone_accepted() {
  return Acceptance({{"phone-number", "", "no phone\n::error::yet", *parse_day("2999-01-01")}});
}

// The numbers of nodes at each XPath; -1 where it is no XML.
int count(const std::string& xml, const char* xpath) {
  xmlDoc* doc = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "junit.xml", nullptr,
                              XML_PARSE_NONET | XML_PARSE_NOERROR);
  if (!doc) return -1;
  xmlXPathContext* context = xmlXPathNewContext(doc);
  xmlXPathObject* found = xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(xpath), context);
  const int nodes = found->nodesetval ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject(found);
  xmlXPathFreeContext(context);
  xmlFreeDoc(doc);
  return nodes;
}

}  // namespace

TEST_CASE("JUnit XML is well-formed whatever the web says, and has a case a touchpoint") {
  const std::string xml = write_junit(sample_audit(), nullptr, nullptr);
  INFO(xml);
  CHECK(count(xml, "/testsuites[@tests='4'][@failures='1'][@skipped='1']/testsuite/testcase") == 4);
  CHECK(count(xml, "//testcase[@name='phone-number']/failure[@type='missing']") == 1);
  CHECK(count(xml,
              "//testcase[@name='not-found-page']/skipped[contains(@message, "
              "'bot-challenge')]") == 1);
  CHECK(count(xml, "//testcase[@name='favicon'][not(*)]") == 1);
}

TEST_CASE("in JUnit XML a regression fails and what is accepted is skipped") {
  const Changes changes = icon_got_worse();
  const Acceptance accepted = phone_accepted();
  const std::string xml = write_junit(sample_audit(), &changes, &accepted);
  CHECK(count(xml, "//testcase[@name='page-title']/failure[@type='regression']") == 1);
  CHECK(count(xml, "//testcase[@name='phone-number']/skipped[contains(@message, 'no phone')]") ==
        1);
}

TEST_CASE("SARIF has a rule and a result for each component below wow") {
  const json sarif = json::parse(write_sarif(sample_audit(), nullptr, nullptr));
  CHECK(sarif["version"] == "2.1.0");
  const json& run = sarif["runs"][0];
  const json& rules = run["tool"]["driver"]["rules"];
  REQUIRE(run["results"].size() == 2);
  for (const auto& result : run["results"]) {
    CHECK(rules[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
              .get<std::string>()
              .rfind("https://", 0) == 0);
    CHECK_FALSE(result.contains("baselineState"));
  }
  CHECK(run["results"][0]["ruleId"] == "page-title.length");
  CHECK(run["results"][0]["level"] == "warning");
  CHECK(run["results"][1]["ruleId"] == "phone-number");
  CHECK(run["results"][1]["level"] == "error");
}

TEST_CASE("SARIF says what is new since the baseline, and what is accepted") {
  const Changes changes = icon_got_worse();
  const Acceptance accepted = phone_accepted();
  const json sarif = json::parse(write_sarif(sample_audit(), &changes, &accepted));
  const json& results = sarif["runs"][0]["results"];
  CHECK(results[0]["baselineState"] == "new");
  CHECK(results[1]["baselineState"] == "unchanged");
  CHECK(results[1]["suppressions"][0]["kind"] == "external");
}

TEST_CASE("GitHub's annotations stand one a line, and nothing of the web can begin another") {
  const Changes changes = icon_got_worse();
  const Acceptance accepted = phone_accepted();
  const std::string with = write_github(sample_audit(), &changes, &accepted);
  INFO(with);
  CHECK(with.rfind("::error title=Title got worse::wow 9.5 before, so-so 5.5 now.", 0) == 0);
  CHECK(with.find("phone-number") == std::string::npos);
  const std::string plain = write_github(sample_audit(), nullptr, nullptr);
  CHECK(plain.find(" is missing::") != std::string::npos);
  for (const auto& text : {with, plain}) {
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      CHECK(text.compare(at, 2, "::") == 0);
    }
    CHECK(text.find('\x1b') == std::string::npos);
  }
}

}  // namespace touchstone
