#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "tests/cli/run_program.h"

namespace touchstone {

namespace {

std::string schedule(const std::string& form) {
  return run_program({"schedule", "https://firm.example/", form}).out;
}

}  // namespace

TEST_CASE("no schedule names a repository or a page that nobody of us owns") {
  for (const char* const form : {"--systemd", "--cron", "--github"}) {
    const std::string text = schedule(form);
    INFO(text);
    CHECK(text.find("firm.example") != std::string::npos);
    CHECK(text.find("touchstone-audit") == std::string::npos);
    CHECK(text.find("github.com/") == std::string::npos);
  }
}

TEST_CASE("a workflow that does not know whose program it runs ends before it runs one") {
  const std::string workflow = schedule("--github");
  const auto begin = workflow.find("          if [ -z"), end = workflow.find("        env:", begin);
  REQUIRE(end != std::string::npos);
  const std::string script = scratch("settled.sh");
  std::ofstream(script) << workflow.substr(begin, end - begin);
  const auto run = [&](const std::string& repository) {
    return std::system(("REPOSITORY=" + repository + " sh '" + script + "' >/dev/null").c_str());
  };
  CHECK(run("") != 0);
  CHECK(run("firm/touchstone") == 0);
}

}  // namespace touchstone
