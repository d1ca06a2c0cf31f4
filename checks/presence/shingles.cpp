#include "checks/presence/shingles.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "site/text.h"

namespace touchstone {

namespace {

// Sorted hashes, each once. A text of fewer words than a shingle is one shingle.
std::vector<std::size_t> shingles(std::string_view text) {
  constexpr std::size_t length = 5;
  const std::vector<std::string> all = words(fold(text));
  std::vector<std::size_t> hashes;
  for (std::size_t i = 0; i < all.size() && (i == 0 || i + length <= all.size()); ++i) {
    std::string run;
    for (std::size_t j = i; j < std::min(i + length, all.size()); ++j) run += all[j] + '\n';
    hashes.push_back(std::hash<std::string>{}(run));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace

int shingle_similarity(std::string_view a, std::string_view b) {
  const auto of_a = shingles(a), of_b = shingles(b);
  if (of_a.empty() || of_b.empty()) return 0;
  std::vector<std::size_t> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::back_inserter(both));
  return static_cast<int>(100 * both.size() / (of_a.size() + of_b.size() - both.size()));
}

}  // namespace touchstone
