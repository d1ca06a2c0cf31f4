#include "checks/presence/default_icons.h"

#include <zlib.h>

#include <fmt/format.h>

#include <string_view>

#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

// "system | path | sign" or "system | bytes | length crc32".
struct Sign {
  std::string system, kind, value;
};

std::vector<Sign> read_signs() {
  std::vector<Sign> signs;
  for (const std::string_view line : embedded_list("checks/data/default-icons.txt")) {
    const std::size_t first = line.find('|'), second = line.find('|', first + 1);
    signs.push_back({collapse_spaces(line.substr(0, first)),
                     collapse_spaces(line.substr(first + 1, second - first - 1)),
                     collapse_spaces(line.substr(second + 1))});
  }
  return signs;
}

// Length and CRC-32: an icon that has both by chance is not to be met.
std::string fingerprint(const std::string& bytes) {
  return fmt::format(
      "{} {:08x}", bytes.size(),
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

bool at_path(const FoundIcon& found, const std::string& path) {
  return found.icon.url.find(path) != std::string::npos ||
         (found.fetch && found.fetch->answered().href().find(path) != std::string::npos);
}

bool generated_by(const Page& home, const std::string& system) {
  const auto generator = home.meta("generator");
  return generator && fold(*generator).find(fold(system)) != std::string::npos;
}

}  // namespace

std::optional<DefaultIcon> default_icon(const FoundIcon& found, const Page& home) {
  static const std::vector<Sign> signs = read_signs();
  const std::string print = fingerprint(found.bytes);
  std::optional<DefaultIcon> likely;
  for (const Sign& sign : signs) {
    if (sign.kind == "bytes" && sign.value == print) return DefaultIcon{sign.system, 2};
    if (sign.kind == "path" && !likely && at_path(found, sign.value)) {
      // /favicon.ico sent on to a system's own file is a decision of that system.
      const bool sent_on = found.icon.source == "default" && found.fetch->hops.size() > 1;
      likely = DefaultIcon{sign.system, sent_on || generated_by(home, sign.system) ? 2 : 1};
    }
  }
  return likely;
}

}  // namespace touchstone
