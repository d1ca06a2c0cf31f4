#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/durations.h"
#include "checks/phrase_groups.h"
#include "checks/served_countries.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/phrase_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check returns_page;

namespace {

// Stems, because the words bend: "returned", "возврата", "Rücksendung".
bool speaks_of_returns(std::string_view text) {
  static const RE2 stems(
      "(?:^|[^\\pL])(?:return|refund|send back|exchange|withdraw|возврат|верн|вернуть|обмен|поверн|"
      "zuruck|widerruf|ruckgab|rucksend|retour|retract|renvo|devol|reembols|reso|restitu|rimbors|"
      "recess|zwro|zwrac|odstapi|iade|degisim|vrace|vrati|retur|anger|बदल|रिटर्न|वापस)|"
      "بازگشت|مرجوع|ارجاع|استرجاع|استرداد|退|返品|返金|交換|반품|환불|교환|החזר|ביטול");
  return RE2::PartialMatch(fold(text), stems);
}

// The line at a place and the one before it, where a heading or a beginning of a sentence stands.
std::string_view words_round(std::string_view text, std::size_t at) {
  constexpr std::size_t furthest = 300;
  std::size_t begin = text.rfind('\n', at);
  if (begin != text.npos && begin > 0) begin = text.rfind('\n', begin - 1);
  begin = begin == text.npos ? 0 : begin + 1;
  if (at - begin > furthest) begin = at - furthest;
  const std::size_t end = std::min({text.find('\n', at), at + furthest, text.size()});
  return text.substr(begin, end - begin);
}

// "120 days before the event" is how early one has to call it off, not how long one may return.
bool counts_down(std::string_view text, const Duration& duration) {
  static const RE2 before(
      R"(^\s*(?:\S+\s){0,2}(?:before|prior|vor|avant|antes|prima|przed|pred|voor|innan|once|до|قبل|לפני|前|전에))");
  constexpr std::size_t near = 40;
  const std::string behind = fold(text.substr(duration.end, near));
  return RE2::PartialMatch(behind, before);
}

// The longest term: that for the money's way back is shorter. A year and more is a guarantee.
void say_days(Facts& facts, const Page& page, const std::string& text) {
  constexpr int longest = 365;
  int days = 0, mentions = 0;
  Evidence evidence{page.url().href(), "", ""};
  for (const Duration& duration : durations_in(text)) {
    const int found = duration.hours / 24;
    if (found == 0 || found >= longest || counts_down(text, duration)) continue;
    const auto words = words_round(text, duration.begin);
    if (!speaks_of_returns(words)) continue;
    ++mentions;
    if (found <= days) continue;
    days = found;
    evidence.excerpt = shorten(collapse_spaces(words), 200);
  }
  const auto why = absence_unproven_because(page);
  if (days > 0) {
    facts.say("days", days, {evidence}).signals = mentions >= 2 ? 2 : 1;
  } else if (why) {
    facts.unknown("days", *why);
  } else {
    facts.absent("days");
  }
}

void say_how(Facts& facts, const Page& page, const std::string& text) {
  static const PhraseGroups how("checks/data/return-how.txt");
  const auto kinds = how.named_in(text);
  const auto named = [&](std::string_view kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  const std::vector<Evidence> evidence{{page.url().href(), "", ""}};
  say_shown(facts, "steps", named("steps"), page, evidence);
  say_shown(facts, "payer", named("payer"), page, evidence);
  bool free = false;
  for (std::size_t at = 0; at < text.size() && !free;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = std::string_view(text).substr(at, end - at);
    free = speaks_of_returns(line) && has_listed_phrase(fold(line), "checks/data/free-words.txt");
    at = end + 1;
  }
  facts.say("free", free);
}

void say_law(Facts& facts, const Site& site, const Presence& presence) {
  const auto members = embedded_list("checks/data/eu-countries.txt");
  const auto is_member = [&](const std::string& country) {
    return std::find(members.begin(), members.end(), country) != members.end();
  };
  const std::string host = site.host();
  bool union_law = is_member(country_of_zone(host.substr(host.rfind('.') + 1)));
  for (const auto& [country, evidence] : served_countries(site, presence)) {
    union_law = union_law || is_member(country);
  }
  facts.say("eu", union_law);
}

// Where returns have no page of their own: the page that speaks of them with a number of days.
const Page* page_that_tells(const Site& site) {
  for (const char* other : {"faq", "terms", "delivery", "guarantee"}) {
    const ClassPage found = class_page(site, other);
    if (!found.page) continue;
    const std::string text = content_text(found);
    for (const Duration& duration : durations_in(text)) {
      if (speaks_of_returns(words_round(text, duration.begin))) return found.page;
    }
  }
  return nullptr;
}

Facts measure(const Site& site, const Presence& presence) {
  ClassPage found = class_page(site, "returns");
  Facts facts;
  const bool own = found.page || found.dead;
  if (!own && !found.link && site.home()) {
    if (const Page* page = page_that_tells(site)) {
      found = {};
      found.page = page;
    }
  }
  say_class_page(facts, found);
  say_law(facts, site, presence);
  if (!found.page) {
    say_unseen(facts, found, {"own_page", "days", "steps", "payer", "free"});
    return facts;
  }
  facts.say("own_page", own, {found.evidence()});
  const std::string text = content_text(found);
  say_days(facts, *found.page, text);
  say_how(facts, *found.page, text);
  return facts;
}

}  // namespace

const Check returns_page{
    "returns-page",
    {{"present", "", "returns are explained somewhere, or a link promises it"},
     {"dead", "", "the link to the page on returns leads nowhere"},
     {"linked", "", "a link leads to it"},
     {"framed", "", "that link stands in a header, a menu or a footer"},
     {"own_page", "", "returns have a page of their own, not a part of another"},
     {"days", "", "days within which goods may be returned"},
     {"eu", "", "the company is at home in the European Union"},
     {"steps", "", "it says how to return something"},
     {"payer", "", "it says who pays for the way back"},
     {"free", "", "a line says that returning costs nothing"}},
    measure};

}  // namespace touchstone::checks
