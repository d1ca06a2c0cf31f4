#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/feed.h"
#include "checks/structured_data.h"
#include "checks/text_dates.h"
#include "checks/unseen.h"
#include "site/iso_date.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check blog;

namespace {

using std::chrono::days;
using std::chrono::sys_days;

// The days of posts as one kind of place tells them.
struct Days {
  std::vector<sys_days> list;
  Evidence newest;

  void add(sys_days day, sys_days now, const Evidence& evidence) {
    if (day > now + days(1)) return;  // an event to come is no post
    if (list.empty() || day > *std::max_element(list.begin(), list.end())) newest = evidence;
    list.push_back(day);
  }
};

std::optional<sys_days> day_of(const std::optional<std::string>& text) {
  const std::string value = collapse_spaces(text.value_or(""));
  const auto time = value.size() >= 10 ? parse_iso_date(value) : std::nullopt;
  if (!time) return std::nullopt;
  return std::chrono::floor<days>(*time);
}

bool is_article(const Thing& thing) {
  for (const auto* type : {"Article", "BlogPosting", "NewsArticle", "TechArticle"}) {
    if (thing.is_a(type)) return true;
  }
  return false;
}

// Own pages that the page of news links to and that say to be, or look like, one of its articles.
std::vector<const Page*> articles_of(const Site& site, const ClassPage& found) {
  constexpr std::size_t most = 20;
  std::unordered_set<std::string> linked;
  for (const Link& link : found.page->links()) {
    const bool own_part = link.region == Region::main && link.url && site.is_own(*link.url);
    if (own_part) linked.insert(link.url->without_fragment().href());
  }
  const std::string folder(found.page->url().path());
  std::vector<const Page*> articles;
  for (const Page* page : site.pages()) {
    if (page == found.page || page == site.home() || articles.size() == most) continue;
    const std::string_view path = page->url().path();
    const bool below = folder.size() > 1 && path.size() > folder.size() && path.starts_with(folder);
    const auto things = things_of(*page);
    const bool told = std::any_of(things.begin(), things.end(), is_article) ||
                      fold(page->meta("og:type").value_or("")) == "article";
    const bool is_linked = linked.contains(page->url().without_fragment().href());
    if (is_linked && (below || told)) articles.push_back(page);
  }
  // The menu may lead to an article itself.
  const auto things = things_of(*found.page);
  if (articles.empty() && std::any_of(things.begin(), things.end(), is_article)) {
    articles.push_back(found.page);
  }
  return articles;
}

// What the page of news itself shows: elements, else its text, else the addresses of its links.
Days shown_days(const Page& page, sys_days now) {
  constexpr std::size_t most = 200;
  Days shown;
  const auto times = page.document()->find("//time[@datetime]");
  for (std::size_t i = 0; i < std::min(times.size(), most); ++i) {
    const auto value = times[i].attribute("datetime");
    if (const auto day = day_of(value)) {
      shown.add(*day, now, {page.url().href(), "//time", shorten(*value, 40)});
    }
  }
  if (!shown.list.empty()) return shown;
  const std::string text = content_text(page);
  for (const TextDate& date : dates_in(text, most)) {
    shown.add(date.day, now,
              {page.url().href(), "visible text", text.substr(date.begin, date.end - date.begin)});
  }
  if (!shown.list.empty()) return shown;
  static const RE2 dated(R"(/(20\d\d)[/-](\d\d)(?:[/-](\d\d))?[/-])");
  std::unordered_set<std::string> known;
  for (const Link& link : page.links()) {
    int year = 0, month = 0;
    std::string day;
    if (!link.url || shown.list.size() == most || !known.insert(link.url->href()).second) continue;
    const std::string_view path = link.url->path();
    if (!RE2::PartialMatch({path.data(), path.size()}, dated, &year, &month, &day)) continue;
    const std::string iso = std::to_string(year) + (month < 10 ? "-0" : "-") +
                            std::to_string(month) + "-" + (day.empty() ? "01" : day);
    if (const auto at = day_of(iso))
      shown.add(*at, now, {page.url().href(), "links", std::string(path)});
  }
  return shown;
}

Days article_days(const std::vector<const Page*>& articles, sys_days now) {
  Days told;
  for (const Page* page : articles) {
    std::optional<sys_days> day = day_of(page->meta("article:published_time"));
    for (const Thing& thing : things_of(*page)) {
      if (!day && is_article(thing)) day = day_of(thing.text("datePublished"));
      if (!day && is_article(thing)) day = day_of(thing.text("dateModified"));
    }
    if (day) told.add(*day, now, {page->url().href(), "datePublished", ""});
  }
  return told;
}

Days feed_days(const Site& site, sys_days now) {
  Days told;
  for (const Visit* visit : site.visits(Role::feed)) {
    if (!visit->fetch.ok()) continue;
    for (const FeedItem& item : read_feed(visit->fetch.body, visit->fetch.answered()).items) {
      if (!item.date) continue;
      told.add(std::chrono::floor<days>(*item.date), now, {visit->fetch.asked.href(), "feed", ""});
    }
  }
  return told;
}

void say_days(Facts& facts, const Site& site, const ClassPage& found,
              const std::vector<const Page*>& articles) {
  const auto now = std::chrono::floor<days>(site.recording().taken);
  std::optional<sys_days> newest;
  Evidence evidence;
  int kinds = 0;
  std::ptrdiff_t posts = 0;
  for (const Days& told :
       {shown_days(*found.page, now), article_days(articles, now), feed_days(site, now)}) {
    if (told.list.empty()) continue;
    ++kinds;
    const sys_days last = *std::max_element(told.list.begin(), told.list.end());
    if (!newest || last > *newest) {
      newest = last;
      evidence = told.newest;
    }
    posts = std::max(posts, std::count_if(told.list.begin(), told.list.end(),
                                          [&](sys_days day) { return day + days(365) >= now; }));
  }
  if (newest) {
    facts.say("newest_days", std::max<std::int64_t>(0, (now - *newest).count()), {evidence})
        .signals = kinds;
    facts.say("posts_in_a_year", posts, {evidence});
    return;
  }
  const auto why = absence_unproven_because(*found.page);
  why ? facts.unknown("newest_days", *why) : facts.absent("newest_days", {found.evidence()});
  facts.not_applicable("posts_in_a_year");
}

bool has_author(const Page& page) {
  if (page.meta("article:author") || !page.meta("author").value_or("").empty()) return true;
  for (const Thing& thing : things_of(page)) {
    if (is_article(thing) && thing.has("author")) return true;
  }
  static const char* const places =
      "//*[@rel='author' or @itemprop='author' or contains(@class, 'author') or "
      "contains(@class, 'byline')]";
  return page.document() && page.document()->first(places).has_value();
}

void say_articles(Facts& facts, const ClassPage& found, const std::vector<const Page*>& articles) {
  std::vector<std::size_t> sizes;
  std::vector<Evidence> evidence;
  bool author = has_author(*found.page);
  for (const Page* page : articles) {
    author = author || has_author(*page);
    if (absence_unproven_because(*page)) continue;
    sizes.push_back(grapheme_count(content_text(*page)));
    evidence.push_back({page->url().href(), "visible text", std::to_string(sizes.back())});
  }
  if (sizes.empty()) {
    facts.unknown("length", Reason::insufficient_evidence);
  } else {
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>((sizes.size() - 1) / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    facts.say("length", *middle, std::move(evidence)).signals = static_cast<int>(sizes.size());
  }
  if (author || !articles.empty()) {
    facts.say("author", author, {found.evidence()});
  } else {
    facts.unknown("author", Reason::insufficient_evidence);
  }
}

Facts measure(const Site& site, const Presence&) {
  const ClassPage found = class_page(site, "blog");
  if (!found.page || !found.page->document()) {
    if (found.unproven) return all_unknown(blog, *found.unproven);
    Facts facts = all_not_applicable(blog);
    facts.say("present", false, {found.evidence()});
    return facts;
  }
  Facts facts;
  facts.say("present", true, {found.evidence()});
  const auto articles = articles_of(site, found);
  say_days(facts, site, found, articles);
  say_articles(facts, found, articles);
  return facts;
}

}  // namespace

const Check blog{
    "blog",
    {{"present", "", "there is a page of articles or news"},
     {"newest_days", "days", "since the newest post"},
     {"posts_in_a_year", "", "posts of the last 365 days that the page, its feed or articles show"},
     {"length", "characters", "the middle length of the articles read"},
     {"author", "", "articles name who wrote them"}},
    measure};

}  // namespace touchstone::checks
