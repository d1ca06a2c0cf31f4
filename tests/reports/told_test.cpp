// An audit told again from its JSON: maps, plans, papers.

#include <libxml/parser.h>
#include <catch2/catch.hpp>

#include <memory>

#include "reports/csv.h"
#include "reports/map.h"
#include "reports/retold_audit.h"
#include "reports/told_plan.h"
#include "reports/worksheet.h"

using namespace touchstone;

namespace {

const Phrases say("en");

ToldAudit told() {
  return read_told_audit(R"({
    "format": "touchstone-audit/1", "subject": {"name": "Huber & <Sons>", "host": "huber.example"},
    "taken": "2026-11-22T10:00:00Z", "score": 6.8,
    "groups": [{"id": "icon", "title": "Icon"}, {"id": "trust"}, {"id": "empty", "title": "Empty"}],
    "touchpoints": [
      {"id": "favicon", "group": "icon", "title": "Favicon \"big\"", "status": "assessed",
       "verdict": "wow", "score": 9.5, "importance": 5, "experience": "Finds the tab.",
       "components": [{"id": "favicon.size", "title": "Size"}]},
      {"id": "tls", "group": "trust", "title": "Certificate", "status": "not-assessed",
       "verdict": null, "score": null},
      {"id": "terms", "group": "trust", "title": "Terms", "status": "missing", "verdict": "so-so",
       "score": 4.0},
      {"id": "shop", "group": "trust", "title": "Shop", "status": "not-applicable"}],
    "chains": [{"id": "c", "title": "A way", "links": [{"touchpoint": "favicon"},
                {"touchpoint": "terms"}], "left_out": [{"touchpoint": "call-centre",
                "title": "Call centre", "before": 1}]}],
    "plan": [{"touchpoint": "terms", "what": "Write them | down.", "who": "legal",
              "by": "2026-12-01", "effort": "S"}]})",
                         "audit.json");
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

bool well_formed(const std::string& xml) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "", "UTF-8", XML_PARSE_NONET),
      xmlFreeDoc);
  return document != nullptr;
}

}  // namespace

TEST_CASE("a mind map has a node for the company, each group and each touchpoint") {
  const ToldAudit audit = told();
  const MapNode map = map_of(audit, say);
  const std::string mm = map_freemind(map), opml = map_opml(map);
  CHECK(well_formed(mm));
  CHECK(well_formed(opml));
  CHECK(count(mm, "<node ") == 1 + 2 + 4);
  CHECK(count(opml, "<outline ") == 1 + 2 + 4);
  CHECK_THAT(mm,
             Catch::Contains("ID=\"favicon\"") && Catch::Contains("Huber &amp; &lt;Sons&gt; 6.8"));
  CHECK_THAT(map_mermaid(map),
             Catch::StartsWith("mindmap\n  company[") && !Catch::Contains("\"big\""));
  CHECK_THAT(map_markdown(map), Catch::Contains("  - Terms 4.0 missing"));
}

TEST_CASE("a map that goes out and comes back is the same, with the changes that somebody drew") {
  const MapNode map = map_of(told(), say);
  for (const auto& text : {map_freemind(map), map_opml(map)}) {
    const auto read = read_map(text);
    REQUIRE(read);
    CHECK(map_freemind(*read) == map_freemind(map));
    CHECK(map_opml(*read) == map_opml(map));
  }
  const auto drawn = read_map(
      "<map><node TEXT='Us'><icon/><node TEXT='Stall'><node TEXT='Our sign'/></node></node></map>");
  REQUIRE(drawn);
  CHECK(drawn->children[0].children[0].label == "Our sign");
  for (const char* none : {"", "{}", "<html></html>", "<map/>", "<map><node",
                           "<!DOCTYPE map [<!ENTITY a 'b'>]><map><node TEXT='&a;'/></map>"}) {
    CAPTURE(none);
    CHECK_FALSE(read_map(none));
  }
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += "<node TEXT='a'>";
  CHECK_FALSE(read_map("<map>" + deep));
}

TEST_CASE("what people scored of an object stands in a tree of that object") {
  ToldAudit audit = told();
  audit.touchpoints[0].object = "Stall";
  audit.touchpoints[2].object = "Van <1>";
  const MapNode map = map_of(audit, say);
  const std::string mm = map_freemind(map);
  CHECK_THAT(mm, Catch::Contains("TEXT=\"Stall\"") && Catch::Contains("TEXT=\"Van &lt;1&gt;\""));
  CHECK(count(mm, "<node ") == 1 + 1 + 2 + 4);
}

TEST_CASE("a map is drawn in the colours of the verdicts") {
  const MapNode map = map_of(told(), say);
  CHECK(well_formed(map_svg(map)));
  const std::string html = map_html(map, say);
  CHECK_THAT(html, Catch::Contains("class=\"wow\"") &&
                       Catch::Contains("Huber &amp; &lt;Sons&gt;") && !Catch::Contains("<Sons>"));
  CHECK(html == map_html(map_of(told(), say), say));
}

TEST_CASE("a worksheet tells short touchpoints from long ones, and prints with room to write") {
  ToldAudit audit = told();
  audit.touchpoints[0].term = "short";
  audit.touchpoints[2].term = "long";
  const Handout sheet = worksheet(audit, say);
  CHECK_THAT(handout_markdown(sheet), Catch::Contains("must hook\n\n- Favicon") &&
                                          Catch::Contains("must be useful\n\n- Terms"));
  const std::string html = handout_html(sheet, say);
  CHECK(count(html, "class=\"room\"") == 2 + 2 + 2);
}

