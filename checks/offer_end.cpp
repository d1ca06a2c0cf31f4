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

// The headings that a box of an offer begins with: up to three short lines before the line of the
// day.
std::string_view headings_before(std::string_view text, std::size_t at) {
  constexpr std::size_t lines = 3, longest = 100;
  const std::size_t end = text.substr(0, at).rfind('\n');
  if (end == std::string_view::npos) return {};
  std::size_t begin = end;
  for (std::size_t line = 0; line < lines && begin > 0; ++line) {
    const std::size_t before = text.rfind('\n', begin - 1);
    const std::size_t next = before == std::string_view::npos ? 0 : before;
    if (begin - next > longest) break;
    begin = next;
  }
  return text.substr(begin, end - begin);
}

bool speaks_of_offers(std::string_view text) {
  return has_listed_phrase(fold(text), "checks/data/promotion-words.txt");
}

}  // namespace

// In most languages the word stands before the day, in some right behind it.
bool is_last_day(std::string_view text, const TextDate& date) {
  const std::size_t begin = date.begin - std::min(date.begin, beside);
  const std::string before = fold(text.substr(begin, date.begin - begin));
  const std::string behind = fold(text.substr(date.end, beside / 2));
  return has_listed_phrase(before, "checks/data/until-words.txt") ||
         has_listed_phrase(behind, "checks/data/until-words.txt");
}

std::vector<OfferEnd> offer_ends(const Page& page) {
  constexpr std::size_t most = 100;
  std::vector<OfferEnd> ends;
  const std::string& text = page.text();
  for (const TextDate& date : dates_in(text, most)) {
    if (!is_last_day(text, date)) continue;
    const std::string_view line = line_round(text, date.begin);
    if (!speaks_of_offers(line) && !speaks_of_offers(headings_before(text, date.begin))) continue;
    ends.push_back({date.day, {page.url().href(), "visible text", shorten(line, 200)}});
  }
  return ends;
}

}  // namespace touchstone
