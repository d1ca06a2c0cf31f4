#include "checks/copyright_year.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "checks/characters.h"
#include "site/embedded.h"
#include "site/reading.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t before_sign = 24, behind_sign = 80;  // bytes

// What the footer says; of a page without one, its end.
std::string foot_of(const Page& page) {
  constexpr std::size_t end_of_page = 1'500;
  const Reading reading(page);
  const auto& pieces = reading.pieces();
  std::string foot;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].region != Region::footer || pieces[i].hidden) continue;
    const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].begin : reading.text().size();
    foot += reading.text().substr(pieces[i].begin, end - pieces[i].begin);
  }
  if (!collapse_spaces(foot).empty()) return ascii_digits(foot);
  const std::string& text = page.text();
  return ascii_digits(whole_characters(
      std::string_view(text).substr(text.size() - std::min(text.size(), end_of_page))));
}

// The words before a year say that it is the beginning.
bool is_founding(std::string_view before) {
  while (before.ends_with(' ')) before.remove_suffix(1);
  for (const std::string_view line : embedded_list("checks/data/since-words.txt")) {
    const std::string word = fold(line);
    if (!before.ends_with(word)) continue;
    if (before.size() == word.size() || before[before.size() - word.size() - 1] == ' ') return true;
  }
  return false;
}

std::optional<int> last_year_in(std::string_view text, int now) {
  static const RE2 digits(R"(\b(\d{4})\b)");
  std::optional<int> last;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, digits, &found)) {
    const auto at = static_cast<std::size_t>(found.data() - text.data());
    const auto year = gregorian_year(std::stoi(std::string(found.data(), found.size())));
    if (!year || *year > now + 1 || is_founding(text.substr(0, at))) continue;
    last = std::max(last.value_or(0), *year);
  }
  return last;
}

}  // namespace

std::optional<CopyrightYear> copyright_year(const Page& page, int now) {
  static const RE2 sign(R"((?i)(©|\(c\)|copyright|все права|all rights|حقوق|版权|版權|저작권))");
  const std::string foot = foot_of(page);
  std::optional<CopyrightYear> newest;
  re2::StringPiece rest(foot);
  re2::StringPiece found;
  constexpr int most = 50;
  for (int i = 0; i < most && RE2::FindAndConsume(&rest, sign, &found); ++i) {
    const auto at = static_cast<std::size_t>(found.data() - foot.data());
    const std::size_t begin = at - std::min(at, before_sign);
    const auto near = whole_characters(
        std::string_view(foot).substr(begin, at - begin + found.size() + behind_sign));
    const auto year = last_year_in(fold(near), now);
    if (!year || (newest && newest->year >= *year)) continue;
    newest = CopyrightYear{*year, {page.url().href(), "footer", collapse_spaces(near)}};
  }
  return newest;
}

std::optional<int> gregorian_year(int printed) {
  constexpr int solar_hijri = 621, buddhist = -543, hebrew = -3760;
  if (printed >= 1370 && printed <= 1430) return printed + solar_hijri;
  if (printed >= 1950 && printed <= 2100) return printed;
  if (printed >= 2530 && printed <= 2600) return printed + buddhist;
  if (printed >= 5750 && printed <= 5820) return printed + hebrew;
  return std::nullopt;
}

}  // namespace touchstone
