#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/controls.h"
#include "checks/linked_files.h"
#include "checks/money.h"
#include "checks/offer_end.h"
#include "checks/phrase_groups.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check price_list;

namespace {

constexpr std::size_t most_pictures = 500;

// Where a page of another kind shows what things cost: a shop's goods, a price on the home page.
// Articles name amounts, too, and so do notices of law.
const Page* page_with_amounts(const Site& site) {
  constexpr std::size_t enough = 3;
  const Page* best = nullptr;
  std::size_t most = enough - 1;
  for (const Page* page : site.pages()) {
    const auto classes = classes_of(site, *page);
    const bool tells_stories = std::any_of(classes.begin(), classes.end(), [](const auto& name) {
      static const std::vector<std::string> not_for_sale{"blog",    "press",  "careers", "terms",
                                                         "privacy", "cases",  "reviews", "delivery",
                                                         "about",   "loyalty"};
      return std::find(not_for_sale.begin(), not_for_sale.end(), name) != not_for_sale.end();
    });
    if (tells_stories) continue;
    const std::size_t amounts = amounts_in(content_text(*page), 100).size();
    if (amounts <= most) continue;
    most = amounts;
    best = page;
  }
  return best;
}

// A file whose link or name promises prices; the first.
std::optional<LinkedFile> price_file(const Site& site) {
  for (const LinkedFile& file : linked_files(site)) {
    const std::string language = file.page->language();
    const bool promised = match_concept(file.link->name(), "prices", language) != Match::none ||
                          match_slug("/" + file.name(), "prices") != Match::none;
    if (promised && !file.dead() && file.ending != "zip" && file.ending != "rar") return file;
  }
  return std::nullopt;
}

std::string picture_words(const Element& picture) {
  std::string words;
  for (const char* name : {"src", "data-src", "alt", "title", "class", "id"}) {
    words += picture.attribute(name).value_or("").substr(0, 300) + " ";
  }
  return fold(words);
}

void say_pictures(Facts& facts, const Page& page) {
  static const RE2 scheme("infograph|инфограф|інфограф|price[-_]?scheme|preisgrafik");
  static const RE2 prices(
      "price|prais|prays|preis|tarif|cennik|cenik|прайс|цены|ціни|precio|preco|prix");
  bool infographic = false, in_picture = false;
  std::size_t looked_at = 0;
  if (page.document()) {
    for (const Element& picture : page.document()->find("//img | //svg")) {
      if (++looked_at > most_pictures) break;
      const std::string words = picture_words(picture);
      infographic = infographic || RE2::PartialMatch(words, scheme);
      in_picture = in_picture || RE2::PartialMatch(words, prices);
    }
  }
  facts.say("infographic", infographic);
  facts.say("in_picture", in_picture);
}

// The newest date there; a date in a line that speaks of prices is surely theirs.
void say_date(Facts& facts, const Site& site, const Page& page, const std::string& text) {
  const auto today = std::chrono::floor<std::chrono::days>(site.recording().taken);
  const auto dates = dates_in(text);
  if (dates.empty()) {
    const auto why = absence_unproven_because(page);
    why ? facts.unknown("age", *why) : facts.absent("age");
    facts.not_applicable("over");
    return;
  }
  const auto newest = std::max_element(dates.begin(), dates.end(),
                                       [](const auto& a, const auto& b) { return a.day < b.day; });
  const auto line = text.rfind('\n', newest->begin) + 1;
  const auto words = text.substr(line, text.find('\n', newest->end) - line);
  const bool of_prices = match_concept(words, "prices", page.language()) != Match::none;
  const std::vector<Evidence> evidence{{page.url().href(), "", shorten(words, 100)}};
  const auto age = std::max<std::int64_t>(0, (today - newest->day).count());
  // What held until then holds no more, however short a time ago.
  const bool over = age > 0 && is_last_day(text, *newest);
  facts.say("age", age, evidence).signals = of_prices || over ? 2 : 1;
  facts.say("over", over, evidence);
}

void say_tools(Facts& facts, const Page& page, const std::string& text) {
  static const PhraseGroups tools("checks/data/tool-words.txt");
  const std::size_t inputs =
      page.document() ? page.document()->find("//main//input | //form//input | //select").size()
                      : 0;
  facts.say("calculator", inputs >= 2 && tools.names("calculator", text));
}

void say_page(Facts& facts, const Site& site, const Page& page, const std::string& text) {
  const auto amounts = amounts_in(text);
  const auto why = absence_unproven_because(page);
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < std::min<std::size_t>(amounts.size(), 5); ++i) {
    evidence.push_back(
        {page.url().href(), "", text.substr(amounts[i].begin, amounts[i].end - amounts[i].begin)});
  }
  if (amounts.empty() && why) {
    facts.unknown("amounts", *why, {{page.url().href(), "", ""}});
  } else {
    facts.say("amounts", amounts.size(), evidence);
  }
  say_date(facts, site, page, text);
  const Controls controls = controls_of(page);
  const auto& pressed = controls.order.empty() ? controls.ask : controls.order;
  say_shown(facts, "next_step", !pressed.empty(), page, pressed);
  say_pictures(facts, page);
  say_tools(facts, page, text);
}

void say_file(Facts& facts, const LinkedFile& file) {
  facts.say("file_only", true, {file.evidence()});
  const auto size = file.size();
  if (size) {
    facts.say("file_size", *size / 1024, {file.evidence()});
  } else {
    facts.unknown("file_size", file.unseen.value_or(Reason::no_source), {file.evidence()});
  }
}

Facts measure(const Site& site, const Presence&) {
  ClassPage found = class_page(site, "prices");
  Facts facts;
  const bool closed = found.unproven && !site.home();
  std::string text = content_text(found);
  const bool without = !found.page || amounts_in(text, 1).empty();
  if (!closed && without && !found.dead) {
    if (const Page* page = found.page ? nullptr : page_with_amounts(site)) {
      found = {};
      found.page = page;
      text = content_text(*page);
    }
  }
  const auto file = closed || !without ? std::nullopt : price_file(site);
  say_class_page(facts, found);
  const bool file_only = file && (!found.page || amounts_in(text, 1).empty());
  if (file_only) {
    facts.say("present", true, {file->evidence()});
    if (!found.dead) facts.say("dead", false);
    say_file(facts, *file);
  } else {
    facts.say("file_only", false);
    facts.not_applicable("file_size");
  }
  if (found.page) {
    say_page(facts, site, *found.page, text);
  } else {
    say_unseen(facts, found,
               {"amounts", "age", "over", "next_step", "infographic", "in_picture", "calculator"});
  }
  return facts;
}

}  // namespace

const Check price_list{
    "price-list",
    {{"present", "", "there is a page or a file with prices, or a link that promises one"},
     {"dead", "", "the link to the prices leads nowhere"},
     {"amounts", "", "amounts of money on the page"},
     {"file_only", "", "prices stand in a file alone"},
     {"file_size", "KiB", "size of that file"},
     {"in_picture", "", "a picture on the page is named after prices"},
     {"age", "days", "age of the newest date on the page"},
     {"over", "", "that date is the last day of something, and past"},
     {"next_step", "", "a button to order or ask stands on the page"},
     {"infographic", "", "a picture explains the prices"},
     {"calculator", "", "a calculator stands on the page"}},
    measure};

}  // namespace touchstone::checks
