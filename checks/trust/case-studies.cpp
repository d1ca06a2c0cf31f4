#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "checks/cards.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_pictures.h"
#include "checks/content_text.h"
#include "checks/money.h"
#include "checks/unseen.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check case_studies;

namespace {

// Pages of the site below the page of the cases, or beside it under the same folder.
std::size_t pages_below(const Site& site, const ClassPage& cases) {
  std::string folder(cases.page->url().path());
  folder.erase(folder.rfind('/') + 1);
  const bool is_folder = cases.page->url().path().ends_with('/');
  if (!is_folder) folder = std::string(cases.page->url().path()) + "/";
  std::unordered_set<std::string> below;
  for (const Link& link : cases.page->links()) {
    if (link.region != Region::main || !link.url || !site.is_own(*link.url)) continue;
    const std::string_view path = link.url->path();
    if (folder.size() > 1 && path.starts_with(folder) && path.size() > folder.size()) {
      below.insert(std::string(path));
    }
  }
  return below.size();
}

bool has_figures(const std::string& text) {
  static const RE2 share(R"(\d\s?[%٪]|[%٪]\s?\d|\d\s?(?:x|х)\b)");
  const std::string digits = ascii_digits(text);
  return RE2::PartialMatch(digits, share) || !amounts_in(digits, 1).empty();
}

bool names_client(const Site& site, const Card& card) {
  if (has_listed_phrase(fold(card.text), "checks/data/client-words.txt")) return true;
  return std::any_of(card.links.begin(), card.links.end(), [&](const std::string& link) {
    const auto url = Url::parse(link);
    return url && !site.is_own(*url);
  });
}

void say_number(Facts& facts, const Site& site, const ClassPage& cases,
                const std::vector<Card>& cards) {
  const std::size_t below = pages_below(site, cases);
  const std::size_t number = std::max(cards.size(), below);
  const std::size_t pictures = content_pictures(*cases.page, cases.root).size();
  if (const auto why = absence_unproven_because(*cases.page); why && number < 3) {
    facts.unknown("works", *why);
    facts.unknown("pictures", *why);
    return;
  }
  // Headings and links were counted apart.
  facts.say("works", static_cast<int>(number), {cases.evidence()}).signals = 2;
  facts.say("pictures", static_cast<int>(pictures), {cases.evidence()});
}

void say_proof(Facts& facts, const Site& site, const ClassPage& cases,
               const std::vector<Card>& cards) {
  if (const auto why = absence_unproven_because(*cases.page)) {
    facts.unknown("with_figures", *why);
    facts.unknown("client_named", *why);
    return;
  }
  if (cards.empty()) {
    const bool figures = has_figures(content_text(cases));
    facts.say("with_figures", figures ? 100 : 0, {cases.evidence()});
    facts.say("client_named",
              has_listed_phrase(fold(content_text(cases)), "checks/data/client-words.txt"));
    return;
  }
  std::size_t figures = 0;
  const Card* named = nullptr;
  std::vector<Evidence> evidence;
  for (const Card& card : cards) {
    if (!named && names_client(site, card)) named = &card;
    if (!has_figures(card.text)) continue;
    ++figures;
    if (evidence.size() < 20) {
      evidence.push_back({cases.page->url().href(), card.element.path(), shorten(card.text, 150)});
    }
  }
  facts.say("with_figures", static_cast<int>(100 * figures / cards.size()), std::move(evidence));
  facts.say(
      "client_named", named != nullptr,
      {named ? Evidence{cases.page->url().href(), named->element.path(), shorten(named->text, 150)}
             : cases.evidence()});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(case_studies, *why);
  const ClassPage cases = class_page(site, "cases");
  if (!cases.page && cases.unproven) return all_unknown(case_studies, *cases.unproven);
  Facts facts = all_not_applicable(case_studies);
  facts.say("present", cases.page != nullptr, {cases.evidence()});
  if (!cases.page) return facts;
  const auto cards = work_cards(cases);
  say_number(facts, site, cases, cards);
  say_proof(facts, site, cases, cards);
  return facts;
}

}  // namespace

const Check case_studies{"case-studies",
                         {{"present", "", "a page or a section shows works for customers"},
                          {"works", "", "works that it shows, by headings or pages below it"},
                          {"pictures", "", "pictures that it shows"},
                          {"with_figures", "%", "works with a percentage or an amount"},
                          {"client_named", "", "a client is named or linked"}},
                         measure};

}  // namespace touchstone::checks
