// No file that is read, or written for another option, is overwritten.

#include <catch2/catch.hpp>

#include "tests/cli/run_program.h"
#include "tests/files.h"

namespace touchstone {

TEST_CASE("what one option reads or writes, no other one overwrites") {
  struct Row {
    std::vector<std::string> arguments;
    const char* options;
  };
  const std::string kept = file("kept.json", "{}");
  const std::string same = scratch("./same.json");
  for (const Row& row : {
           Row{{"--sample", "--store", kept, "--capture", kept}, "--capture and by --store"},
           Row{{"--sample", "--company", kept, "--output", kept}, "--output and by --company"},
           Row{{"--sample", "--output", "touchstone.json"}, "--output and by --company"},
           Row{{"--sample", "--scorecard", kept, "--output", kept}, "--output and by --scorecard"},
           Row{{"--sample", "--accept", kept, "--fail-on", "sucks", "--output", kept},
               "--output and by --accept"},
           Row{{"--sample", "--baseline", kept, "--output", kept}, "--output and by --baseline"},
           Row{{"--sample", "--rules", kept, "--output", kept}, "--output and by --rules"},
           Row{{"--sample", "--cacert", kept, "--output", kept}, "--output and by --cacert"},
           Row{{"--list", file("kept.jsonl", "{}"), "--output", scratch("kept.jsonl")},
               "--output and by --list"},
           Row{{"--sample", "--output", same, "--capture", scratch("same.json")},
               "--output and by --capture"},
           Row{{"replay", kept, "--output", kept}, "--output and by what is read"},
           Row{{"plan", kept, "--output", kept}, "--output and by what is read"},
           Row{{"scorecard", "new", kept, "--output", kept}, "--output and by what is read"},
           Row{{"history", "a.example", "--store", kept, "--output", kept},
               "--output and by --store"},
       }) {
    const Ran ran = run_program(row.arguments);
    INFO(row.arguments.front() << ": " << ran.err);
    CHECK(ran.status == 2);
    CHECK(ran.err.find(row.options) != std::string::npos);
    CHECK(content(kept) == "{}");
  }
}

TEST_CASE("a report that finds no room leaves the former one whole") {
  const std::string report = file("former.json", "the former one");
  const std::string beside = report + ".part";
  REQUIRE(std::filesystem::create_directory(beside));  // nothing can be written there
  const Ran ran = run_program({"--sample", "--no-store", "--output", report});
  INFO(ran.err);
  CHECK(ran.status == 5);
  CHECK(ran.err.find("cannot write " + report) != std::string::npos);
  CHECK(content(report) == "the former one");
}

}  // namespace touchstone
