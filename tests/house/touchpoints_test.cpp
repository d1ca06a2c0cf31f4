// One touchpoint, three files of one name: it measures, it judges, it is tested.

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "checks/check.h"
#include "rules/rulebook.h"
#include "tests/house/complaints.h"
#include "tests/house/sources.h"

using namespace touchstone;
using namespace touchstone::house;

namespace {

// "icon/favicon" of "checks/icon/favicon.cpp"; files that stand elsewhere are left out.
std::set<std::string> touchpoints_in(const std::vector<std::string>& files,
                                     const std::string& folder, const std::string& ending) {
  std::set<std::string> names;
  for (const auto& file : files) {
    if (!file.starts_with(folder) || !file.ends_with(ending)) continue;
    const std::string name =
        file.substr(folder.size(), file.size() - folder.size() - ending.size());
    if (std::count(name.begin(), name.end(), '/') == 1 && !name.starts_with("presence/")) {
      names.insert(name);
    }
  }
  return names;
}

// "measurement/brand-search-result": what only people score has rules alone.
std::set<std::string> scored_by_people() {
  std::set<std::string> names;
  for (const auto& rule : load_rulebook().touchpoints) {
    if (std::all_of(rule.components.begin(), rule.components.end(),
                    [](const Component& one) { return one.manual; })) {
      names.insert(rule.group + "/" + rule.id);
    }
  }
  return names;
}

// One sentence for each of the three files that a touchpoint lacks.
std::vector<std::string> lacking(const std::vector<std::string>& files,
                                 const std::set<std::string>& by_hand = {}) {
  const std::vector<std::pair<std::string, std::string>> kinds{
      {"checks/", ".cpp"}, {"rules/", ".json"}, {"tests/checks/", "_test.cpp"}};
  std::set<std::string> all;
  for (const auto& [folder, ending] : kinds) all.merge(touchpoints_in(files, folder, ending));
  std::vector<std::string> complaints;
  for (const auto& [folder, ending] : kinds) {
    const auto there = touchpoints_in(files, folder, ending);
    for (const auto& name : all) {
      if (there.contains(name) || by_hand.contains(name)) continue;
      complaints.push_back(name + " has no " + folder + name + ending +
                           "; a touchpoint is three files of one name: write it");
    }
  }
  return complaints;
}

std::vector<std::string> all_files() {
  std::vector<std::string> files;
  for (const char* folder : {"checks", "rules", "tests/checks"}) {
    for (auto& file : files_below(folder)) files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

TEST_CASE("every touchpoint has its check, its rules and its test") {
  CHECK(joined(lacking(all_files(), scored_by_people())) == "");
}

TEST_CASE("a touchpoint that lacks a file is seen and said") {
  const std::vector<std::string> files{"checks/icon/favicon.cpp", "checks/presence/icons.cpp",
                                       "rules/icon/favicon.json", "rules/groups.json",
                                       "tests/checks/icon/favicon_test.cpp"};
  CHECK(joined(lacking(files)) == "");
  for (const std::size_t gone : {0, 2, 4}) {
    auto fewer = files;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(gone));
    CHECK_THAT(joined(lacking(fewer)), Catch::Contains("icon/favicon has no " + files[gone]));
  }
}

TEST_CASE("a check and a rule have the names of their files") {
  std::vector<std::string> complaints;
  const auto files = all_files();
  std::set<std::string> checks, rules;
  for (const auto& name : touchpoints_in(files, "checks/", ".cpp")) {
    checks.insert(name.substr(name.find('/') + 1));
  }
  for (const Check* check : all_checks()) {
    if (!checks.contains(std::string(check->touchpoint))) {
      complaints.push_back("the check \"" + std::string(check->touchpoint) +
                           "\" stands in a file of another name; name it after its file");
    }
  }
  for (const auto& rule : load_rulebook().touchpoints) {
    const std::string expected = "rules/" + rule.group + "/" + rule.id + ".json";
    if (rule.source != expected) {
      complaints.push_back(rule.source + " holds the rule of " + rule.id + " in group " +
                           rule.group + "; its place is " + expected);
    }
  }
  CHECK(joined(complaints) == "");
}

// Loading throws with file and place for unknown facts and for verdicts without a sentence.
TEST_CASE("the rules of the program are sound, down to the last sentence") {
  CHECK_NOTHROW(load_rulebook());
}

TEST_CASE("every fact that a check measures is worth something to a rule") {
  std::map<std::string, std::string> text;
  for (const auto& file : files_below("rules")) {
    if (file.ends_with(".json")) text[file] = read_source(file);
  }
  std::vector<std::string> complaints;
  for (const auto& rule : load_rulebook().touchpoints) {
    for (const auto& [fact, unit] : rule.units) {
      if (text[rule.source].find(fact) == std::string::npos) {
        complaints.push_back("the fact \"" + fact + "\" is measured and " + rule.source +
                             " never names it; judge it, show it, or do not measure it");
      }
    }
  }
  CHECK(joined(complaints) == "");
}
