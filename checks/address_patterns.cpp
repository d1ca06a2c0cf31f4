#include "checks/address_patterns.h"

#include <algorithm>

#include "site/embedded.h"

namespace touchstone {

std::vector<AddressPattern> read_address_patterns(std::string_view path) {
  std::vector<AddressPattern> read;
  for (const auto line : embedded_list(path)) {
    const auto first = line.find(' '), second = line.find(' ', first + 1);
    read.push_back({std::string(line.substr(0, first)),
                    std::string(line.substr(first + 1, second - first - 1)),
                    std::make_unique<RE2>(std::string(line.substr(second + 1)))});
  }
  return read;
}

const AddressPattern* pattern_of(const std::vector<AddressPattern>& patterns,
                                 const std::string& folded_address) {
  const auto found = std::find_if(patterns.begin(), patterns.end(), [&](const AddressPattern& one) {
    return RE2::PartialMatch(folded_address, *one.address);
  });
  return found == patterns.end() ? nullptr : &*found;
}

}  // namespace touchstone
