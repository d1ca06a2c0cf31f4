#include "checks/offer_end.h"

#include <algorithm>
#include <string>

#include "checks/characters.h"
#include "checks/text_dates.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t beside = 24;  // bytes

std::string_view line_round(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 400;
  std::size_t begin = text.rfind('\n', at), end = text.find('\n', at);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  end = std::min(end, text.size());
  begin = std::max(begin, at - std::min(at, longest));
  return whole_characters(text.substr(begin, std::min(end, at + longest) - begin));
}

// In most languages the word stands before the day, in some right behind it.
bool says_until(std::string_view text, const TextDate& date) {
  const std::size_t begin = date.begin - std::min(date.begin, beside);
  const std::string before = fold(text.substr(begin, date.begin - begin));
  const std::string behind = fold(text.substr(date.end, beside / 2));
  return has_listed_phrase(before, "checks/data/until-words.txt") ||
         has_listed_phrase(behind, "checks/data/until-words.txt");
}

}  // namespace

std::vector<OfferEnd> offer_ends(const Page& page) {
  constexpr std::size_t most = 100;
  std::vector<OfferEnd> ends;
  const std::string& text = page.text();
  for (const TextDate& date : dates_in(text, most)) {
    if (!says_until(text, date)) continue;
    const std::string_view line = line_round(text, date.begin);
    if (!has_listed_phrase(fold(line), "checks/data/promotion-words.txt")) continue;
    ends.push_back({date.day, {page.url().href(), "visible text", shorten(line, 200)}});
  }
  return ends;
}

}  // namespace touchstone
