// touchstone --list: many companies on 127.0.0.1, side by side.

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tests/cli/firms.h"
#include "tests/cli/fixture.h"
#include "tests/cli/run_program.h"
#include "tests/cli/started_program.h"
#include "tests/files.h"
#include "tests/reports/schema.h"

namespace touchstone {

namespace {

using nlohmann::json;

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) found.push_back(line);
  return found;
}

std::string list_of(const std::vector<std::string>& addresses) {
  std::string text;
  for (const auto& address : addresses) text += address + "\n";
  return text;
}

std::vector<std::string> listed(const std::string& list, std::vector<std::string> further = {}) {
  std::vector<std::string> arguments{"--list", list, "--dns", "127.0.0.1:9", "--no-store"};
  arguments.insert(arguments.end(), further.begin(), further.end());
  return arguments;
}

std::map<std::string, int> asked_in(const std::string& jsonl) {
  std::map<std::string, int> asked;
  for (const auto& line : lines(jsonl)) {
    ++asked[json::parse(line)["subject"]["asked"].get<std::string>()];
  }
  return asked;
}

// A bakery whose icon may go, and come back after so many requests for it.
struct Fickle {
  std::atomic<int> bad_answers{0};
  Company firm = bakery();
  LocalServer server{[this](const ServedRequest& request) {
    const bool icon = request.target.find("icon.svg") != std::string::npos;
    if (icon && bad_answers > 0) {
      --bad_answers;
      return answer("image/svg+xml", "no picture");
    }
    return firm(request);
  }};
};

