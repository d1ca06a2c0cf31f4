#include "suite.h"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace touchstone::suites {

void Tally::expect(bool holds, const std::string& what) {
  ++total_;
  if (!holds) failures_.push_back(what);
}

void Tally::print(std::string_view suite) const {
  std::printf("%s: %d passed of %d\n", std::string(suite).c_str(),
              total_ - static_cast<int>(failures_.size()), total_);
  for (const auto& [reason, names] : skipped_) {
    std::printf("  skipped %zu: %s\n", names.size(), reason.c_str());
    for (const auto& name : names)
      if (!name.empty()) std::printf("    %s\n", name.c_str());
  }
  for (const auto& failure : failures_) std::printf("  failed: %s\n", failure.c_str());
}

std::string shown(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string read_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

nlohmann::json read_json(const std::string& path) {
  try {
    return nlohmann::json::parse(read_bytes(path));
  } catch (const nlohmann::json::exception& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

}  // namespace touchstone::suites
