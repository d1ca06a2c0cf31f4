#include "history/store_path.h"

#include <cstdlib>

namespace touchstone {

namespace {

std::filesystem::path absolute_from(const char* variable) {
  const char* value = std::getenv(variable);
  const std::filesystem::path path = value ? value : "";
  return path.is_absolute() ? path : std::filesystem::path();
}

}  // namespace

std::filesystem::path usual_store_path() {
  std::filesystem::path folder = absolute_from("XDG_DATA_HOME");
  if (folder.empty()) {
    const std::filesystem::path home = absolute_from("HOME");
    if (home.empty()) return {};
    folder = home / ".local" / "share";
  }
  return folder / "touchstone" / "history.db";
}

}  // namespace touchstone
