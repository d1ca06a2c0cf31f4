#include <algorithm>
#include <unordered_set>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/unseen.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/phrase_list.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone::checks {

extern const Check certificates_partners;

namespace {

// What stands below the headings that promise certificates, awards, partners or clients.
struct Shown {
  std::unordered_set<std::string> pictures, links;  // addresses; links to others alone
  std::vector<Evidence> evidence;
};

bool is_heading(const Element& element) {
  const auto name = element.name();
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// A short heading that has one of the words: a long one is the headline of an article.
bool promises(const std::string& heading) {
  constexpr std::size_t most_words = 6;
  const std::string folded = fold(heading);
  return words(folded).size() <= most_words &&
         !has_listed_phrase(folded, "checks/data/saying-words.txt") &&
         has_listed_phrase(folded, "checks/data/certificate-words.txt");
}

bool is_payment(const Element& picture) {
  static const std::vector<const char*> ways{"visa",   "mastercard", "maestro", "paypal",
                                             "klarna", "apple-pay",  "sepa",    "unionpay"};
  const std::string name =
      fold(picture.attribute("alt").value_or("") + " " + picture.attribute("src").value_or(""));
  return std::any_of(ways.begin(), ways.end(),
                     [&](const char* way) { return name.find(way) != std::string::npos; });
}

std::string source_of(const Page& page, const Element& picture) {
  for (const char* name : {"data-src", "data-lazy-src", "src"}) {
    const std::string value = collapse_spaces(picture.attribute(name).value_or(""));
    if (value.empty() || value.starts_with("data:")) continue;
    if (const auto url = page.base().resolve(value)) return url->href();
  }
  return {};
}

// Up to the next heading, or as many elements as a wall of logos has.
void read_block(const Site& site, const Page& page, const Element& heading, Shown& shown) {
  constexpr int most = 1'000;
  int elements = 0;
  bool inside = true;
  walk_on(heading, [&](const Step& step) {
    if (step.kind == Step::Kind::leave && step.element == heading) inside = false;
    if (step.kind != Step::Kind::enter) return Walk::into;
    if (++elements > most) return Walk::stop;
    if (!inside && (is_heading(step.element) || step.element.name() == "footer")) return Walk::stop;
    if (hides_itself(step.element)) return Walk::past;
    if (step.element.name() == "img" && !is_payment(step.element)) {
      const std::string address = source_of(page, step.element);
      if (!address.empty()) shown.pictures.insert(address);
    }
    if (step.element.name() == "a") {
      const auto url = page.base().resolve(step.element.attribute("href").value_or(""));
      if (url && !site.is_own(*url)) shown.links.insert(url->without_fragment().href());
    }
    return Walk::into;
  });
}

Shown find(const Site& site) {
  constexpr std::size_t most_headings = 200, most_blocks = 20, most_pages = 100;
  Shown shown;
  std::size_t pages = 0;
  for (const Page* page : site.pages()) {
    if (!page->document()) continue;
    if (++pages > most_pages) break;
    const auto headings = page->document()->find("//h1 | //h2 | //h3 | //h4 | //h5");
    std::size_t blocks = 0;
    for (std::size_t i = 0; i < std::min(headings.size(), most_headings); ++i) {
      const std::string heading = collapse_spaces(visible_text(headings[i], 200));
      if (!promises(heading) || ++blocks > most_blocks) continue;
      const std::size_t before = shown.pictures.size();
      read_block(site, *page, headings[i], shown);
      if (shown.pictures.size() > before && shown.evidence.size() < 20) {
        shown.evidence.push_back({page->url().href(), headings[i].path(), shorten(heading, 100)});
      }
    }
  }
  return shown;
}

// A link to the issuer is worth something while it leads there.
void say_links(Facts& facts, const Site& site, const Shown& shown) {
  int dead = 0, others = 0;
  for (const std::string& address : shown.links) {
    const auto url = Url::parse(address);
    const Visit* visit = url ? site.visit_of(*url) : nullptr;
    ++(visit && leads_nowhere(visit->fetch) ? dead : others);
  }
  facts.say("issuers", others, shown.evidence);
  facts.say("dead_issuers", dead, shown.evidence).signals = dead >= 2 ? 2 : 1;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(certificates_partners, *why);
  const Shown shown = find(site);
  if (shown.pictures.empty()) {
    if (const auto why =
            site_absence_unproven_because(site, {"about", "team", "cases", "reviews"})) {
      return all_unknown(certificates_partners, *why);
    }
    Facts facts = all_not_applicable(certificates_partners);
    facts.say("shown", 0);
    return facts;
  }
  Facts facts;
  facts.say("shown", static_cast<int>(shown.pictures.size()), shown.evidence);
  say_links(facts, site, shown);
  return facts;
}

}  // namespace

const Check certificates_partners{
    "certificates-partners",
    {{"shown", "", "pictures below headings of certificates, awards, partners or clients"},
     {"issuers", "", "links to others beside them that lead somewhere, as far as they were tried"},
     {"dead_issuers", "", "links to others beside them that lead nowhere"}},
    measure};

}  // namespace touchstone::checks
