#include "reports/own_voice.h"

#include <algorithm>
#include <string>

#include "site/text.h"

namespace touchstone {

namespace {

constexpr int alike = 50;

// Pairs of neighbouring characters of the folded words, sorted; one character alone is a pair too.
std::vector<std::string> pairs_of(std::string_view text) {
  std::vector<std::string> pairs;
  for (const auto& word : words(fold(text))) {
    std::string last;
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t begin = at++;
      while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0) == 0x80) ++at;
      const std::string character = word.substr(begin, at - begin);
      if (!last.empty() || at == word.size()) pairs.push_back(last + character);
      last = character;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

// Empty where it is a picture or was not seen.
std::string headline_of(const ToldAudit& audit) {
  const ToldTouchpoint* headline = audit.find("home-headline");
  if (!headline || headline->status != "assessed") return {};
  for (const auto& part : headline->components) {
    if (part.id == "home-headline.exists" && part.verdict == "wow") return part.excerpt;
  }
  return {};
}

}  // namespace

int headline_similarity(std::string_view a, std::string_view b) {
  constexpr std::size_t percent = 100;
  const auto ours = pairs_of(a), theirs = pairs_of(b);
  if (ours.empty() || theirs.empty()) return 0;
  std::vector<std::string> shared;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                        std::back_inserter(shared));
  return static_cast<int>(2 * percent * shared.size() / (ours.size() + theirs.size()));
}

void hear_voices(const std::vector<Contender>& sides, std::vector<ComparedTouchpoint>& rows) {
  const auto row = std::find_if(rows.begin(), rows.end(), [](const ComparedTouchpoint& one) {
    return one.id == "home-headline";
  });
  if (row == rows.end()) return;
  std::vector<std::string> headlines;
  for (const auto& side : sides) headlines.push_back(headline_of(side.audit));
  for (std::size_t side = 0; side < sides.size(); ++side) {
    if (headlines[side].empty()) continue;
    int others = 0, closest = 0;
    for (std::size_t other = 0; other < sides.size(); ++other) {
      if (other == side || headlines[other].empty()) continue;
      ++others;
      closest = std::max(closest, headline_similarity(headlines[side], headlines[other]));
    }
    if (others > 0 && closest < alike) row->cells[side].chips.emplace_back("own-voice");
  }
}

}  // namespace touchstone
