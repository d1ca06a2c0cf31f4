#include <re2/re2.h>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/money.h"
#include "checks/nothing_found.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check loyalty_program;

namespace {

constexpr std::size_t kMostText = 60'000;  // of a page

bool names_programme(std::string_view folded) {
  return has_listed_phrase(folded, "checks/data/loyalty-words.txt");
}

// Money that a bank gives back is no reward of the company.
bool is_mention(const std::string& folded) {
  return names_programme(folded) && !has_listed_phrase(folded, "checks/data/bank-words.txt");
}

// A line or the name of a link on the page that names a programme.
std::optional<Evidence> mention_on(const Page& page) {
  constexpr std::size_t longest_line = 400;
  for (const Link& link : page.links()) {
    if (link.name().empty() || link.name().size() > longest_line) continue;
    if (!is_mention(fold(link.name()))) continue;
    return Evidence{page.url().href(), link.element.path(), shorten(link.name(), 100)};
  }
  const auto text = std::string_view(page.text()).substr(0, kMostText);
  if (!names_programme(fold(text))) return std::nullopt;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.size() > longest_line || !is_mention(fold(line))) continue;
    return Evidence{page.url().href(), "text", shorten(line, 100)};
  }
  return std::nullopt;
}

// A share, a number of points, an amount.
std::optional<std::string> figure_in(const std::string& text) {
  static const RE2 figure([] {
    std::string points;
    for (const auto word : embedded_list("checks/data/loyalty-points.txt")) {
      points += (points.empty() ? "" : "|") + RE2::QuoteMeta(std::string(word));
    }
    return "([0-9]+(?:[.,][0-9]+)?\\s?(?:[%٪]|(?:" + points + ")(?:\\P{L}|$)))";
  }());
  std::string found;
  if (RE2::PartialMatch(fold(text), figure, &found)) return found;
  const auto amounts = amounts_in(text, 1);
  if (amounts.empty()) return std::nullopt;
  return text.substr(amounts[0].begin, amounts[0].end - amounts[0].begin);
}

void say_page(Facts& facts, const ClassPage& found) {
  const std::string text = content_text(found).substr(0, kMostText);
  const bool rules = has_listed_phrase(fold(text), "checks/data/loyalty-rules.txt");
  const auto figure = figure_in(text);
  Evidence evidence = found.evidence();
  facts.say("present", true, {evidence});
  facts.say("dead", false);
  facts.say("page", true, {evidence});
  say_shown(facts, "rules", rules, *found.page, {evidence});
  if (figure) evidence.excerpt = *figure;
  say_shown(facts, "figures", figure.has_value(), *found.page, {std::move(evidence)});
}

// A link that promises a page of it, which is not there or was not seen.
void say_promise(Facts& facts, const ClassPage& found) {
  facts.say("present", true, {found.link_evidence()});
  for (const char* name : {"dead", "page", "rules", "figures"}) {
    if (found.unproven) {
      facts.unknown(name, *found.unproven, {found.link_evidence()});
    } else {
      facts.not_applicable(name);
    }
  }
  // The answer that nothing is there needs no second sign.
  if (found.dead) facts.say("dead", true, {found.link_evidence()}).signals = 2;
}

// Many words of the class are those of other things, too: a club, points, a voucher.
bool is_meant(const ClassPage& found) {
  if (found.link && is_mention(fold(found.link->name()))) return true;
  return found.page && names_programme(fold(found.page->title() + "\n" +
                                            content_text(found).substr(0, kMostText)));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(loyalty_program, *why);
  const ClassPage found = class_page(site, "loyalty");
  Facts facts;
  if (is_meant(found)) {
    if (found.page) {
      say_page(facts, found);
    } else {
      say_promise(facts, found);
    }
    return facts;
  }
  for (const Page* page : site.sample()) {
    const auto mention = mention_on(*page);
    if (!mention) continue;
    facts = all_not_applicable(loyalty_program);
    facts.say("present", true, {*mention});
    facts.say("dead", false);
    facts.say("page", false, {*mention});
    return facts;
  }
  if (found.unproven) return all_unknown(loyalty_program, *found.unproven);
  return nothing_found(loyalty_program, site, {"loyalty", "promotions", "about"});
}

}  // namespace

const Check loyalty_program{
    "loyalty-program",
    {{"present", "", "the site names a bonus, a club card or a gift card"},
     {"dead", "", "the link to its page leads nowhere"},
     {"page", "", "a page is there for it"},
     {"rules", "", "the page says how it is earned, spent or ends"},
     {"figures", "", "the page names a share, an amount or a number of points"}},
    measure};

}  // namespace touchstone::checks
