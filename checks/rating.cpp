#include "checks/rating.h"

#include <re2/re2.h>

#include <algorithm>

#include "site/text.h"

namespace touchstone {

namespace {

// "4.8", "4,8", "98%": in hundredths.
std::optional<int> number_of(const std::optional<std::string>& text) {
  static const RE2 number(R"((\d{1,6})(?:[.,](\d{1,2})\d*)?\s*%?)");
  std::string whole, part;
  if (!text ||
      !RE2::FullMatch(collapse_spaces(ascii_digits(text->substr(0, 40))), number, &whole, &part)) {
    return std::nullopt;
  }
  part.resize(2, '0');
  return std::stoi(whole) * 100 + std::stoi(part);
}

int count_of(const Thing& rating) {
  for (const char* property : {"ratingCount", "reviewCount"}) {
    if (const auto count = number_of(rating.text(property))) return *count / 100;
  }
  return 0;
}

}  // namespace

std::optional<StatedRating> stated_rating(const std::vector<DescribedPage>& pages) {
  constexpr int stars = 500;  // the best where none is said (schema.org, bestRating)
  std::optional<StatedRating> best;
  for (const DescribedPage& page : pages) {
    for (const Thing& thing : page.data.things) {
      if (!is_organization(thing)) continue;
      for (const auto& [property, part] : thing.parts) {
        if (property != "aggregateRating") continue;
        const Thing& rating = page.data.things[part];
        const auto value = number_of(rating.text("ratingValue"));
        const int highest = number_of(rating.text("bestRating")).value_or(stars);
        if (!value || highest <= 0 || *value > highest) continue;
        const int votes = count_of(rating);
        if (best && best->votes >= votes) continue;
        best = StatedRating{100 * *value / highest, votes,
                            CompanyThing{&page, &rating}.evidence("ratingValue")};
      }
    }
  }
  return best;
}

void say_rating(Facts& facts, const std::optional<StatedRating>& rating) {
  if (!rating) {
    facts.unknown("rating", Reason::manual_only);
    facts.unknown("votes", Reason::manual_only);
    return;
  }
  constexpr int enough = 20;  // voters who agree are looks that agree
  facts.say("rating", rating->percent, {rating->evidence}).signals =
      rating->votes >= enough ? 2 : 1;
  facts.say("votes", rating->votes, {rating->evidence});
}

}  // namespace touchstone
