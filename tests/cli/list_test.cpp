// touchstone --list: many companies on 127.0.0.1, side by side.

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tests/cli/firms.h"
#include "tests/cli/run_program.h"
#include "tests/cli/started_program.h"
#include "tests/reports/schema.h"

namespace touchstone {

namespace {

using nlohmann::json;

std::string file(const std::string& name, const std::string& text) {
  const std::string path = scratch(name);
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string content(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

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

}  // namespace

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
