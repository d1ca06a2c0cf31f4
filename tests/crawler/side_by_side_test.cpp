// Jobs in child processes: lanes, deaths, interruption, and what children say.

#include "crawler/side_by_side.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <csignal>
#include <map>
#include <stdexcept>

#include "crawler/child_pipe.h"

using namespace touchstone;

namespace {

std::vector<Job> jobs(std::uint64_t count, std::uint64_t lanes) {
  std::vector<Job> made;
  for (std::uint64_t number = 0; number < count; ++number) {
    made.push_back({number, "job " + std::to_string(number), std::to_string(number % lanes)});
  }
  return made;
}

JobHooks hooks_for(std::vector<Job>& work, std::map<std::uint64_t, std::string>& results) {
  JobHooks hooks;
  hooks.more = [&work](std::vector<Job>& more) {
    more = std::exchange(work, {});
    return false;
  };
  hooks.run = [](const Job& job, const TellProgress&) { return "done " + job.what; };
  hooks.ended = [&results](const Job& job, std::optional<std::string> result) {
    CHECK_FALSE(results.contains(job.number));
    results[job.number] = result.value_or("died");
  };
  return hooks;
}

}  // namespace

TEST_CASE("every job is done once, however many run at once") {
  for (const std::size_t at_once : {std::size_t{1}, std::size_t{3}, std::size_t{50}}) {
    auto work = jobs(12, 12);
    std::map<std::uint64_t, std::string> results;
    run_side_by_side(at_once, hooks_for(work, results));
    REQUIRE(results.size() == 12);
    CHECK(results[11] == "done job 11");
  }
}

TEST_CASE("jobs of one lane never run at the same time") {
  auto work = jobs(8, 2);
  std::map<std::uint64_t, std::string> results;
  auto hooks = hooks_for(work, results);
  std::size_t most = 0;
  bool shared = false;
  hooks.run = [](const Job& job, const TellProgress& tell) {
    tell({"busy", 1, 2});
    ::usleep(20'000);
    return job.what;
  };
  hooks.progress = [&](const std::vector<JobUnderWay>& under_way) {
    most = std::max(most, under_way.size());
    if (under_way.size() == 2) shared = shared || under_way[0].job->lane == under_way[1].job->lane;
  };
  run_side_by_side(8, hooks);
  CHECK(results.size() == 8);
  CHECK(most <= 2);
  CHECK_FALSE(shared);
}

TEST_CASE("a job that throws or dies costs itself and no other") {
  auto work = jobs(4, 4);
  std::map<std::uint64_t, std::string> results;
  auto hooks = hooks_for(work, results);
  hooks.run = [](const Job& job, const TellProgress&) -> std::string {
    if (job.number == 1) throw std::runtime_error("thrown on purpose by the test");
    if (job.number == 2) ::kill(::getpid(), SIGKILL);
    return "fine";
  };
  run_side_by_side(2, hooks);
  CHECK(results ==
        std::map<std::uint64_t, std::string>{{0, "fine"}, {1, "died"}, {2, "died"}, {3, "fine"}});
}

TEST_CASE("a result of megabytes comes whole") {
  auto work = jobs(1, 1);
  std::map<std::uint64_t, std::string> results;
  auto hooks = hooks_for(work, results);
  hooks.run = [](const Job&, const TellProgress&) { return std::string(3'000'000, 'x'); };
  run_side_by_side(1, hooks);
  CHECK(results[0] == std::string(3'000'000, 'x'));
}

TEST_CASE("an interruption drops what waits, or lets it run to see for itself") {
  const bool drains = GENERATE(false, true);
  auto work = jobs(5, 5);
  std::map<std::uint64_t, std::string> results;
  auto hooks = hooks_for(work, results);
  std::atomic<int> interrupted{0};
  hooks.interrupted = &interrupted;
  hooks.drains = drains;
  const auto keep = hooks.ended;
  hooks.ended = [&](const Job& job, std::optional<std::string> result) {
    keep(job, std::move(result));
    interrupted = 1;
  };
  run_side_by_side(1, hooks);
  CHECK(results.size() == (drains ? 5u : 1u));
}

TEST_CASE("children under way are told of an interruption by a signal") {
  static volatile std::sig_atomic_t told = 0;
  auto work = jobs(1, 1);
  std::map<std::uint64_t, std::string> results;
  auto hooks = hooks_for(work, results);
  std::atomic<int> interrupted{0};
  hooks.interrupted = &interrupted;
  hooks.run = [](const Job&, const TellProgress& tell) {
    std::signal(SIGINT, [](int) { told = 1; });
    tell({"ready", 0, 0});
    while (!told) ::usleep(1'000);
    return std::string("told");
  };
  hooks.progress = [&](const std::vector<JobUnderWay>& under_way) {
    if (!under_way.empty() && under_way[0].progress.doing == "ready") interrupted = 1;
  };
  run_side_by_side(1, hooks);
  CHECK(results[0] == "told");
}

TEST_CASE("what a child says is understood in pieces, and nonsense is refused") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ChildVoice voice(ends[1]);
  voice.tell({"reading https://a.example/ x", 3, 40});
  voice.result("the end");
  ::close(ends[1]);
  ChildEar ear;
  char byte = 0;
  while (::read(ends[0], &byte, 1) == 1) CHECK(ear.hear({&byte, 1}));
  ::close(ends[0]);
  CHECK(ear.progress().doing == "reading https://a.example/ x");
  CHECK(ear.progress().answered == 3);
  CHECK(ear.progress().asked == 40);
  CHECK(ear.take_result() == "the end");
  for (const auto& nonsense : {std::string("q\1\0\0\0x", 6), std::string("p\1\0\0\0x", 6),
                               std::string("r\377\377\377\377")}) {
    CHECK_FALSE(ChildEar().hear(nonsense));
  }
}
