#include "site/embedded.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace touchstone {

std::string_view embedded_file(std::string_view path) {
  const auto& files = embedded_files();
  const auto found = std::lower_bound(
      files.begin(), files.end(), path,
      [](const EmbeddedFile& file, std::string_view wanted) { return file.path < wanted; });
  if (found == files.end() || found->path != path) {
    throw std::logic_error("no embedded file " + std::string(path));
  }
  return found->bytes;
}

std::vector<EmbeddedFile> embedded_below(std::string_view folder) {
  std::vector<EmbeddedFile> below;
  for (const auto& file : embedded_files()) {
    if (file.path.starts_with(folder)) below.push_back(file);
  }
  return below;
}

std::vector<std::string_view> embedded_list(std::string_view path) {
  std::vector<std::string_view> items;
  std::string_view rest = embedded_file(path);
  while (!rest.empty()) {
    const auto end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) {
      line.remove_suffix(1);
    }
    if (!line.empty() && line.front() != '#') items.push_back(line);
  }
  return items;
}

}  // namespace touchstone