TEST_CASE("a brainstorm asks at six steps, on the Internet and off it") {
  const Handout paper = brainstorm(told(), say);
  CHECK(paper.parts.size() == 12);
  CHECK_THAT(handout_markdown(paper), Catch::Contains("1 touchpoint met; the first mark is 10."));
}

TEST_CASE("a checklist ticks off what applies, a line each") {
  const std::string list = checklist(told(), say);
  CHECK_THAT(list, Catch::Contains("[x] Favicon") && Catch::Contains("[?] Certificate") &&
                       Catch::Contains("[ ] Terms 4.0") && !Catch::Contains("Shop"));
}

TEST_CASE("a plan says what, who and by when in every format") {
  const ToldAudit audit = told();
  for (const auto& text : {plan_text(audit, say, 80), plan_markdown(audit, say), plan_json(audit),
                           plan_csv(audit, say)}) {
    CAPTURE(text);
    CHECK_THAT(text, Catch::Contains("legal") && Catch::Contains("Write them"));
  }
  CHECK_THAT(plan_markdown(audit, say), Catch::Contains("Write them \\| down"));
}

TEST_CASE("a worksheet has the three lists, the parts of each touchpoint and room for ideas") {
  const std::string sheet = handout_markdown(worksheet(told(), say));
  CHECK_THAT(sheet, Catch::Contains("## Create: what is missing, the first one first\n\n- Terms") &&
                        Catch::Contains("glad of\n\n- Favicon") && Catch::Contains("| Size |") &&
                        Catch::Contains("My ideas"));
}

TEST_CASE("a newcomer's walk lists every link of every chain in order") {
  const std::string walk = walk_of_newcomer(told(), say);
  CHECK_THAT(walk, Catch::Contains("1. **Favicon") &&
                       Catch::Contains("2. **Call centre**: left out of the audit") &&
                       Catch::Contains("3. **Terms**"));
}

TEST_CASE("what is no audit is refused, and what an audit lacks is left out") {
  CHECK_THROWS_AS(read_told_audit("{", "a.json"), ToldAuditError);
  CHECK_THROWS_AS(read_told_audit("[]", "a.json"), ToldAuditError);
  CHECK_THROWS_AS(read_told_audit(R"({"format": "other/1"})", "a.json"), ToldAuditError);
  const ToldAudit bare = read_told_audit(
      R"({"format": "touchstone-audit/1", "subject": 3, "touchpoints": [1, {"id": 2}], "plan": null})",
      "a.json");
  CHECK(bare.touchpoints.size() == 1);
  CHECK(bare.plan.empty());
}

TEST_CASE("an audit in one language is told in another, with the values that stand in it") {
  const std::string found =
      R"({"format": "touchstone-audit/1", "subject": {"host": "huber.example"},
    "groups": [{"id": "icon", "title": "Icon and identity"}, {"id": "trust", "title": "Trust"}],
    "touchpoints": [{"id": "email-address", "group": "contact", "title": "E-mail address",
      "status": "assessed", "verdict": "sucks", "score": 1.0, "components": [
        {"id": "email-address.clickable", "title": "A tap opens a letter", "verdict": "sucks",
         "says": "Mail links that are written wrongly: 12,345."},
        {"id": "email-address.own", "title": "Of our own rules", "says": "Stays as it is."}]}],
    "plan": [{"touchpoint": "email-address", "who": "webmaster", "what":
      "Link the address as mailto:name@company, without anything before or behind it."}]})";
  const ToldAudit audit = retold(read_told_audit(found, "audit.json"), "fa");
  const ToldTouchpoint& mail = audit.touchpoints.front();
  CHECK(mail.title == "نشانی ایمیل");
  CHECK(mail.components[0].says.find("۱۲٬۳۴۵") != std::string::npos);
  CHECK(mail.components[0].says.find("Mail") == std::string::npos);
  CHECK(mail.components[1].says == "Stays as it is.");
  CHECK(audit.plan.front().what.find("Link the address") == std::string::npos);
  const ToldAudit back = retold(audit, "en");
  CHECK(back.touchpoints.front().title == "E-mail address");
  CHECK(back.plan.front().what == read_told_audit(found, "audit.json").plan.front().what);
}

TEST_CASE("what was damaged on the way is not known, and a list that is none is told") {
  const std::string head = R"({"format": "touchstone-audit/1", "groups": [{"id": "icon"}], )";
  const ToldAudit audit = read_told_audit(
      head + R"("touchpoints": [{"id": "favicon", "group": "icon", "status": 5, "score": 9},
                {"id": "tls", "group": "icon", "status": "assessed", "verdict": "grand"}]})",
      "audit.json");
  for (const auto& one : audit.touchpoints) CHECK(one.status == "not-assessed");
  CHECK_NOTHROW(map_of(audit, say));
  CHECK_THROWS_WITH(read_told_audit(head + R"("plan": 5})", "audit.json"),
                    "audit.json is damaged: its \"plan\" is no list");
}

TEST_CASE("no cell of a table is a formula, and none breaks its line") {
  CHECK(csv_line({"=1+1", "a,b", "say \"x\"", "plain"}) ==
        "'=1+1,\"a,b\",\"say \"\"x\"\"\",plain\r\n");
}
