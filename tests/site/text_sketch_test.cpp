#include "site/text_sketch.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

using namespace touchstone;

namespace {

std::vector<std::uint32_t> samples_of(const std::string& text) {
  TextSketch sketch;
  sketch.add(text);
  return sketch.release();
}

std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) {
    text += ' ';
    for (int rest = i * 7919 + 1; rest > 0; rest /= 26) text += static_cast<char>('a' + rest % 26);
  }
  return text;
}

}  // namespace

TEST_CASE("a sketch samples runs of words, not how they are written", "[text-sketch]") {
  struct Row {
    const char *name, *one, *other;
    bool equal;
  };
  const auto row = GENERATE(
      Row{"capitals say nothing", "We bake bread every day", "WE BAKE Bread every DAY", true},
      Row{"nor do signs and white space", "We bake, bread: daily", "we bake (bread)\n\tdaily",
          true},
      Row{"numbers are alike", "Page 7 of 12 in May", "page 8 of 1200 in may", true},
      Row{"numbers with letters are, too", "room a7 is free", "room 3bc is free", true},
      Row{"another word makes another text", "We bake bread daily", "we bake bread weekly", false},
      Row{"long words differ at their end", "a donaudampfschifffahrtsgesellschaft here now",
          "a donaudampfschifffahrtsgesellschaften here now", false},
      Row{"other scripts are words", "Мы печём хлеб каждый день", "Мы печём хлеб каждую ночь",
          false},
      Row{"the order counts", "one two three four", "four three two one", false});
  INFO(row.name);
  CHECK((samples_of(row.one) == samples_of(row.other)) == row.equal);
}

TEST_CASE("a changed word changes the four runs that it stands in", "[text-sketch]") {
  const auto before = samples_of(words(0, 60)),
             after = samples_of(words(0, 30) + " changed" + words(31, 60));
  REQUIRE(before.size() == 60);
  std::vector<std::uint32_t> fresh;
  const std::set<std::uint32_t> known(before.begin(), before.end());
  std::copy_if(after.begin(), after.end(), std::back_inserter(fresh),
               [&](std::uint32_t sample) { return !known.contains(sample); });
  CHECK(fresh.size() == 4);
}

TEST_CASE("a long text has no more samples than are kept, and shares them with its copy",
          "[text-sketch]") {
  const auto whole = samples_of(words(0, 20'000));
  CHECK(whole.size() < TextSketch::most);
  CHECK(whole.size() > TextSketch::most / 4);
  CHECK(whole == samples_of(words(0, 20'000)));
}