std::size_t asked_for_home(const LocalServer& server) {
  const auto log = server.log();
  return static_cast<std::size_t>(std::count_if(
      log.begin(), log.end(), [](const ServedRequest& request) { return request.target == "/"; }));
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("a regression of a listed company counts when two looks saw it, and is told once") {
  Fickle lasting, passing;
  const std::string list =
      file("fickle.txt", list_of({lasting.server.origin() + "/", passing.server.origin() + "/"}));
  const std::string store = scratch("fickle.db"), inbox = scratch("list-inbox");
  const std::vector<std::string> gated{
      "--list",     list,   "--dns",     "127.0.0.1:9",
      "--store",    store,  "--rate",    "0",
      "--baseline", "last", "--fail-on", "regression",
      "--format",   "json", "--notify",  "cmd:cat >> '" + inbox + "'"};
  const Ran first = run_program(gated);
  INFO(first.err);
  CHECK(first.status == 0);
  CHECK(count(first.err, "no earlier audit") == 2);
  lasting.bad_answers = 1'000;
  passing.bad_answers = 1;
  const auto looks = asked_for_home(lasting.server);
  const Ran second = run_program(gated);
  INFO(second.err);
  CHECK(second.status == 1);
  CHECK(asked_for_home(lasting.server) - looks >= 2);
  CHECK(second.err.find(lasting.server.origin() + "/: gate failed: --fail-on regression") !=
        std::string::npos);
  CHECK(second.err.find(passing.server.origin() + "/: --fail-on") == std::string::npos);
  CHECK(count(content(inbox), "\"favicon\"") == 1);
  CHECK(run_program(gated).status == 0);
  CHECK(count(content(inbox), "\"favicon\"") == 1);
}

TEST_CASE("of listed companies only what is due is looked at") {
  Fickle shop;
  const std::string list = file("due.txt", list_of({shop.server.origin() + "/"}));
  const std::string store = scratch("due-list.db");
  const std::vector<std::string> due{"--list", list,    "--dns",    "127.0.0.1:9", "--store",
                                     store,    "--due", "--format", "json"};
  const Ran first = run_program(due);
  REQUIRE(first.status == 0);
  const auto asked = shop.server.log().size();
  const Ran second = run_program(due);
  INFO(second.err);
  CHECK(second.status == 0);
  CHECK(shop.server.log().size() == asked);
  CHECK(second.err.find("nothing was requested") != std::string::npos);
  CHECK(json::parse(second.out)["score"] == json::parse(first.out)["score"]);
}

TEST_CASE("each company of a list has its audit on a line, and a bad line stops nobody") {
  const Firms firms(3);
  const std::string list =
      file("firms.txt", "# our friends\n\n" + firms.address(0) + "\r\n  " + firms.address(1) +
                            "  \nno address here\n" + firms.address(2));
  const Ran ran = run_program(listed(list, {"--format", "json"}));
  INFO(ran.err);
  CHECK(ran.status == 0);
  const auto told = lines(ran.out);
  CHECK(told.size() == 3);
  for (const auto& line : told) CHECK(schema_violations(line) == std::vector<std::string>{});
  CHECK(asked_in(ran.out).size() == 3);
  CHECK(ran.err.find("firms.txt:5: 'no address here' is no web address") != std::string::npos);
  CHECK(ran.err.find("3 companies") != std::string::npos);
}

TEST_CASE("a list as text has a line each as they come and one table at the end") {
  const Firms firms(2);
  const Ran ran = run_program(listed(
      file("two.txt", list_of({firms.address(0), "http://127.0.0.1:1/", firms.address(1)}))));
  INFO(ran.out);
  CHECK(ran.status == 3);
  CHECK(ran.out.find("1/3  127.0.0.1:") != std::string::npos);
  CHECK(ran.out.find("Costs most") != std::string::npos);
  CHECK(ran.out.find("3 companies: ") != std::string::npos);
  CHECK(ran.out.find("1 without a score") != std::string::npos);
  const Ran csv =
      run_program(listed(file("two.txt", list_of({firms.address(0)})), {"--format", "csv"}));
  CHECK(lines(csv.out).size() == 2);
}

TEST_CASE("a list that is asked wrongly asks nobody") {
  struct Row {
    std::vector<std::string> arguments;
    const char* part;
  };
  const std::string empty = file("empty.txt", "# nobody\n\n");
  const std::string one = file("one.txt", "http://127.0.0.1:1/\n");
  const std::string other = file("other.jsonl", "{\"a\": 1}\n");
  for (const Row& row : {
           Row{{"--list", "/nowhere.txt"}, "/nowhere.txt"},
           Row{{"--list", empty}, "no address in the list"},
           Row{{"--list", one, "a.example"}, "not both"},
           Row{{"--list", one, "--format", "html"}, "text, json, csv, md"},
           Row{{"--list", one, "--output", "r.json"}, ".jsonl"},
           Row{{"--list", one, "--resume"}, "--output results.jsonl"},
           Row{{"--list", one, "--resume", "--output", other}, "is no audit"},
           Row{{"--list", one, "--state", "s.db", "--deep"}, "--state holds one crawl"},
           Row{{"a.example", "--resume"}, "--resume belongs to --list"},
       }) {
    const Ran ran = run_program(row.arguments);
    INFO(ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.err.find(row.part) != std::string::npos);
  }
}

TEST_CASE("a list tells why nobody answered, and a resumed one ends with the same status") {
  const std::string list = file("nobody.txt", "http://127.0.0.1:1/\nno address here\n");
  const std::string results = scratch("nobody.jsonl");
  const Ran first = run_program(listed(list, {"--output", results}));
  INFO(first.out);
  CHECK(first.status == 3);
  CHECK(first.out.find("1/1  127.0.0.1:1  the server of this address refused") !=
        std::string::npos);
  const Ran second = run_program(listed(list, {"--output", results, "--resume"}));
  CHECK(second.err.find("audited before") != std::string::npos);
  CHECK(second.status == 3);
}

TEST_CASE("a gate holds or fails for what a resumed list kept as it did before") {
  const Firms firms(1);
  const std::string list = file("kept.txt", list_of(firms.addresses()));
  const std::string results = scratch("kept.jsonl");
  const int judged_then =
      run_program(listed(list, {"--output", results, "--fail-on", "sucks"})).status;
  struct Row {
    const char* gate;
    int status;
  };
  for (const Row& row : {Row{"sucks", judged_then}, Row{"score<10", 1}, Row{"score<1", 0},
                         Row{"coverage<100", 1}, Row{"coverage<1", 0}}) {
    INFO(row.gate);
    const Ran ran =
        run_program(listed(list, {"--output", results, "--resume", "--fail-on", row.gate}));
    CHECK(ran.status == row.status);
  }
}

TEST_CASE("a list that was killed goes on where it was, and loses and repeats nothing") {
  Firms firms(4, 30);
  const std::string list = file("four.txt", list_of(firms.addresses()));
  const std::string results = scratch("four.jsonl");
  StartedProgram first(listed(list, {"--output", results, "--at-once", "2"}));
  while (first.runs() && content(results).find('\n') == std::string::npos) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  first.signal(SIGKILL);
  first.end();
  std::string before = content(results);
  before.erase(before.rfind('\n') + 1);
  REQUIRE_FALSE(before.empty());
  std::ofstream(results, std::ios::app | std::ios::binary) << R"({"format": "touchsto)";
  const Ran second = run_program(listed(list, {"--output", results, "--resume"}));
  INFO(second.err);
  CHECK(second.status == 0);
  const std::string after = content(results);
  CHECK(after.rfind(before, 0) == 0);
  const auto asked = asked_in(after);
  CHECK(asked.size() == 4);
  for (const auto& [address, times] : asked) CHECK(times == 1);
  CHECK(second.out.find("4 companies: ") != std::string::npos);
  CHECK(second.err.find("audited before") != std::string::npos);
}

}  // namespace touchstone
