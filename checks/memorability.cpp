#include "checks/memorability.h"

#include <algorithm>
#include <array>
#include <limits>

namespace touchstone {

namespace {

constexpr int kService = 5, kRepeat = 5, kDigit = 7, kTwin = 8, kPair = 10, kPattern = 10;
constexpr std::size_t kLongest = 15;  // ITU-T E.164

bool all_equal(std::string_view chunk) {
  return chunk.find_first_not_of(chunk.front()) == std::string_view::npos;
}

bool climbs(std::string_view chunk, int step) {
  for (std::size_t i = 1; i < chunk.size(); ++i) {
    if (chunk[i] - chunk[i - 1] != step) return false;
  }
  return true;
}

bool mirrors(std::string_view chunk) {
  return chunk.size() <= 4 && std::equal(chunk.begin(), chunk.end(), chunk.rbegin());
}

bool round_number(std::string_view chunk) {
  return chunk.front() != '0' && chunk.find_first_not_of('0', 1) == std::string_view::npos;
}

// "3535", "353535"
bool alternates(std::string_view chunk) {
  if (chunk.size() != 4 && chunk.size() != 6) return false;
  return chunk.substr(2) == chunk.substr(0, chunk.size() - 2);
}

bool is_service_prefix(std::string_view chunk) {
  static constexpr std::array<std::string_view, 10> prefixes{"800", "888", "877", "866", "855",
                                                             "844", "900", "300", "700", "808"};
  return std::find(prefixes.begin(), prefixes.end(), chunk) != prefixes.end();
}

// What it costs to keep the digits at `at` as one chunk; no chunk: the largest number.
int chunk_cost(std::string_view digits, std::size_t at, std::size_t size) {
  const auto chunk = digits.substr(at, size);
  if (at == 0 && is_service_prefix(chunk)) return kService;
  if (size >= 2 && size <= 4 && at >= size && digits.substr(at - size, size) == chunk) {
    return kRepeat;
  }
  if (size == 1) return kDigit;
  if (size == 2) return all_equal(chunk) ? kTwin : kPair;
  const bool pattern = all_equal(chunk) || climbs(chunk, 1) || climbs(chunk, -1) ||
                       mirrors(chunk) || round_number(chunk) || alternates(chunk);
  return pattern ? kPattern : std::numeric_limits<int>::max();
}

// `ends`: where a printed group ends; a chunk is not seen across it, but for "35-35".
bool seen_across(std::string_view digits, std::size_t at, std::size_t size,
                 const std::vector<std::size_t>& ends) {
  return std::all_of(ends.begin(), ends.end(), [&](std::size_t end) {
    if (end <= at || end >= at + size) return true;
    return (end - at) % 2 == 0 && alternates(digits.substr(at, size));
  });
}

int cheapest(std::string_view digits, const std::vector<std::size_t>& ends) {
  std::vector<int> cost(digits.size() + 1, std::numeric_limits<int>::max());
  cost[0] = 0;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    for (std::size_t size = 1; at + size <= digits.size(); ++size) {
      const int chunk = chunk_cost(digits, at, size);
      if (chunk == std::numeric_limits<int>::max() || !seen_across(digits, at, size, ends)) {
        continue;
      }
      cost[at + size] = std::min(cost[at + size], cost[at] + chunk);
    }
  }
  return cost.back();
}

int without_patterns(std::size_t size) {
  return static_cast<int>(size / 2) * kPair + static_cast<int>(size % 2) * kDigit;
}

}  // namespace

int recall_cost(std::string_view digits) {
  return cheapest(digits.substr(0, kLongest), {});
}

bool grouping_hides_pattern(const std::vector<std::string>& groups) {
  std::string digits;
  std::vector<std::size_t> ends;
  int plain = 0;
  for (const auto& group : groups) {
    digits += group;
    ends.push_back(digits.size());
    plain += without_patterns(group.size());
  }
  if (digits.size() > kLongest) return false;
  // One pattern at least is worth showing; that the area code is a group of its own hides none.
  constexpr int kWorthShowing = 10, kSlight = 3;
  const int seen = plain - cheapest(digits, ends);
  const int there = without_patterns(digits.size()) - cheapest(digits, {});
  return there >= kWorthShowing && seen + kSlight < there;
}

}  // namespace touchstone
