#include <re2/re2.h>

#include <algorithm>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check url_readability;

namespace {

constexpr std::size_t kMostPages = 30, kFewestPages = 5, kMostEvidence = 20;

// What a browser shows: letters of every alphabet, not their percent codes.
std::string shown_path(const Url& url) {
  return percent_decode(url.path());
}

std::string last_segment(const std::string& path) {
  const auto end = path.find_last_not_of('/');
  if (end == std::string::npos) return "";
  const auto begin = path.rfind('/', end);
  return path.substr(begin + 1, end - begin);
}

bool has_word(const std::string& path) {
  static const RE2 ending(R"(\.[A-Za-z]{2,5}$)");
  std::string segment = last_segment(path);
  RE2::Replace(&segment, ending, "");
  static const RE2 word(R"(\pL[\pL\pM]{2,})");
  static const RE2 ideographs(R"([\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}])");
  return RE2::PartialMatch(segment, word) || RE2::PartialMatch(segment, ideographs);
}

// A session's number, or two and more parameters beside those of advertisements.
bool is_cluttered(const Url& url) {
  static const RE2 session(
      R"((?i)(^|[;&?/])(phpsessid|jsessionid|sessionid|session_id|sid|aspsessionid\w*)=)");
  static const RE2 advertisement(R"((?i)^(utm_\w*|gclid|yclid|fbclid)(=|$))");
  const std::string query(url.query());
  if (RE2::PartialMatch("?" + query, session)) return true;
  if (RE2::PartialMatch(std::string(url.path()), session)) return true;
  int parameters = 0;
  for (std::size_t at = 0; at < query.size();) {
    const auto end = std::min(query.find('&', at), query.size());
    const auto parameter = query.substr(at, end - at);
    parameters += !parameter.empty() && !RE2::PartialMatch(parameter, advertisement) ? 1 : 0;
    at = end + 1;
  }
  return parameters >= 2;
}

int percent(std::size_t part, std::size_t whole) {
  return static_cast<int>((100 * part + whole / 2) / whole);
}

// "/menu": a word that one says on the phone.
bool is_spoken(const Url& url) {
  static const RE2 one_word(R"(/\pL[\pL\pM]{0,11}/?)");
  return url.query().empty() && RE2::FullMatch(shown_path(url), one_word);
}

int spoken_pages(const Site& site) {
  int spoken = 0;
  std::vector<const Page*> counted;
  for (const auto& page_class : page_classes()) {
    const Page* const page = page_of_class(site, page_class);
    if (!page || std::find(counted.begin(), counted.end(), page) != counted.end()) continue;
    counted.push_back(page);
    spoken += is_spoken(page->url()) ? 1 : 0;
  }
  return spoken;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(url_readability, *why);
  const auto& pages = site.pages();
  if (pages.size() < kFewestPages) return all_not_applicable(url_readability);
  std::vector<int> lengths;
  std::vector<Evidence> wordless, cluttered;
  std::size_t named = 0, worded = 0, clutter = 0;
  for (std::size_t i = 0; i < std::min(pages.size(), kMostPages); ++i) {
    const Url& url = pages[i]->url();
    const auto path = shown_path(url);
    lengths.push_back(static_cast<int>(grapheme_count(path)));
    const Evidence evidence{url.href(), "address", shorten(path, 200)};
    if (is_cluttered(url)) {
      ++clutter;
      if (cluttered.size() < kMostEvidence) cluttered.push_back(evidence);
    }
    if (last_segment(path).empty()) continue;
    ++named;
    if (has_word(path)) {
      ++worded;
    } else if (wordless.size() < kMostEvidence) {
      wordless.push_back(evidence);
    }
  }
  Facts facts;
  std::sort(lengths.begin(), lengths.end());
  facts.say("path_length", lengths[(lengths.size() - 1) / 2]);
  if (named == 0) {
    facts.not_applicable("worded");
  } else {
    facts.say("worded", percent(worded, named), std::move(wordless));
  }
  facts.say("cluttered", percent(clutter, lengths.size()), std::move(cluttered));
  facts.say("spoken_pages", spoken_pages(site));
  return facts;
}

}  // namespace

const Check url_readability{
    "url-readability",
    {{"path_length", "characters", "the length of the middle one of the pages' paths"},
     {"worded", "%", "pages whose address ends in a word"},
     {"cluttered", "%", "pages with a session's number or several parameters in their address"},
     {"spoken_pages", "", "important pages with one short word as address"}},
    measure};

}  // namespace touchstone::checks
