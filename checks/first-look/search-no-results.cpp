#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "checks/check.h"
#include "checks/content_text.h"
#include "checks/search_answer.h"
#include "checks/unseen.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check search_no_results;

namespace {

bool says_one_of(const std::string& folded, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return contains_phrase(folded, phrase); });
}

// "own": in the site's language; "number": a zero alone, or words of another language; "none".
const char* message_of(const std::string& text, const std::string& language) {
  static const RE2 zero(R"((?:^|[^\d.,:])0\s?(?:[\p{L}]|$)|\(0\))");
  const std::string folded = fold(text, language == "tr");
  const bool number = RE2::PartialMatch(folded, zero);
  auto own = word_list("nothing-found", language);
  // "0 results" is a number with a unit, no sentence.
  std::erase_if(own, [](const std::string& phrase) { return phrase.starts_with('0'); });
  if (says_one_of(folded, own)) return "own";
  if (number || says_one_of(folded, word_list("nothing-found"))) return "number";
  return "none";
}

// It shows what it showed for a word that exists: the question was not read.
bool shows_the_same(const SearchAnswer& nothing, const SearchAnswer& word) {
  if (nothing.links.size() < 3) return false;
  std::unordered_set<std::string_view> known;
  for (const Link* link : word.links) known.insert(link->url->href());
  const auto same = std::count_if(nothing.links.begin(), nothing.links.end(), [&](const Link* one) {
    return known.contains(one->url->href());
  });
  return 10 * static_cast<std::size_t>(same) >= 9 * nothing.links.size();
}

// Its main part, where it has one, or all that it says of its own.
bool is_blank(const Page& page, const std::string& content) {
  constexpr std::size_t letters = 5, longest = 2'000;
  const auto main = page.document()->first("//main | //*[@role='main']");
  return letter_count(main ? visible_text(*main, longest) : content) < letters;
}

bool has_contact(const Page& page) {
  return std::any_of(page.links().begin(), page.links().end(), [&](const Link& link) {
    const std::string scheme = fold(link.href.substr(0, 7));
    return scheme.starts_with("tel:") || scheme.starts_with("mailto:") ||
           match_concept(link.name(), "contact", page.language()) != Match::none;
  });
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(search_no_results, *why);
  if (!offers_search(site)) return all_not_applicable(search_no_results);
  const SearchAnswer answer = search_answer(site, "nothing");
  if (answer.unseen) return all_unknown(search_no_results, *answer.unseen);
  const Fetch& fetch = answer.visit->fetch;
  Facts facts;
  const int looks = fetch.attempt > 1 ? 2 : 1;
  facts.say("status", fetch.status(), {answer.seen(std::to_string(fetch.status()))}).signals =
      looks;
  const auto why =
      answer.page ? absence_unproven_because(*answer.page) : std::optional(Reason::no_source);
  if (fetch.status() >= 500 || why) {
    for (const char* name : {"message", "blank", "same", "links", "contact_way"}) {
      why ? facts.unknown(name, *why) : facts.not_applicable(name);
    }
    return facts;
  }
  const std::string text = content_text(*answer.page);
  const std::string language = site.home()->language();
  const char* message = message_of(text + "\n" + answer.page->title(), language);
  if (std::string_view(message) != "own" && word_list("nothing-found", language).empty()) {
    facts.unknown("message", Reason::language_unsupported);
  } else {
    facts.say("message", message, {answer.seen(text)});
  }
  // An empty text and a content without links are two looks.
  facts.say("blank", is_blank(*answer.page, text)).signals = answer.links.empty() ? 2 : 1;
  facts.say("same", shows_the_same(answer, search_answer(site, "word"))).signals = 2;
  facts.say("links", static_cast<int>(answer.links.size()), {answer.seen("")});
  facts.say("contact_way", has_contact(*answer.page));
  return facts;
}

}  // namespace

const Check search_no_results{
    "search-no-results",
    {{"status", "", "what the search answers to a word that exists nowhere"},
     {"message", "",
      "how it says that nothing was found: own (in the site's language), number (a zero or another "
      "language), none"},
     {"blank", "", "its content says nothing at all"},
     {"same", "", "it shows what it shows for a word that exists"},
     {"links", "", "links of its content into the site"},
     {"contact_way", "", "it has a way to ask a human"}},
    measure};

}  // namespace touchstone::checks
