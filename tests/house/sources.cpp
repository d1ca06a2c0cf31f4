#include "tests/house/sources.h"

#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace touchstone::house {

namespace {

const std::filesystem::path root = TOUCHSTONE_SOURCE_DIR;

bool is_source(const std::string& file) {
  return file.ends_with(".cpp") || file.ends_with(".h");
}

}  // namespace

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  if (!std::filesystem::exists(root / folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(root).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> source_files() {
  std::vector<std::string> sources;
  for (const char* room :
       {"checks", "cli", "crawler", "history", "reports", "rules", "site", "tests"}) {
    for (auto& file : files_below(room)) {
      if (is_source(file)) sources.push_back(std::move(file));
    }
  }
  return sources;
}

std::string read_source(const std::string& file) {
  std::ostringstream text;
  text << std::ifstream(root / file, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Include> includes_of(const std::string& file, const std::string& text) {
  static const RE2 directive(R"((?m)^\s*#\s*include\s*(["<])([^">]+)[">])");
  std::vector<Include> includes;
  re2::StringPiece rest(text);
  std::string bracket, header;
  while (RE2::FindAndConsume(&rest, directive, &bracket, &header)) {
    includes.push_back({file, header, bracket == "\""});
  }
  return includes;
}

std::string room_of(const std::string& file) {
  const auto slash = file.find('/');
  return slash == std::string::npos ? "" : file.substr(0, slash);
}

}  // namespace touchstone::house
