#include <catch2/catch.hpp>

#include "checks/feed.h"
#include "tests/checks/judged.h"
#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string address = home + "feed/";

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><link>" + home +
         "</link>" + items + "</channel></rss>";
}

const std::string dated = "<item><title>Rye</title><link>" + home +
                          "blog/rye/</link><pubDate>Tue, 10 Feb 2026 09:00:00 GMT</pubDate></item>";

void declare(SampleSite& s, const std::string& more = "") {
  swap_text(s.fetch(home).body, "<title>",
            "<link rel=alternate type='application/rss+xml' href='/feed/'" + more + "><title>");
}

auto feed(std::string body, int status = 200) {
  return [=](SampleSite& s) {
    declare(s);
    s.answer(address, Role::feed, "application/rss+xml", body).hops.back().status = status;
  };
}

auto with_blog(std::string html) {
  return [=](SampleSite& s) {
    feed(rss(dated))(s);
    add_page(s, "nav", "/blog/", "Blog", html);
  };
}

}  // namespace

TEST_CASE("every verdict on feeds can be reached") {
  hold_rows(
      "rss-feed",
      {
          {"RSS", feed(rss(dated)), "valid", "wow"},
          {"Atom",
           feed(
               "<feed xmlns='http://www.w3.org/2005/Atom'><title>a</title><entry><link "
               "rel='alternate' href='/a'/><updated>2026-02-10T09:00:00Z</updated></entry></feed>"),
           "valid", "wow"},
          {"JSON Feed", feed(R"({"version":"https://jsonfeed.org/version/1.1","title":"a","items":
                [{"id":"1","url":"/a","date_published":"2026-02-10T09:00:00Z"}]})"),
           "valid", "wow"},
          {"no date", feed(rss("<item><link>https://example.com/a</link></item>")), "valid",
           "so-so"},
          {"no link", feed(rss("<item><pubDate>2026-02-10</pubDate></item>")), "valid", "so-so"},
          {"nothing in it", feed(rss("")), "valid", "so-so"},
          {"not found", feed("", 404), "valid", "sucks"},
          {"a page in its place", feed("<!DOCTYPE html><p>Hello</p>"), "valid", "sucks"},
          {"broken", feed("<rss version=\"2.0\"><channel><item></channel>"), "valid", "sucks"},
          {"other JSON", feed("{\"items\": []}"), "valid", "sucks"},
          {"refused to us", feed("", 403), "valid", "not assessed: blocked-403"},
          {"nobody looked", [](SampleSite& s) { declare(s); }, "valid",
           "not assessed: budget-exhausted"},
          {"of comments alone", [](SampleSite& s) { declare(s, " title='Comments Feed'"); },
           "valid", "not applicable"},
          {"none", [](SampleSite&) {}, "valid", "not applicable"},

          {"as new as the blog", with_blog("<a href='/blog/rye/'>Rye</a> <p>News</p>"), "fresh",
           "wow"},
          {"older than the blog", with_blog("<a href='/blog/oat/'>Oat</a> <p>News</p>"), "fresh",
           "so-so"},
          {"no blog", feed(rss(dated)), "fresh", "not applicable"},
      });
}

TEST_CASE("a feed's entries are read as they are written") {
  const Url url = *Url::parse(address);
  const Feed feed =
      read_feed(rss("<item><link><![CDATA[ https://example.com/a?b=1&c=2 ]]></link></item>"
                    "<item><guid isPermaLink=\"true\">https://example.com/b</guid></item>"
                    "<item><link>https://example.com/?a=1&amp;b=2</link><pubDate>2026-01-02</"
                    "pubDate></item>"),
                url);
  REQUIRE(feed.items.size() == 3);
  CHECK(feed.items[0].link->href() == "https://example.com/a?b=1&c=2");
  CHECK(feed.items[1].link->href() == "https://example.com/b");
  CHECK(feed.newest()->link->href() == "https://example.com/?a=1&b=2");
  CHECK(read_feed("", url).items.empty());
  CHECK(read_feed(std::string(200'000, '['), url).items.empty());
  CHECK(read_feed("{\"items\":" + std::string(200'000, '['), url).items.empty());
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "<item><link ";
  CHECK(read_feed(many, url).items.empty());
}
