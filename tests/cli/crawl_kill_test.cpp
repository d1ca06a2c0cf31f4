#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <map>
#include <thread>

#include "crawler/deep_crawl.h"
#include "tests/cli/run_program.h"
#include "tests/crawler/trap_site.h"

extern char** environ;

namespace touchstone {
namespace {

constexpr int pages = 120, connections = 4;

// Starts a crawl, and kills it when the server was asked that often.
void crawl_until(const LocalServer& server, std::size_t requests, const std::string& state) {
  std::vector<std::string> words{TOUCHSTONE_PROGRAM,
                                 "crawl",
                                 server.origin() + "/",
                                 "--rate",
                                 "0",
                                 "--connections",
                                 std::to_string(connections),
                                 "--state",
                                 state};
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t silent;
  posix_spawn_file_actions_init(&silent);
  posix_spawn_file_actions_addopen(&silent, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  REQUIRE(posix_spawn(&child, TOUCHSTONE_PROGRAM, &silent, nullptr, arguments.data(), environ) ==
          0);
  posix_spawn_file_actions_destroy(&silent);
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (server.log().size() < requests && std::chrono::steady_clock::now() < give_up)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("a crawl that was killed ends as if nothing had happened") {
  const TrapSite site("none", pages);
  for (const std::size_t requests : {2, 4, 9, 20, 35, 61, 90, 118}) {
    INFO("killed after " << requests << " requests");
    const LocalServer server(site.handler());
    const std::string state = scratch("killed-" + std::to_string(requests) + ".crawl");
    crawl_until(server, requests, state);
    CrawlOptions options;
    options.connections = connections;
    options.max_pages = 1'000;
    const auto crawled = deep_crawl(*Url::parse(server.origin() + "/"), options, state);
    CHECK(crawled.summary.complete);
    CHECK(crawled.summary.pages == pages + 1);
    std::map<std::string, int> times;
    for (const auto& request : server.log()) ++times[request.target];
    int again = 0;
    for (const auto& [target, count] : times)
      if (target.starts_with("/guide/")) again += count - 1;
    CHECK(again <= connections);
  }
}

}  // namespace touchstone
