// Boring files, no left-overs, no room for things without a noun.

#include <re2/re2.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "tests/house/complaints.h"
#include "tests/house/sources.h"

using namespace touchstone::house;

namespace {

std::vector<std::string> too_long(const std::string& file, const std::string& text) {
  constexpr std::size_t longest = 300;
  const std::size_t lines = lines_of(text).size();
  if (lines <= longest) return {};
  return {file + " has " + std::to_string(lines) + " lines; over " + std::to_string(longest) +
          " a file asks to be two: split it by its nouns"};
}

std::vector<std::string> left_overs(const std::string& file, const std::string& text) {
  // Written apart, so that this file does not find itself.
  static const RE2 mark(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
  std::vector<std::string> complaints;
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string found;
    if (RE2::PartialMatch(lines[i], mark, &found)) {
      complaints.push_back(file + ":" + std::to_string(i + 1) + " says " + found +
                           "; do it now or write an issue");
    }
  }
  return complaints;
}

std::vector<std::string> nameless_folders(const std::string& file) {
  static const std::set<std::string> nameless{"core", "common", "util", "utils", "helpers", "misc"};
  std::vector<std::string> complaints;
  std::istringstream parts(file.substr(0, file.rfind('/')));
  for (std::string part; std::getline(parts, part, '/');) {
    if (nameless.contains(part)) {
      complaints.push_back(file + " stands in a folder \"" + part +
                           "\"; put it into the room whose noun it serves");
    }
  }
  return complaints;
}

std::vector<std::string> reads_clock(const std::string& file, const std::string& text) {
  static const RE2 clock(R"(_clock::now|\bstd::time\(|gettimeofday|clock_gettime)");
  const std::string room = room_of(file);
  if (room == "crawler" || room == "tests" || !RE2::PartialMatch(text, clock)) return {};
  return {file + " reads a clock; only the crawler does, and the time travels on as a value"};
}

// Two types of one name in one namespace are one type to the linker, which takes either's
// destructor for both: a crash far from its cause.
std::vector<std::string> names_twice(const std::string& file, const std::string& text,
                                     std::map<std::string, std::string>& named) {
  static const RE2 type(R"(^(?:struct|class|enum class) (\w+)(?: final)?(?: :.*)? \{)");
  if (!file.ends_with(".h") || room_of(file) == "tests") return {};
  std::vector<std::string> complaints;
  for (const auto& line : lines_of(text)) {
    std::string name;
    if (!RE2::PartialMatch(line, type, &name)) continue;
    const auto [first, fresh] = named.emplace(name, file);
    if (!fresh)
      complaints.push_back(file + " names " + name + " again; " + first->second + " has it");
  }
  return complaints;
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

TEST_CASE("every source file keeps the habits of the house") {
  std::vector<std::string> complaints;
  std::map<std::string, std::string> named;
  for (const auto& file : source_files()) {
    const std::string text = read_source(file);
    append(complaints, too_long(file, text));
    append(complaints, left_overs(file, text));
    append(complaints, nameless_folders(file));
    append(complaints, reads_clock(file, text));
    append(complaints, names_twice(file, text, named));
  }
  CHECK(joined(complaints) == "");
}

TEST_CASE("a broken habit is seen and said") {
  std::string long_text;
  for (int i = 0; i < 301; ++i) long_text += "\n";
  CHECK_THAT(joined(too_long("a.cpp", long_text)), Catch::Contains("301 lines"));
  CHECK(too_long("a.cpp", long_text.substr(1)).empty());
  const std::string mark = std::string("a\n// TO") + "DO later\n";
  CHECK_THAT(joined(left_overs("a.cpp", mark)), Catch::Contains("a.cpp:2 says"));
  CHECK_THAT(joined(nameless_folders("site/util/a.cpp")), Catch::Contains("\"util\""));
  CHECK(nameless_folders("site/utility.cpp").empty());
  CHECK_THAT(joined(reads_clock("rules/a.cpp", "std::chrono::system_clock::now()")),
             Catch::Contains("reads a clock"));
  CHECK(reads_clock("crawler/a.cpp", "std::chrono::system_clock::now()").empty());
  std::map<std::string, std::string> named;
  CHECK(names_twice("site/a.h", "struct Page {\n", named).empty());
  CHECK_THAT(joined(names_twice("crawler/b.h", "class Page : public Sheet {\n", named)),
             Catch::Contains("site/a.h has it"));
}
