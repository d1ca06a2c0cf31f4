#include <algorithm>

#include "checks/check.h"
#include "checks/headline.h"
#include "checks/nothing_found.h"
#include "checks/presence/missing_frame.h"
#include "checks/sample_share.h"
#include "checks/search_answer.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check site_search;

namespace {

bool names(const Link& link, const std::string& word) {
  const std::string name = fold(link.name());
  if (name.find(word) != std::string::npos) return true;
  const auto parts = words(name);
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return same_root(part, word); });
}

// Whether the word of the start page's headline is found.
void say_answer(Facts& facts, const SearchAnswer& answer) {
  if (answer.unseen) {
    for (const char* name : {"status", "matches", "first_byte"}) {
      facts.unknown(name, *answer.unseen);
    }
    return;
  }
  const Fetch& fetch = answer.visit->fetch;
  const int looks = fetch.attempt > 1 ? 2 : 1;
  facts.say("status", fetch.status(), {answer.seen(std::to_string(fetch.status()))}).signals =
      looks;
  const auto matches = std::count_if(answer.links.begin(), answer.links.end(),
                                     [&](const Link* link) { return names(*link, answer.word); });
  const auto why =
      answer.page ? absence_unproven_because(*answer.page) : std::optional(Reason::no_source);
  if (matches == 0 && fetch.ok() && why) {
    facts.unknown("matches", *why);
  } else {
    facts.say("matches", static_cast<int>(matches), {answer.seen(answer.word)});
  }
  if (fetch.first_byte_us() > 0) {
    facts.say("first_byte", fetch.first_byte_us() / 1'000, {answer.seen("")}).signals = looks;
  } else {
    facts.unknown("first_byte", Reason::not_captured);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(site_search, *why);
  if (!offers_search(site)) return nothing_found(site_search, site, {"search"});
  Facts facts;
  facts.say("present", true);
  SampleShare share;
  for (const Page* page : site.sample()) share.see(*page, has_search(*page), "//form");
  share.say(facts, "share");
  say_answer(facts, search_answer(site, "word"));
  return facts;
}

}  // namespace

const Check site_search{"site-search",
                        {{"present", "", "a page of the sample offers to search the site"},
                         {"share", "%", "pages of the sample that do"},
                         {"status", "", "what the search answers to a word of the home page"},
                         {"matches", "", "links of that answer that have the word"},
                         {"first_byte", "ms", "time to the first byte of that answer"}},
                        measure};

}  // namespace touchstone::checks
