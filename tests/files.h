#pragma once

// Whole files, as tests read them.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace touchstone {

// Empty where there is no such file.
inline std::string content(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace touchstone
