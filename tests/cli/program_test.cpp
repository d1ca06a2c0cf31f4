#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "crawler/local_server.h"
#include "rules/rulebook.h"
#include "tests/cli/fixture.h"
#include "tests/cli/run_program.h"
#include "tests/files.h"
#include "tests/reports/schema.h"

namespace touchstone {

namespace {

using nlohmann::json;

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("a company file may name what only a scorecard would hold") {
  const std::string company = file("starters.json", R"({"importances": {"business-card": 4},
    "chains": [{"id": "market", "title": "From the stall to a call", "importance": 7, "links": [
      {"touchpoint": "business-card", "role": "start"}, {"touchpoint": "home-headline"},
      {"touchpoint": "phone-number", "role": "final"}]}]})");
  const Ran ran = run_program({"--sample", "--company", company, "--no-store"});
  INFO(ran.err);
  CHECK(ran.status == 0);
  CHECK(ran.out.find("From the stall to a call") != std::string::npos);
}

TEST_CASE("the sample company is audited without a network, and its JSON satisfies the schema") {
  const Ran ran = run_program({"--sample", "--format", "json"});
  INFO(ran.err);
  REQUIRE(ran.status == 0);
  CHECK(schema_violations(ran.out) == std::vector<std::string>{});
  const auto audit = json::parse(ran.out);
  CHECK(audit["touchpoints"].size() == load_rulebook().touchpoints.size());
  CHECK(lines(ran.out) == 1);
  CHECK(ran.err.empty());
}

TEST_CASE("a replay of a capture gives the same bytes as the audit made with the crawl") {
  const std::string capture = scratch("sample.warc.gz");
  const Ran live = run_program({"--sample", "--format", "json", "--capture", capture});
  REQUIRE(live.status == 0);
  for (int again = 0; again < 3; ++again) {
    const Ran replayed = run_program({"replay", capture, "--format", "json"});
    CHECK(replayed.status == 0);
    CHECK(replayed.out == live.out);
  }
}

TEST_CASE("every format can be had on standard output and as a file at once") {
  const std::string html = scratch("report.html"), md = scratch("report.md");
  const Ran ran = run_program({"--sample", "--output", html, "--output", md});
  REQUIRE(ran.status == 0);
  CHECK(content(html).rfind("<!doctype html>", 0) == 0);
  CHECK(content(md).rfind("# ", 0) == 0);
  CHECK(ran.out.find("wow") != std::string::npos);
  CHECK(ran.out.find('\x1b') == std::string::npos);
}

TEST_CASE("the exit status says how the audit ended") {
  struct Row {
    const char* what;
    std::vector<std::string> arguments;
    int status;
    const char* err;
  };
  const LocalServer barred([](const ServedRequest&) {
    return answer("text/html", "<title>Just a moment...</title>", 403);
  });
  const std::string bad_rules = file("bad.json", R"({"id": "favicon", "importanse": 3})");
  const std::string not_json = file("not.json", "{");
  const std::string not_capture = file("not.warc.gz", "hello");
  for (const Row& row : {
           Row{"nothing asked", {}, 2, "name an address"},
           Row{"no address and no company",
               {"audit", "--no-store"},
               2,
               "name the address to audit"},
           Row{"no company to compare", {"compare"}, 2, "name our company"},
           Row{"an empty label", {"a..b"}, 2, "is no web address"},
           Row{"a label that is too long",
               {std::string(64, 'a') + ".example"},
               2,
               "is no web address"},
           Row{"port 0", {"http://a.example:0/"}, 2, "is no web address"},
           Row{"a number", {"--", "5"}, 2, "is no web address"},
           Row{"an option behind a lone --", {"--", "--no-progress"}, 2, "is no web address"},
           Row{"a state that is no crawl",
               {"--sample", "--deep", "--state", not_json},
               2,
               "something else than a crawl"},
           Row{"no web address", {"http://"}, 2, "is no web address"},
           Row{"an address with a password", {"https://me:secret@example.com/"}, 2, "password"},
           Row{"another scheme", {"ftp://example.com/"}, 2, "is no web address"},
           Row{"an unknown option", {"example.com", "--frobnicate"}, 2, "--frobnicate"},
           Row{"a rule file that is not there",
               {"--sample", "--rules", "/nowhere.json"},
               2,
               "/nowhere.json"},
           Row{"a rule file with a slip", {"--sample", "--rules", bad_rules}, 2, "importance"},
           Row{"a rule file that is no JSON", {"--sample", "--rules", not_json}, 2, "not.json"},
           Row{"a capture that is not there",
               {"replay", "/nowhere.warc.gz"},
               2,
               "/nowhere.warc.gz"},
           Row{"a capture that is none", {"replay", not_capture}, 2, "not.warc.gz"},
           Row{"a touchpoint that is none", {"explain", "favicn"}, 2, "favicn"},
           Row{"nobody at home", {"http://127.0.0.1:1/", "--format", "json"}, 3, ""},
           Row{"too little seen", {barred.origin() + "/", "--no-store"}, 4, ""},
           Row{"a gate that holds", {"--sample", "--fail-on", "score<0.1"}, 0, ""},
           Row{"a gate on coverage that holds", {"--sample", "--fail-on", "coverage<10"}, 0, ""},
           Row{"a gate on coverage that fails",
               {"--sample", "--fail-on", "coverage<100"},
               1,
               "gate failed: --fail-on coverage<100"},
           Row{"a gate that fails", {"--sample", "--fail-on", "score<10"}, 1, ""},
           Row{"a gate on sucks", {"--sample", "--fail-on", "sucks"}, 1, ""},
           Row{"a report that cannot be written",
               {"--sample", "--output", "/nowhere/r.json"},
               5,
               "/nowhere/r.json"},
           Row{"a capture that cannot be written",
               {"--sample", "--capture", "/nowhere/c.warc.gz"},
               5,
               "/nowhere/c.warc.gz"},
           Row{"a history in no folder", {"--sample", "--store", "/nowhere/h.db"}, 5, "no folder"},
           Row{"a state in no folder",
               {"crawl", "http://127.0.0.1:1/", "--state", "/nowhere/s.db"},
               5,
               "no folder"},
       }) {
    const Ran ran = run_program(row.arguments);
    INFO(row.what << ": " << ran.err);
    CHECK(ran.status == row.status);
    CHECK(ran.err.find(row.err) != std::string::npos);
    CHECK(lines(ran.err) <= 1);
    const bool audits = row.status == 0 || row.status == 1 || row.status == 3 || row.status == 4;
    CHECK(ran.out.empty() == !audits);
  }
}

TEST_CASE("nobody is asked before it is known that the result can be written") {
  std::atomic<int> requests{0};
  const LocalServer server([&](const ServedRequest&) {
    ++requests;
    return ServedAnswer{};
  });
  for (const char* option : {"--output", "--store", "--capture"}) {
    CHECK(run_program({server.origin() + "/", option, "/nowhere/r.json"}).status == 5);
  }
  CHECK(requests == 0);
}

TEST_CASE("a reader who has read enough ends the program quietly") {
  const std::string err = scratch("err-of-pipe"), status = scratch("status-of-pipe");
  const std::string command = "{ '" TOUCHSTONE_PROGRAM "' --sample --verbose 2>'" + err +
                              "'; echo $? >'" + status + "'; } | true";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(content(err).empty());
  CHECK(content(status) == "0\n");
}

TEST_CASE("an address of which nothing is known and where nobody answers is not stored") {
  const std::string store = scratch("typos.db");
  REQUIRE(run_program({"http://127.0.0.1:1/", "--store", store, "--quiet"}).status == 3);
  const auto due = json::parse(run_program({"due", "--store", store, "--format", "json"}).out);
  CHECK(due["subjects"].empty());
}

TEST_CASE("a company file counts for its own company alone, and names its site") {
  const std::string capture = scratch("company.warc.gz");
  REQUIRE(run_program({"--sample", "--capture", capture}).status == 0);
  const auto replayed = [&](const std::string& site) {
    const std::string company =
        file("company.json", R"({"name": "Huber", "site": ")" + site + "\"}");
    return run_program({"replay", capture, "--company", company, "--format", "json"});
  };
  const Ran foreign = replayed("https://huber.example/");
  CHECK(foreign.err.find("is about huber.example and left out for 127.0.0.1") != std::string::npos);
  CHECK(json::parse(foreign.out)["subject"]["name"] != "Huber");
  const auto asked = json::parse(foreign.out)["subject"]["asked"].get<std::string>();
  const Ran ours = replayed(asked);
  CHECK(ours.err.empty());
  CHECK(json::parse(ours.out)["subject"]["name"] == "Huber");

