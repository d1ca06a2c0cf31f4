#pragma once

// The files of the house, for the tests that hold it.

#include <string>
#include <utility>
#include <vector>

namespace touchstone::house {

struct Include {
  std::string file;    // "rules/judge.cpp", from the root of the project
  std::string header;  // "site/url.h" or "zlib.h", without its brackets
  bool quoted = false;
};

// Every .cpp and .h of the rooms, sorted, from the root of the project.
std::vector<std::string> source_files();
// Every file below a folder, sorted; empty when there is none.
std::vector<std::string> files_below(const std::string& folder);

std::string read_source(const std::string& file);
std::vector<std::string> lines_of(const std::string& text);
std::vector<Include> includes_of(const std::string& file, const std::string& text);

std::string room_of(const std::string& file);  // "rules"; empty for files outside the rooms

}  // namespace touchstone::house
