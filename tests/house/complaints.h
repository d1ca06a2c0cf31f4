#pragma once

#include <string>
#include <vector>

namespace touchstone::house {

// As the test prints them: one a line; empty when the house stands.
inline std::string joined(const std::vector<std::string>& complaints) {
  std::string text;
  for (const auto& complaint : complaints) text += "\n  " + complaint;
  return text;
}

}  // namespace touchstone::house
