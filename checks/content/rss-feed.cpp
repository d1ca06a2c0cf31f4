#include <algorithm>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/feed.h"
#include "checks/unseen.h"
#include "site/page_class.h"

namespace touchstone::checks {

extern const Check rss_feed;

namespace {

// Of home first, then of the page of news.
std::vector<Url> feeds_of(const Site& site, const Page* blog) {
  std::vector<Url> feeds = declared_feeds(*site.home());
  if (!blog) return feeds;
  for (Url& url : declared_feeds(*blog)) {
    if (std::find(feeds.begin(), feeds.end(), url) == feeds.end()) feeds.push_back(std::move(url));
  }
  return feeds;
}

void say_news(Facts& facts, const Feed& feed, const Page* blog) {
  const FeedItem* newest = feed.newest();
  if (!blog || !newest || !newest->link) return void(facts.not_applicable("on_blog"));
  const auto& links = blog->links();
  const bool shown = std::any_of(links.begin(), links.end(), [&](const Link& link) {
    return link.url && link.url->path() == newest->link->path();
  });
  say_shown(facts, "on_blog", shown, *blog, {{blog->url().href(), "links", newest->link->href()}});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(rss_feed, *why);
  const Page* blog = page_of_class(site, "blog");
  const auto feeds = feeds_of(site, blog);
  if (feeds.empty()) {
    if (const auto why = absence_unproven_because(*site.home())) return all_unknown(rss_feed, *why);
    Facts facts = all_not_applicable(rss_feed);
    facts.say("present", false);
    return facts;
  }
  const Visit* visit = nullptr;
  for (const Url& url : feeds) {
    const Visit* one = site.visit_of(url);
    if (one && (!visit || (!visit->fetch.ok() && one->fetch.ok()))) visit = one;
  }
  Facts facts;
  facts.say("present", true, {{site.home()->url().href(), "link rel=alternate", feeds[0].href()}});
  const auto unread = visit ? unreadable_because(visit->fetch) : Reason::budget_exhausted;
  if (unread) {
    for (const auto* name : {"sound", "complete", "on_blog"}) facts.unknown(name, *unread);
    return facts;
  }
  const Feed feed =
      visit->fetch.ok() ? read_feed(visit->fetch.body, visit->fetch.answered()) : Feed{};
  const std::vector<Evidence> evidence{
      {visit->fetch.asked.href(), "status", std::to_string(visit->fetch.status())}};
  if (!feed.sound && visit->fetch.truncated) {
    facts.unknown("sound", Reason::truncated);
  } else {
    facts.say("sound", feed.sound, evidence);
  }
  facts.say("complete",
            !feed.items.empty() &&
                std::all_of(feed.items.begin(), feed.items.end(),
                            [](const FeedItem& item) { return item.date && item.link; }),
            evidence);
  say_news(facts, feed, blog);
  return facts;
}

}  // namespace

const Check rss_feed{"rss-feed",
                     {{"present", "", "a page declares a feed that is not one of comments"},
                      {"sound", "", "it is there, and well-formed RSS, Atom or JSON Feed"},
                      {"complete", "", "each of its items has a date and a link"},
                      {"on_blog", "", "its newest item stands on the page of news too"}},
                     measure};

}  // namespace touchstone::checks
