#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_pictures.h"
#include "checks/content_text.h"
#include "checks/money.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check about_page;

namespace {

void say_clicks(Facts& facts, const Site& site, const ClassPage& found) {
  if (found.page) {
    const int clicks = found.section && found.link ? 1
                       : found.section             ? 0
                                                   : site.depth(*found.page);
    facts.say("clicks", clicks, {found.evidence()});
  } else {
    say_unseen(facts, found, {"clicks"});
  }
}

// House numbers and postcodes tell nothing of a company.
bool is_address(std::string_view line, const std::vector<PostalAddress>& addresses) {
  constexpr std::size_t shortest = 8, beginning = 20;
  const std::string shown = collapse_spaces(line);
  return shown.size() >= shortest &&
         std::any_of(addresses.begin(), addresses.end(), [&](const PostalAddress& one) {
           const std::string address = collapse_spaces(one.text);
           return address.find(shown) != std::string::npos ||
                  shown.find(address.substr(0, beginning)) != std::string::npos;
         });
}

// What things cost tells nothing of a company either.
std::string without_amounts(std::string line) {
  constexpr std::size_t most = 20;
  for (const Amount& amount : amounts_in(line, most)) {
    std::fill(line.begin() + static_cast<std::ptrdiff_t>(amount.begin),
              line.begin() + static_cast<std::ptrdiff_t>(amount.end), ' ');
  }
  return line;
}

// Figures that a script counts up to; the text shows 0 until then.
void add_counters(const Element& root, std::set<std::string>& figures) {
  static const RE2 number(R"(\s*(\d{1,7})\s*)");
  constexpr std::size_t most = 100;
  const auto counters =
      root.find(".//*[@data-target or @data-count or @data-counter or @data-to or @data-count-to]");
  for (std::size_t i = 0; i < std::min(counters.size(), most); ++i) {
    for (const char* name :
         {"data-target", "data-count", "data-counter", "data-to", "data-count-to"}) {
      std::string figure;
      const std::string value = counters[i].attribute(name).value_or("").substr(0, 20);
      if (RE2::FullMatch(value, number, &figure)) figures.insert(figure);
    }
  }
}

// Different numbers in what the page says, without those of phones and addresses, of prices and of
// copyright lines. "20Companies" are two elements of one line.
std::set<std::string> figures_in(const std::string& text,
                                 const std::vector<PostalAddress>& addresses) {
  static const RE2 number(
      R"((?:^|[^\w+/@.:-])(\d{1,3}(?:[ .,'’]\d{3})+|\d{1,7})(?:[^\w/@]|[A-Z][a-z]|$))");
  static const RE2 reach(R"(@|©|\+\d|\d{3}[ -]\d{2}[ -]\d{2}|\(\d{2,5}\))");
  constexpr std::size_t enough = 20;
  std::set<std::string> figures;
  for (std::size_t begin = 0; begin < text.size() && figures.size() < enough;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = ascii_digits(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
    if (RE2::PartialMatch(line, reach) || is_address(line, addresses)) continue;
    const std::string counted = without_amounts(line);
    re2::StringPiece rest(counted);
    std::string figure;
    while (figures.size() < enough && RE2::FindAndConsume(&rest, number, &figure)) {
      figures.insert(figure);
    }
  }
  figures.erase("0");
  return figures;
}

void say_content(Facts& facts, const ClassPage& found,
                 const std::vector<PostalAddress>& addresses) {
  if (!found.page) {
    say_unseen(facts, found, {"characters", "figures", "pictures"});
    return;
  }
  const auto why = absence_unproven_because(*found.page);
  const std::string text = content_text(found);
  const auto say = [&](const char* name, std::size_t count, std::size_t full, std::string seen) {
    Evidence evidence = found.evidence();
    if (!seen.empty()) evidence.excerpt = shorten(seen, 200);
    if (why && count < full) {
      facts.unknown(name, *why, {evidence});
    } else {
      // The tree and the text were read apart; both are whole.
      facts.say(name, static_cast<int>(count), {evidence}).signals = 2;
    }
  };
  std::string list;
  auto figures = figures_in(text, addresses);
  add_counters(found.root, figures);
  for (const std::string& figure : figures) list += (list.empty() ? "" : ", ") + figure;
  const auto pictures = content_pictures(*found.page, found.root);
  say("characters", grapheme_count(text), 800, "");
  say("figures", figures.size(), 3, list);
  say("pictures", pictures.size(), 1, pictures.empty() ? "" : pictures.front().address);
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(about_page, *why);
  const ClassPage found = class_page(site, "about");
  Facts facts;
  say_class_page(facts, found);
  say_clicks(facts, site, found);
  say_content(facts, found, presence.addresses);
  return facts;
}

}  // namespace

const Check about_page{"about-page",
                       {{"present", "", "there is a page or a section about the company"},
                        {"dead", "", "the link to it leads nowhere"},
                        {"linked", "", "a link leads to it, not only a usual address"},
                        {"framed", "", "a link to it stands in a header, a menu or a footer"},
                        {"clicks", "", "clicks from home"},
                        {"characters", "", "what it says, without the frame of the page"},
                        {"figures", "", "different numbers in that"},
                        {"pictures", "", "pictures beside that"}},
                       measure};

}  // namespace touchstone::checks
