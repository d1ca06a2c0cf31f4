#include <algorithm>

#include "checks/check.h"
#include "checks/style_rules.h"
#include "checks/unseen.h"
#include "site/language_tag.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check text_direction;

namespace {

std::string direction_of(const std::optional<Element>& element) {
  return element ? collapse_spaces(fold(element->attribute("dir").value_or(""))) : std::string();
}

bool turned_by_style(const std::optional<Element>& element) {
  return element && declared_value(element->attribute("style").value_or(""), "direction") == "rtl";
}

enum class Turned { by_markup, elsewhere, not_at_all };

// How a page in a right-to-left language says so. `unseen`: why a style may say it all the same.
Turned direction_of(const Site& site, const Page& page, std::optional<Reason>& unseen) {
  const std::optional<Element> root = page.document()->root(), body = page.document()->body();
  if (direction_of(root) == "rtl") return Turned::by_markup;
  if (direction_of(root) == "auto" || direction_of(body) == "rtl" || turned_by_style(root) ||
      turned_by_style(body)) {
    return Turned::elsewhere;
  }
  bool turned = false;
  unseen = each_rule_of(site, page, [&](const StyleRule& rule, const Evidence&) {
    if (turned || !is_for_every_screen(rule)) return;
    const bool whole = selects_type(rule.selectors, "html") ||
                       selects_type(rule.selectors, "body") ||
                       selects_type(rule.selectors, ":root") || selects_type(rule.selectors, "*");
    turned = whole && declared_value(rule.declarations, "direction") == "rtl";
  });
  if (!unseen) unseen = absence_unproven_because(page);
  return turned ? Turned::elsewhere : Turned::not_at_all;
}

void say_directions(Facts& facts, const Site& site, const std::vector<const Page*>& pages) {
  std::vector<Evidence> undirected, loose;
  std::optional<Reason> unproven;
  for (const Page* page : pages) {
    std::optional<Reason> unseen;
    const Turned turned = direction_of(site, *page, unseen);
    const Evidence evidence{page->url().href(), "/html/@dir", page->language()};
    if (turned == Turned::elsewhere) loose.push_back(evidence);
    if (turned != Turned::not_at_all) continue;
    if (unseen) {
      unproven = unseen;
    } else {
      undirected.push_back(evidence);
    }
  }
  if (undirected.empty() && unproven) {
    facts.unknown("undirected", *unproven);
  } else {
    facts.say("undirected", undirected.size(), undirected);
  }
  facts.say("loose", loose.size(), loose);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Digits keep their order by themselves only when nothing but "-", "/" or "." joins them; a plus,
// blanks and brackets wander to the other side (UAX #9, rules W4 and N1).
bool may_fall_apart(const std::string& number) {
  const std::string text = ascii_digits(number);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool joins = (text[i] == '-' || text[i] == '/' || text[i] == '.') && i > 0 &&
                       i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    if (!is_digit(text[i]) && !joins) return true;
  }
  return false;
}

// The element, one inside it that holds all of it, or one round it sets the number apart.
bool is_isolated(const Element& element) {
  const auto sets_apart = [](const Element& one) {
    return one.name() == "bdi" || one.name() == "bdo" ||
           fold(one.attribute("dir").value_or("")) == "ltr" ||
           declared_value(one.attribute("style").value_or(""), "direction") == "ltr";
  };
  const auto inside = element.children();
  if (inside.size() == 1 && sets_apart(inside.front())) return true;
  for (Element at = element; at && at.name() != "body" && at.name() != "html"; at = at.parent()) {
    if (sets_apart(at)) return true;
  }
  return false;
}

void say_numbers(Facts& facts, const Presence& presence, const std::vector<const Page*>& pages) {
  constexpr std::size_t enough = 20;  // finding each place costs a walk
  std::vector<Evidence> bare;
  std::size_t looked = 0;
  for (const Phone& phone : presence.phones) {
    if (!phone.printed || phone.place.empty() || !may_fall_apart(*phone.printed)) continue;
    const auto page = std::find_if(pages.begin(), pages.end(),
                                   [&](const Page* one) { return one->url().href() == phone.url; });
    if (page == pages.end() || ++looked > enough) continue;
    const auto element = (*page)->document()->first(phone.place);
    if (!element || is_isolated(*element)) continue;
    bare.push_back({phone.url, phone.place, shorten(*phone.printed, 40)});
  }
  if (looked == 0) {
    facts.not_applicable("bare_numbers");
  } else {
    facts.say("bare_numbers", bare.size(), bare);
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(text_direction, *why);
  std::vector<const Page*> pages;
  for (const Page* page : site.sample()) {
    if (page->document() && is_right_to_left(page->language())) pages.push_back(page);
  }
  if (pages.empty()) {
    const bool unread = site.home()->language().empty();
    const auto why = unread ? absence_unproven_because(*site.home()) : std::nullopt;
    return why ? all_unknown(text_direction, *why) : all_not_applicable(text_direction);
  }
  Facts facts;
  say_directions(facts, site, pages);
  say_numbers(facts, presence, pages);
  return facts;
}

}  // namespace

const Check text_direction{
    "text-direction",
    {{"undirected", "", "pages in a right-to-left language that run from left to right"},
     {"loose", "", "pages that are turned round by a style, the body or the browser's guess"},
     {"bare_numbers", "", "phone numbers on such pages that nothing keeps in their order"}},
    measure};

}  // namespace touchstone::checks
