// Ctrl-C: the first judges what is there and says so, the second ends the program.

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/cli/firms.h"
#include "tests/cli/started_program.h"

namespace touchstone {

namespace {

constexpr int slow_ms = 1'000;

struct Way {
  const char* what;
  std::vector<std::string> arguments;
  bool json = true;  // standard output is an audit
};

std::vector<Way> ways(const Firms& firms) {
  const std::string list = scratch("interrupted.txt");
  std::ofstream(list) << firms.address(0) << "\n" << firms.address(1) << "\n";
  const std::vector<std::string> quiet{"--dns", "127.0.0.1:9", "--no-store", "--format", "json"};
  std::vector<Way> all{
      {"one audit", {firms.address(0)}},
      {"a comparison", {"compare", firms.address(0), firms.address(1)}, false},
      {"a list", {"--list", list, "--at-once", "1"}},
      {"an audit of the whole site", {firms.address(0), "--deep"}},
      {"a list of whole sites", {"--list", list, "--at-once", "1", "--deep"}},
  };
  for (auto& way : all) {
    way.arguments.insert(way.arguments.end(), quiet.begin(), quiet.end());
  }
  return all;
}

}  // namespace

TEST_CASE("the first interruption judges what is there and says so") {
  for (std::size_t at = 0; at < 5; ++at) {
    Firms firms(2, slow_ms);
    const Way way = ways(firms)[at];
    INFO(way.what);
    StartedProgram program(way.arguments);
    firms.await_requests(6);
    program.signal(SIGINT);
    const Ran ran = program.end();
    INFO(ran.err);
    CHECK((ran.status == 0 || ran.status == 4));
    CHECK(ran.err.find("interrupted; ") != std::string::npos);
    const auto told = nlohmann::json::parse(ran.out);
    if (way.json) {
      const auto& notes = told["crawl"]["notes"];
      CHECK(std::count(notes.begin(), notes.end(), "interrupted by the user") == 1);
    } else {
      CHECK(told["doubts"].dump().find("interrupted") != std::string::npos);
    }
  }
}

TEST_CASE("the second interruption ends the program with status 130") {
  for (std::size_t at = 0; at < 5; ++at) {
    Firms firms(2, slow_ms);
    const Way way = ways(firms)[at];
    INFO(way.what);
    StartedProgram program(way.arguments);
    firms.await_requests(6);
    while (program.runs()) {
      program.signal(SIGINT);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(program.end().status == 130);
  }
}

TEST_CASE("a crawl that is interrupted tells what it has, and goes on from there") {
  Firms firms(1, slow_ms);
  const std::string state = scratch("interrupted-crawl.db");
  const std::vector<std::string> crawl{"crawl", firms.address(0), "--dns", "127.0.0.1:9", "--state",
                                       state,   "--format",       "json",  "--rate",      "0"};
  StartedProgram program(crawl);
  firms.await_requests(3);
  program.signal(SIGINT);
  const Ran ran = program.end();
  INFO(ran.err);
  CHECK(ran.status == 0);
  const auto told = nlohmann::json::parse(ran.out);
  CHECK(told["stopped_by"] == "interrupt");
  const Ran whole = run_program(crawl);
  INFO(whole.err);
  CHECK(nlohmann::json::parse(whole.out)["resumed"] == true);
  CHECK(nlohmann::json::parse(whole.out)["pages"] > told["pages"]);

  StartedProgram stopped({"crawl", firms.address(0), "--dns", "127.0.0.1:9", "--rate", "0"});
  firms.await_requests(firms.server(0).log().size() + 3);
  while (stopped.runs()) {
    stopped.signal(SIGINT);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  CHECK(stopped.end().status == 130);
}

TEST_CASE("the report of an interrupted audit says so in its own language") {
  Firms firms(1, slow_ms);
  StartedProgram program({firms.address(0), "--dns", "127.0.0.1:9", "--no-store", "--lang", "ru"});
  firms.await_requests(6);
  program.signal(SIGINT);
  CHECK(program.end().out.find("Аудит остановлен") != std::string::npos);
}

}  // namespace touchstone
