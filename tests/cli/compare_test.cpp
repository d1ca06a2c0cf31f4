// touchstone compare, run as a user runs it, against companies on 127.0.0.1.

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/cli/firms.h"
#include "tests/cli/run_program.h"
#include "tests/files.h"
#include "tests/reports/schema.h"

namespace touchstone {

namespace {

using nlohmann::json;

std::vector<std::string> compared(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "compare");
  for (const char* word : {"--dns", "127.0.0.1:9"}) arguments.emplace_back(word);
  return arguments;
}

}  // namespace

TEST_CASE("an address, a capture and an audit in JSON are compared in one command") {
  const Firms firms(2);
  const std::string audit = scratch("rival.json"), capture = scratch("rival.warc.gz");
  REQUIRE(run_program({firms.address(1), "--dns", "127.0.0.1:9", "--output", audit, "--capture",
                       capture, "--no-store"})
              .status == 0);
  const std::string html = scratch("matrix.html"), csv = scratch("matrix.csv");
  const Ran ran = run_program(compared(
      {firms.address(0), capture, audit, "--format", "json", "--output", html, "--output", csv}));
  INFO(ran.err);
  REQUIRE(ran.status == 0);
  CHECK(schema_violations(ran.out, "reports/data/comparison.schema.json") ==
        std::vector<std::string>{});
  const auto told = json::parse(ran.out);
  REQUIRE(told["subjects"].size() == 3);
  CHECK(told["subjects"][0]["source"] == "address");
  CHECK(told["subjects"][1]["source"] == "capture");
  CHECK(told["subjects"][2]["source"] == "audit");
  // The capture and the audit are of one visit, judged alike.
  for (const auto& row : told["touchpoints"]) {
    INFO(row["id"]);
    CHECK(row["sides"][1]["score"] == row["sides"][2]["score"]);
  }
  CHECK(content(html).rfind("<!doctype html>", 0) == 0);
  CHECK(content(csv).rfind("id,group,title,", 0) == 0);
}

TEST_CASE("sides may come from the history, as they stand under the rules of today") {
  const Firms firms(2);
  const std::string store = scratch("sides.db");
  for (std::size_t firm = 0; firm < 2; ++firm) {
    REQUIRE(run_program({firms.address(firm), "--dns", "127.0.0.1:9", "--store", store}).status ==
            0);
  }
  const auto asked = firms.server(0).log().size();
  const std::string ours = "last:" + firms.address(0), theirs = "last:" + firms.address(1);
  const Ran ran = run_program(compared({ours, theirs, "--store", store, "--format", "json"}));
  INFO(ran.err);
  REQUIRE(ran.status == 0);
  const auto told = json::parse(ran.out);
  CHECK(told["subjects"][0]["source"] == "store");
  CHECK(told["subjects"][1]["source"] == "store");
  CHECK(told["subjects"][1]["score"].is_number());
  CHECK(firms.server(0).log().size() == asked);
  const Ran unknown = run_program(compared({ours, "last:nobody.example", "--store", store}));
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("knows no audit of nobody.example") != std::string::npos);
}

TEST_CASE("a deep comparison visits every page of every side") {
  const Firms firms(2);
  const Ran ran = run_program(compared({firms.address(0), firms.address(1), "--deep", "--rate", "0",
                                        "--header", "X-Secret: 42", "--format", "json"}));
  INFO(ran.err);
  CHECK(ran.status == 0);
  const Ran quick = run_program(compared(
      {firms.address(0), "--company",
       file("c.json", R"({"rivals": [{"name": "Maier", "site": ")" + firms.address(1) + "\"}]}"),
       "--rate", "0"}));
  CHECK(quick.status == 0);
  for (const auto& request : firms.server(1).log()) CHECK_FALSE(request.headers.get("X-Secret"));
}

TEST_CASE("what the user wants to be sent goes to our company alone") {
  const Firms firms(2);
  const Ran ran = run_program(compared(
      {firms.address(0), firms.address(1), "--format", "json", "--header", "X-Secret: 42"}));
  REQUIRE(ran.status == 0);
  const auto told_secret = [](const std::vector<ServedRequest>& log) {
    return std::any_of(log.begin(), log.end(), [](const ServedRequest& request) {
      return request.headers.get("X-Secret").has_value();
    });
  };
  CHECK(told_secret(firms.server(0).log()));
  CHECK_FALSE(told_secret(firms.server(1).log()));
  for (std::size_t firm = 0; firm < 2; ++firm) CHECK(firms.server(firm).log().size() <= 120);
}

TEST_CASE("the company file brings rivals and what people gave them") {
  const Firms firms(2);
  const std::string company = file("company.json", R"({"name": "Bakery Flour", "rivals": [
    {"name": "Maier", "site": ")" + firms.address(1) + R"(", "scores": {"price-list": 7}},
    {"name": "Market stall", "scores": {"price-list": 3}}]})");
  const Ran ran =
      run_program(compared({firms.address(0), "--company", company, "--format", "json"}));
  INFO(ran.err);
  REQUIRE(ran.status == 0);
  const auto told = json::parse(ran.out);
  REQUIRE(told["subjects"].size() == 3);
  CHECK(told["subjects"][2]["source"] == "people");
  CHECK(told["subjects"][2]["name"] == "Market stall");
  for (const auto& row : told["touchpoints"]) {
    if (row["id"] == "price-list") CHECK(row["sides"][2]["score"] == 3.0);
  }
}

TEST_CASE("a comparison that is asked wrongly asks nobody") {
  const Firms firms(1);
  const std::string nonsense = file("nonsense.json", "{}"), broken = file("broken.warc.gz", "x");
  struct Row {
    std::vector<std::string> arguments;
    const char* part;
  };
  for (const Row& row : {
           Row{{}, "name our company"},
           Row{{firms.address(0)}, "at least one rival"},
           Row{{firms.address(0), nonsense}, "is no audit"},
           Row{{firms.address(0), broken}, "broken.warc.gz"},
           Row{{firms.address(0), "nowhere.json"}, "nowhere.json"},
           Row{{firms.address(0), "ftp://a.example/"}, "no web address"},
           Row{{firms.address(0), "last:a.example", "--store", scratch("none.db")}, "none.db"},
           Row{{firms.address(0), firms.address(0), "--cacert", "/nowhere.pem"}, "/nowhere.pem"},
           Row{{firms.address(0), firms.address(0), "--fail-on", "sucks"}, "--fail-on"},
           Row{{firms.address(0), firms.address(0), "--deep", "--state", "s.db"}, "--state holds"},
           Row{{firms.address(0), firms.address(0), "--format", "junit"}, "text, json, html"},
       }) {
    const Ran ran = run_program(compared(row.arguments));
    INFO(ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.err.find(row.part) != std::string::npos);
    CHECK(ran.out.empty());
  }
  CHECK(firms.server(0).log().empty());
}

TEST_CASE("a rival that nobody reaches is told, and the status says so") {
  const Firms firms(1);
  const Ran ran = run_program(compared({firms.address(0), "http://127.0.0.1:1/"}));
  CHECK(ran.status == 3);
  CHECK(ran.out.find("127.0.0.1") != std::string::npos);
  CHECK(
      run_program(compared({firms.address(0), "http://127.0.0.1:1/", "--output", "/nowhere/a.md"}))
          .status == 5);
}

}  // namespace touchstone
