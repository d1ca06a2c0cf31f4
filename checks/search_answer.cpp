#include "checks/search_answer.h"

#include <algorithm>
#include <unordered_set>

#include "checks/obstacle_at.h"
#include "checks/presence/missing_frame.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone {

namespace {

std::string decoded(std::string_view value) {
  std::string spaced(value);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return collapse_spaces(fold(percent_decode(spaced)));
}

// Of the values in the question the one that the home page says; else the longest.
std::string word_asked(const Site& site, const Url& asked) {
  const std::string said = site.home() ? fold(site.home()->text()) : std::string();
  std::string longest;
  std::string_view query = asked.query();
  for (int i = 0; i < 20 && !query.empty(); ++i) {
    const auto part = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), part.size() + 1));
    const std::string value = decoded(part.substr(std::min(part.size(), part.find('=') + 1)));
    if (letter_count(value) >= 3 && said.find(value) != std::string::npos) return value;
    if (value.size() > longest.size()) longest = value;
  }
  return longest;
}

}  // namespace

Evidence SearchAnswer::seen(std::string_view excerpt) const {
  return {visit ? visit->fetch.asked.href() : "", "search", shorten(excerpt, 200)};
}

SearchAnswer search_answer(const Site& site, std::string_view note) {
  SearchAnswer answer;
  answer.visit = site.visit(Role::site_search, note);
  if (!answer.visit) {
    // A form that sends by POST, or one that only a script understands, is not tried.
    answer.unseen = site.recording().foreign ? Reason::not_captured : Reason::no_source;
    return answer;
  }
  const Fetch& fetch = answer.visit->fetch;
  answer.unseen = unreadable_because(fetch);
  if (const auto obstacle = obstacle_at(site, *answer.visit)) answer.unseen = obstacle->reason;
  if (!answer.unseen && fetch.fault) answer.unseen = Reason::no_source;
  answer.word = word_asked(site, fetch.asked);
  answer.page = site.page(*answer.visit);
  if (!answer.page) return answer;
  std::unordered_set<std::string_view> known;
  for (const Link& link : answer.page->links()) {
    if (link.region != Region::main || link.hidden || !link.url || !site.is_own(*link.url))
      continue;
    if (link.url->without_fragment() == fetch.answered().without_fragment()) continue;
    if (known.insert(link.url->href()).second) answer.links.push_back(&link);
  }
  return answer;
}

bool offers_search(const Site& site) {
  return std::any_of(site.sample().begin(), site.sample().end(),
                     [](const Page* page) { return has_search(*page); });
}

}  // namespace touchstone
