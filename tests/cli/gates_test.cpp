// The program with a history: stored, compared, gated, as a scheduled run or a pipeline uses it.

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>

#include "crawler/local_server.h"
#include "tests/cli/fixture.h"
#include "tests/cli/run_program.h"
#include "tests/reports/schema.h"

namespace touchstone {

namespace {

using nlohmann::json;

// A company whose pages can be changed while it is served.
class Changing {
 public:
  Company now() const {
    const std::lock_guard lock(guard_);
    return company_;
  }
  void become(Company company) {
    const std::lock_guard lock(guard_);
    company_ = std::move(company);
  }
  // The next time that somebody asks for the icon it is none.
  void bad_once() { bad_answers_ = 1; }

  ServedAnswer operator()(const ServedRequest& request) {
    if (request.target.find("icon.svg") != std::string::npos && bad_answers_ > 0) {
      --bad_answers_;
      return answer("image/svg+xml", "no picture");
    }
    return now()(request);
  }

 private:
  mutable std::mutex guard_;
  Company company_ = bakery();
  std::atomic<int> bad_answers_{0};
};

Company without_icon_bytes() {
  Company firm = bakery();
  firm.pages["/icon.svg"].body = "no picture";
  return firm;
}

Ran audit(const LocalServer& server, const std::string& store, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{server.origin() + "/", "--store", store, "--dns",
                                     "127.0.0.1:9",         "--rate",  "0"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_program(arguments);
}

std::vector<std::string> changed(const json& audit) {
  std::vector<std::string> ids;
  for (const auto& one : audit["changes"]["items"]) ids.push_back(one["touchpoint"]);
  return ids;
}

std::string accepting(const std::string& until) {
  const std::string path = scratch("known-" + until + ".json");
  std::ofstream(path) << R"({"findings": [{"touchpoint": "favicon", "reason": "a new one is drawn",
                            "until": ")" +
                             until + "\"}]}";
  return path;
}

const std::vector<std::string> gate{"--baseline", "last",     "--fail-on",
                                    "regression", "--format", "json"};

std::vector<std::string> gate_and(std::vector<std::string> more) {
  more.insert(more.begin(), gate.begin(), gate.end());
  return more;
}

}  // namespace

TEST_CASE("a regression fails the gate once, with the touchpoint and its old and new value") {
  Changing firm;
  const LocalServer server([&](const ServedRequest& request) { return firm(request); });
  const std::string store = scratch("gates.db");

  const Ran first = audit(server, store, gate);
  INFO(first.err);
  CHECK(first.status == 0);
  CHECK(first.err.find("no earlier audit") != std::string::npos);
  CHECK_FALSE(json::parse(first.out).contains("changes"));

  firm.become(without_icon_bytes());
  const Ran known = audit(server, scratch("known.db"), {"--baseline", "last"});
  CHECK(known.status == 0);
  std::filesystem::copy_file(store, scratch("copy.db"));
  const Ran worse = audit(server, store, gate);
  INFO(worse.err);
  CHECK(worse.status == 1);
  CHECK(worse.err.find("gate failed: --fail-on regression (") != std::string::npos);
  const json told = json::parse(worse.out);
  CHECK(schema_violations(worse.out) == std::vector<std::string>{});
  CHECK(changed(told) == std::vector<std::string>{"favicon"});
  const json& change = told["changes"]["items"][0];
  CHECK(change["kind"] == "worse");
  CHECK(change["confirmed"] == true);
  CHECK(change["before"]["verdict"] == "wow");
  CHECK(change["after"]["verdict"] == "sucks");
  CHECK(change["components"][0]["before"]["value"] != change["components"][0]["after"]["value"]);

  const Ran again = audit(server, store, gate);
  CHECK(again.status == 0);
  CHECK(changed(json::parse(again.out)).empty());

  const Ran accepted =
      audit(server, scratch("copy.db"), gate_and({"--accept", accepting("2999-12-31")}));
  CHECK(accepted.status == 0);
  CHECK(json::parse(accepted.out)["changes"]["items"][0]["accepted"]["reason"] ==
        "a new one is drawn");

  const Ran history = run_program({"history", "127.0.0.1", "--store", store, "--format", "json"});
  INFO(history.err);
  CHECK(history.status == 0);
  const json line = json::parse(history.out);
  REQUIRE(line["audits"].size() == 3);
  REQUIRE(line["audits"][1]["steps"].size() == 1);
  CHECK(line["audits"][1]["steps"][0]["touchpoint"] == "favicon");
  CHECK(line["audits"][2]["steps"].empty());
  for (const char* format : {"text", "html"}) {
    const Ran shown = run_program({"history", "127.0.0.1", "--store", store, "--format", format});
    CHECK(shown.status == 0);
    CHECK(shown.out.find("Favicon") != std::string::npos);
  }
}

TEST_CASE("what only one of two looks saw is told, and fails nothing") {
  Changing firm;
  const LocalServer server([&](const ServedRequest& request) { return firm(request); });
  const std::string store = scratch("once.db");
  REQUIRE(audit(server, store).status == 0);
  firm.bad_once();
  const Ran ran = audit(server, store, gate);
  INFO(ran.err);
  CHECK(ran.status == 0);
}

TEST_CASE("an acceptance that is over counts again, and is told") {
  const Ran ran =
      run_program({"--sample", "--fail-on", "sucks", "--accept", accepting("2020-01-01")});
  CHECK(ran.status == 1);
  CHECK(ran.err.find("accepted until 2020-01-01 and counts again") != std::string::npos);
}

TEST_CASE(
    "a store that the user named and that cannot be written is status 5, the usual one a "
    "warning") {
  const std::string foreign = scratch("foreign.db");
  std::ofstream(foreign) << std::string(4096, 'x');
  const Ran named = run_program({"--sample", "--store", foreign, "--format", "json"});
  CHECK(named.status == 5);
  CHECK(named.err.find("is no history of touchstone") != std::string::npos);
  CHECK(named.out.empty());

  std::filesystem::create_directories(scratch("data"));
  std::ofstream(scratch("data") + "/touchstone") << "a file where a folder should be";
  const LocalServer server(bakery());
  const Ran usual = run_program({server.origin() + "/", "--dns", "127.0.0.1:9"});
  CHECK(usual.status == 0);
  CHECK(usual.err.find("this audit is not stored") != std::string::npos);
  CHECK(std::count(usual.err.begin(), usual.err.end(), '\n') == 1);
  std::filesystem::remove_all(scratch("data"));
}

TEST_CASE("a baseline may be a file, and a replay is held against it") {
  const std::string before = scratch("before.json"), capture = scratch("now.warc.gz");
  REQUIRE(run_program({"--sample", "--output", before, "--capture", capture}).status == 0);
  const Ran same =
      run_program({"replay", capture, "--baseline", before, "--fail-on", "regression"});
  INFO(same.err);
  CHECK(same.status == 0);
  CHECK(same.out.find("Nothing changed.") != std::string::npos);
  const Ran wrong = run_program({"replay", capture, "--baseline", capture});
  CHECK(wrong.status == 2);
  CHECK(wrong.err.find("is no audit") != std::string::npos);
}

TEST_CASE("replays are stored where the user names a history, with a link to their capture") {
  const std::string capture = scratch("stored.warc.gz"), store = scratch("replays.db");
  REQUIRE(run_program({"--sample", "--capture", capture}).status == 0);
  REQUIRE(run_program({"replay", capture, "--store", store}).status == 0);
  const Ran history = run_program({"history", "127.0.0.1", "--store", store, "--format", "json"});
  CHECK(json::parse(history.out)["audits"][0]["capture"] == capture);
  const Ran unknown = run_program({"history", "nobody.example", "--store", store});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("no audit of nobody.example is stored") != std::string::npos);
}

TEST_CASE("under new rules old audits are judged again, and every report says so") {
  const LocalServer server(bakery());
  const std::string store = scratch("judged-again.db"), rules = scratch("stricter.json");
  std::ofstream(rules) << R"({"touchpoints": [{"id": "favicon", "off": true}]})";
  for (int i = 0; i < 2; ++i) REQUIRE(audit(server, store).status == 0);
  const auto told = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"history", "127.0.0.1", "--store", store});
    return run_program(more);
  };
  const std::string before = json::parse(told({"--format", "json"}).out)["rulebook"];
  for (int again = 0; again < 2; ++again) {
    const json line = json::parse(told({"--format", "json", "--rules", rules}).out);
    CHECK(line["rulebook"] != before);
    CHECK(line["judged_again"] == 2);
    CHECK(line["audits"][0]["rulebook"] == before);
    CHECK(line["audits"][1]["steps"].empty());
  }
  CHECK(told({"--rules", rules}).out.find("judged again") != std::string::npos);
  CHECK(told({"--rules", rules, "--format", "html"}).out.find("judged again") != std::string::npos);
  CHECK(json::parse(told({"--format", "json"}).out)["judged_again"] == 0);

  const Ran gated = audit(server, store, gate_and({"--rules", rules}));
  INFO(gated.err);
  CHECK(gated.status == 0);
  const json changes = json::parse(gated.out)["changes"];
  CHECK(changes["judged_again"] == true);
  CHECK(changes["items"].empty());
}

