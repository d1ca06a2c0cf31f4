#include <re2/re2.h>

#include <algorithm>

#include "checks/absence.h"
#include "checks/brand.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/durations.h"
#include "checks/legal_text.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check guarantees;

namespace {

constexpr std::size_t kMostPages = 60;
constexpr std::size_t kTextLookedAt = 100'000;  // bytes of a page
constexpr std::size_t kLongestLine = 2'000;     // bytes
constexpr std::size_t kNear = 80;               // bytes between the word and its period
constexpr std::size_t kLongestNotice = 200;     // bytes of a line that gives a guarantee
constexpr std::size_t kMostHeadings = 200;      // of a page

std::string squeezed(std::string_view text) {
  std::string joined;
  for (const std::string& word : words(text)) joined += word;
  return joined;
}

// Folded, and without addresses and the company's name, which may be such a word itself.
std::string folded_beside(const std::vector<std::string>& brands, std::string_view text) {
  static const RE2 address(R"(\S+@\S+|\bwww\.\S+|https?://\S+|[\w-]+\.[a-z]{2,6}\b)");
  std::string folded = fold(text);
  RE2::GlobalReplace(&folded, address, " ");
  const std::string whole = squeezed(folded);
  const bool is_brand = std::any_of(brands.begin(), brands.end(), [&](const std::string& brand) {
    return !whole.empty() && squeezed(brand).starts_with(whole);
  });
  if (is_brand) return {};
  for (const std::string& brand : brands) {
    for (auto at = folded.find(brand); at != folded.npos; at = folded.find(brand, at + 1)) {
      std::fill_n(folded.begin() + static_cast<std::ptrdiff_t>(at), brand.size(), ' ');
    }
  }
  return folded;
}

// Where a word for a guarantee begins in a folded text; npos: nowhere. That somebody guarantees his
// quality is a way to speak, so verbs do not count.
std::size_t guarantee_in(std::string_view folded, std::size_t from = 0) {
  static const RE2 pattern([] {
    std::string all;
    for (const auto line : embedded_list("checks/data/guarantee-words.txt")) {
      (all += all.empty() ? "" : "|") += line;
    }
    return "(?:^|[^\\pL])(?:(?:we|to|i|they|you|will|can|cannot|not|must|who|that|always|and|also) "
           "guarantees?|(" +
           all + "))";
  }());
  re2::StringPiece whole(folded.data(), folded.size()), part[2];
  while (from <= folded.size() &&
         pattern.Match(whole, from, whole.size(), RE2::UNANCHORED, part, 2)) {
    if (part[1].data()) return static_cast<std::size_t>(part[1].data() - whole.data());
    from = static_cast<std::size_t>(part[0].data() - whole.data()) + part[0].size();
  }
  return std::string_view::npos;
}

// Not "for 58 years": that is how old the company is.
bool has_period_near(std::string_view folded, std::size_t word) {
  constexpr int longest = 30 * 365 * 24;  // hours
  const std::size_t begin = word > kNear ? word - kNear : 0;
  const auto periods = durations_in(folded.substr(begin, 2 * kNear), 4);
  return std::any_of(periods.begin(), periods.end(),
                     [](const Duration& period) { return period.hours <= longest; });
}

struct Promise {
  std::optional<Evidence> word, period, heading;
};

// The names of the company in which the letters of a guarantee stand.
std::vector<std::string> brands_in_question(const Site& site) {
  constexpr std::size_t most = 10, longest_word = 12;
  std::vector<std::string> brands;
  for (std::string& brand : brand_names(site)) {
    const bool asks = guarantee_in(brand) != std::string::npos;
    // A name that is nothing but the word would hide every promise.
    const bool longer = words(brand).size() > 1 || brand.size() >= longest_word;
    if (asks && longer && brands.size() < most) brands.push_back(std::move(brand));
  }
  return brands;
}

void read_text(const Page& page, const std::vector<std::string>& brands, Promise& promise) {
  std::string_view rest = std::string_view(page.text()).substr(0, kTextLookedAt);
  while (!rest.empty() && !promise.period) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view written = rest.substr(0, std::min(end, kLongestLine));
    const std::string line = folded_beside(brands, written);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    for (auto at = guarantee_in(line); at != std::string::npos;
         at = guarantee_in(line, at + kNear)) {
      const Evidence evidence{page.url().href(), "text", shorten(collapse_spaces(written), 200)};
      // Without a period beside it, the word in a long sentence is a boast.
      if (!promise.word && line.size() <= kLongestNotice) promise.word = evidence;
      if (!has_period_near(line, at)) continue;
      promise.word = promise.period = evidence;
      break;
    }
  }
}

void read_headings(const Page& page, const std::vector<std::string>& brands, Promise& promise) {
  if (promise.heading || !page.document()) return;
  std::size_t looked = 0;
  for (const Element& heading : page.document()->find("//h1 | //h2 | //h3 | //h4")) {
    if (++looked > kMostHeadings) return;
    const std::string text = collapse_spaces(heading.text().substr(0, kLongestLine));
    if (guarantee_in(folded_beside(brands, text)) == std::string::npos) continue;
    promise.heading = Evidence{page.url().href(), heading.path(), shorten(text, 200)};
    return;
  }
}

std::vector<Evidence> only(const std::optional<Evidence>& evidence) {
  return evidence ? std::vector{*evidence} : std::vector<Evidence>{};
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(guarantees, *why);
  const ClassPage own = class_page(site, "guarantee");
  const auto brands = brands_in_question(site);
  Promise promise;
  std::size_t looked = 0;
  for (const Page* page : site.pages()) {
    if (++looked > kMostPages) break;
    // Terms exclude warranties, and laws name them: no promise to a customer.
    if (is_legal_text(site, *page)) continue;
    read_text(*page, brands, promise);
    read_headings(*page, brands, promise);
  }
  Facts facts;
  const bool present = promise.word || own.page || own.dead;
  const auto unproven =
      own.unproven ? own.unproven
                   : site_absence_unproven_because(site, {"guarantee", "terms", "returns",
                                                          "delivery", "payment", "about", "faq"});
  if (!present && unproven) return all_unknown(guarantees, *unproven);
  facts.say("present", present, promise.word ? only(promise.word) : std::vector{own.evidence()});
  if (!present) {
    for (const char* name : {"period", "own_place", "dead"}) facts.not_applicable(name);
    return facts;
  }
  if (promise.period || !unproven) {
    facts.say("period", promise.period.has_value(),
              only(promise.period ? promise.period : promise.word));
  } else {
    facts.unknown("period", *unproven);
  }
  facts.say("dead", own.dead, own.link ? std::vector{own.link_evidence()} : only(std::nullopt));
  facts.say("own_place", own.page || promise.heading,
            own.page ? std::vector{own.evidence()} : only(promise.heading));
  return facts;
}

}  // namespace

const Check guarantees{"guarantees",
                       {{"present", "", "a page other than the terms speaks of a guarantee"},
                        {"period", "", "a number and a unit of time stand beside the word"},
                        {"own_place", "", "a page or a section of its own is about it"},
                        {"dead", "", "the link to the page about it leads nowhere"}},
                       measure};

}  // namespace touchstone::checks
