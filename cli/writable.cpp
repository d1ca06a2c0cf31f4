#include "cli/writable.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace touchstone {

namespace {

namespace fs = std::filesystem;

// Devices and pipes are not opened: that might wait for their reader.
void check_file(const std::string& option, const fs::path& path) {
  std::error_code error;
  const auto complain = [&](const std::string& why) {
    throw NotWritable("cannot write " + path.string() + " (" + option + "): " + why +
                      "; nothing was requested");
  };
  if (fs::is_directory(path, error)) complain("it is a folder");
  if (fs::exists(path, error)) {
    if (::access(path.c_str(), W_OK) != 0) complain("it is not yours to write");
    return;
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (!fs::is_directory(folder, error)) complain("there is no folder " + folder.string());
  if (::access(folder.c_str(), W_OK | X_OK) != 0) complain("its folder is not yours to write");
}

// SQLite's file format, section 1.3: what a database begins with.
void check_crawl_file(const std::string& path) {
  constexpr std::string_view magic = "SQLite format 3";
  std::ifstream file(path, std::ios::binary);
  std::string begin(magic.size(), '\0');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  if (file.gcount() == 0) return;  // new, or empty
  if (begin != magic) {
    throw UsageError(path + " holds something else than a crawl; name another file with --state");
  }
}

}  // namespace

void check_writable(const Options& options) {
  for (const auto& output : options.outputs) check_file("--output", output.path);
  if (options.capture) check_file("--capture", *options.capture);
  const bool stores = options.verb == Verb::audit || options.verb == Verb::replay;
  if (stores && options.store) check_file("--store", *options.store);
  if (options.state) {
    check_file("--state", *options.state);
    check_crawl_file(*options.state);
  }
}

}  // namespace touchstone
