#include <re2/re2.h>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/money.h"
#include "checks/nothing_found.h"
#include "checks/unseen.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check loyalty_program;

namespace {

constexpr std::size_t kMostHeadings = 200;

// What the customer gets: a share, an amount, a number of points or visits.
std::optional<std::string> figure_in(const std::string& text) {
  static const RE2 figure(
      R"((?i)(\d+[.,]?\d*\s?[%٪]|\b\d+\s?(points?|stamps?|visits?|балл|бонус|штамп|punkt|stempel|points?|punto|ponto|punti|puan|امتیاز|نقطة|ポイント|积分|포인트)))");
  std::string found;
  if (RE2::PartialMatch(ascii_digits(text), figure, &found)) return found;
  const auto amounts = amounts_in(text, 1);
  if (amounts.empty()) return std::nullopt;
  return text.substr(amounts[0].begin, amounts[0].end - amounts[0].begin);
}

// A heading or a link that names a programme of the company's own.
std::optional<Evidence> mention_on(const Page& page) {
  const auto names_it = [](const std::string& text) {
    return has_listed_phrase(fold(text), "checks/data/loyalty-words.txt");
  };
  for (const Link& link : page.links())
    if (names_it(shorten(link.name(), 100)))
      return Evidence{page.url().href(), link.element.path(), shorten(link.name(), 100)};
  std::size_t looked_at = 0;
  if (!page.document()) return std::nullopt;
  for (const Element& heading : page.document()->find("//h1 | //h2 | //h3 | //h4")) {
    if (++looked_at > kMostHeadings) break;
    const auto text = shorten(collapse_spaces(heading.text()), 100);
    if (names_it(text)) return Evidence{page.url().href(), heading.path(), text};
  }
  return std::nullopt;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(loyalty_program, *why);
  const ClassPage found = class_page(site, "loyalty");
  Facts facts;
  if (found.page) {
    const auto figure = figure_in(content_text(found));
    facts.say("present", true, {found.evidence()});
    facts.say("dead", false);
    say_shown(facts, "figures", figure.has_value(), *found.page,
              figure ? std::vector<Evidence>{{found.page->url().href(), "", *figure}}
                     : std::vector{found.evidence()});
    return facts;
  }
  if (found.dead) {
    facts.say("present", true, {found.link_evidence()});
    // The link's promise and the answer behind it.
    facts.say("dead", true, {found.link_evidence()}).signals = 2;
    facts.say("figures", false);
    return facts;
  }
  for (const Page* page : site.pages()) {
    const auto mention = mention_on(*page);
    if (!mention) continue;
    facts.say("present", true, {*mention});
    facts.say("dead", false);
    facts.say("figures", false);
    return facts;
  }
  return nothing_found(loyalty_program, site);
}

}  // namespace

const Check loyalty_program{"loyalty-program",
                            {{"present", "", "the site names a club, a bonus or a gift card"},
                             {"dead", "", "the link to its page leads nowhere"},
                             {"figures", "", "its page says in figures what the customer gets"}},
                            measure};

}  // namespace touchstone::checks
