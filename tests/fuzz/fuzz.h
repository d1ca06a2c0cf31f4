#pragma once

// What the fuzz targets share. A target is a file tests/fuzz/<noun>.cpp that defines libFuzzer's
// LLVMFuzzerTestOneInput; tests/CMakeLists.txt says how the same function serves libFuzzer and
// fuzz_tests. What a target holds true beside "does not crash" it says with hold.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace touchstone::fuzz {

inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

// The first line and what follows it; everything is the first line where there is no second.
inline std::pair<std::string_view, std::string_view> split_line(std::string_view text) {
  const auto end = text.find('\n');
  if (end == text.npos) return {text, {}};
  return {text.substr(0, end), text.substr(end + 1)};
}

inline void hold(bool truth, const char* what) {
  if (truth) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace touchstone::fuzz