TEST_CASE("what people scored is stored, and stands when old audits are judged again") {
  const LocalServer server(bakery());
  const std::string store = scratch("scored.db"), rules = scratch("other.json");
  std::ofstream(rules) << R"({"touchpoints": [{"id": "favicon", "off": true}]})";
  const auto scored = [&](int score) {
    const std::string path = scratch("card" + std::to_string(score) + ".json");
    std::ofstream(path)
        << R"({"touchpoints": [{"id": "smell", "title": "Smell of the shop", "score": )" << score
        << "}]}";
    return path;
  };
  REQUIRE(audit(server, store, {"--scorecard", scored(9)}).status == 0);
  const Ran ran = audit(server, store, gate_and({"--scorecard", scored(2)}));
  INFO(ran.err);
  CHECK(ran.status == 1);
  CHECK(changed(json::parse(ran.out)) == std::vector<std::string>{"smell"});
  const Ran again =
      run_program({"history", "127.0.0.1", "--store", store, "--rules", rules, "--format", "json"});
  const json audits = json::parse(again.out)["audits"];
  REQUIRE(audits[1]["steps"].size() == 1);
  CHECK(audits[1]["steps"][0]["touchpoint"] == "smell");
  CHECK(audits[1]["steps"][0]["before"]["score"] == 9.0);
}

}  // namespace touchstone
