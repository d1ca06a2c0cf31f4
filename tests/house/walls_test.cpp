#include <catch2/catch.hpp>

#include "tests/house/complaints.h"
#include "tests/house/walls.h"

using namespace touchstone::house;

TEST_CASE("the walls between the rooms stand") {
  std::vector<Include> includes;
  for (const auto& file : source_files()) {
    for (auto& include : includes_of(file, read_source(file))) includes.push_back(include);
  }
  REQUIRE(includes.size() > 100);
  CHECK(joined(broken_walls(includes)) == "");
}

TEST_CASE("a hole in a wall is seen and said") {
  struct Row {
    Include include;
    std::string complaint;  // empty: no hole
  };
  const auto row = GENERATE(
      Row{{"checks/icon/favicon.cpp", "crawler/crawl.h", true}, "checks may see checks, site only"},
      Row{{"checks/fact.h", "rules/judge.h", true}, "checks may see checks, site only"},
      Row{{"site/url.cpp", "checks/fact.h", true}, "site may see site only"},
      Row{{"crawler/crawl.cpp", "checks/check.h", true}, "crawler may see crawler, site only"},
      Row{{"reports/html.cpp", "cli/options.h", true}, "reports may see"},
      Row{{"rules/judge.cpp", "tests/rules/rules.h", true}, "rules may see"},
      Row{{"rules/judge.cpp", "thread", false},
          "threads, clocks, sockets and files are for crawler"},
      Row{{"checks/fact.cpp", "ctime", false}, "take the time or the bytes as a parameter"},
      Row{{"site/fetch.cpp", "sys/socket.h", false}, "are for crawler"},
      Row{{"checks/icon/favicon.cpp", "curl/curl.h", false}, "this library is for crawler"},
      Row{{"rules/judge.cpp", "gumbo.h", false}, "this library is for site"},
      Row{{"rules/judge.cpp", "boost.hpp", false}, "is not in the table"},
      Row{{"util/strings.cpp", "string", false}, "stands in no room"},
      Row{{"rules/judge.cpp", "checks/fact.h", true}, ""},
      Row{{"crawler/crawl.cpp", "thread", false}, ""},
      Row{{"rules/look.cpp", "re2/re2.h", false}, ""},
      Row{{"tests/crawler/crawl_test.cpp", "sys/socket.h", false}, ""},
      Row{{"tests/suites/main.cpp", "suite.h", true}, ""},
      Row{{"rules/judge.cpp", "vector", false}, ""});
  CAPTURE(row.include.file, row.include.header);
  const std::string complaints = joined(broken_walls({row.include}));
  if (row.complaint.empty()) {
    CHECK(complaints == "");
  } else {
    CHECK_THAT(complaints, Catch::Contains(row.complaint));
  }
}

TEST_CASE("a library that spreads through a room is seen and said") {
  const std::vector<Include> includes{{"site/a.cpp", "gumbo.h", false},
                                      {"site/b.cpp", "gumbo.h", false},
                                      {"site/c.cpp", "gumbo.h", false}};
  CHECK_THAT(joined(broken_walls(includes)), Catch::Contains("give the library one owner"));
}

TEST_CASE("a library's types that go through a wall are seen and said") {
  std::vector<Include> includes{{"site/tree.h", "gumbo.h", false},
                                {"site/document.cpp", "site/tree.h", true}};
  CHECK(joined(broken_walls(includes)) == "");
  includes.push_back({"checks/fact.cpp", "site/tree.h", true});
  CHECK_THAT(joined(broken_walls(includes)),
             Catch::Contains("go through the wall to checks/fact.cpp"));
}

TEST_CASE("includes are read however they are written") {
  const auto includes = includes_of(
      "site/a.cpp", "#include <vector>\n  #  include \"site/url.h\"\n// #include <x>\n");
  REQUIRE(includes.size() == 2);
  CHECK(includes[0].header == "vector");
  CHECK_FALSE(includes[0].quoted);
  CHECK(includes[1].header == "site/url.h");
  CHECK(includes[1].quoted);
}