  const Ran named = run_program(
      {"--company", file("company.json", R"({"name": "H", "site": "http://127.0.0.1:1/"})"),
       "--no-store", "--format", "json"});
  CHECK(named.status == 3);
  CHECK(json::parse(named.out)["subject"]["asked"] == "http://127.0.0.1:1/");
}

TEST_CASE("an address that is named twice is audited once") {
  const Ran ran =
      run_program({"http://127.0.0.1:1/", "http://127.0.0.1:1", "--no-store", "--format", "json"});
  CHECK(lines(ran.out) == 1);
}

TEST_CASE("every verb that tells something writes it into files too") {
  const std::string audit = scratch("told.json"), map = scratch("told.mm"),
                    plan = scratch("told.csv"), rules = scratch("rules.json");
  REQUIRE(run_program({"--sample", "--output", audit}).status == 0);
  CHECK(run_program({"map", audit, "--output", map}).status == 0);
  CHECK(content(map).find("<map") != std::string::npos);
  CHECK(run_program({"plan", audit, "--output", plan}).status == 0);
  CHECK(content(plan).find(',') != std::string::npos);
  CHECK(run_program({"rules", "--output", rules}).status == 0);
  CHECK(json::accept(content(rules)));
}

TEST_CASE("an address where nobody answers still gets its audit, without a score") {
  const auto audit = json::parse(run_program({"http://127.0.0.1:1/", "--format", "json"}).out);
  CHECK(audit["score"].is_null());
  CHECK(audit["subject"]["asked"] == "http://127.0.0.1:1/");
}

TEST_CASE("explain and rules tell the rulebook") {
  const Ran all = run_program({"explain", "--format", "json"});
  CHECK(all.status == 0);
  CHECK(json::parse(all.out)["touchpoints"].size() == load_rulebook().touchpoints.size());
  const Ran one = run_program({"explain", "favicon"});
  CHECK(one.status == 0);
  CHECK(one.out.find("48 px") != std::string::npos);
  CHECK(run_program({"rules"}).out.find("No mistakes found") != std::string::npos);
}

TEST_CASE("a user's rule file changes the audit without a line of code") {
  const std::string rules = file("mine.json", R"({"touchpoints": [
    {"id": "favicon", "off": true},
    {"id": "theme-color", "group": "icon", "title": "Theme colour", "importance": 2,
     "period": "yearly", "positions": ["look"], "absence": "optional", "experience": "Sees our colour.",
     "remedy": "Name it.", "effort": "S", "owner": "webmaster",
     "components": [{"id": "named", "title": "Named", "weight": 1, "severity": "minor",
       "confidence": "measured", "fact": "named",
       "look": {"where": "home", "xpath": "//meta[@name='no-such-thing']", "take": "exists"},
       "cases": [{"verdict": "wow", "when": {"named": true}}, {"verdict": "so-so"}],
       "says": {"wow": "The colour is named.", "so-so": "The colour is not named."},
       "fix": "Add the tag."}]}]})");
  const Ran ran = run_program({"--sample", "--rules", rules, "--format", "json"});
  INFO(ran.err);
  REQUIRE(ran.status == 0);
  bool seen = false;
  const json report = json::parse(ran.out);
  for (const auto& touchpoint : report["touchpoints"]) {
    CHECK(touchpoint["id"] != "favicon");
    if (touchpoint["id"] != "theme-color") continue;
    seen = true;
    CHECK(touchpoint["components"][0]["says"] == "The colour is not named.");
  }
  CHECK(seen);
}

}  // namespace touchstone
