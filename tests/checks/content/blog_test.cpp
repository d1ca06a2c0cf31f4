#include <catch2/catch.hpp>

#include "tests/checks/judged.h"
#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

// The sample was taken on 11 February 2026.
auto says(std::string html) {
  return [html](SampleSite& s) {
    add_page(s, "nav", "/blog/", "Blog", html + "<p>What we think about bread and flour.</p>");
  };
}

// A blog with articles of that many characters.
auto articles(std::vector<int> lengths, std::string more = "") {
  return [=](SampleSite& s) {
    std::string list;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      const std::string path = "/blog/post-" + std::to_string(i) + "/";
      list += "<p><a href='" + path + "'>Post</a></p>";
      std::string text;
      while (static_cast<int>(text.size()) < lengths[i]) text += "flour and ";
      s.page(home + path.substr(1),
             "<html><head><title>Post</title></head><body><header>Example</header><main>" + more +
                 "<p>" + text + "</p></main></body></html>");
    }
    says(list)(s);
  };
}

std::string time(const std::string& date) {
  return "<time datetime='" + date + "'>then</time>";
}

}  // namespace

TEST_CASE("every verdict on blogs can be reached") {
  const std::string old = "2024-11-01T09:00:00Z";
  hold_rows(
      "blog",
      {
          {"of this month", says(time("2026-02-01")), "fresh", "wow"},
          {"of 60 days ago", says(time("2025-12-13")), "fresh", "wow"},
          {"of 61 days ago", says(time("2025-12-12")), "fresh", "so-so"},
          {"by its text", says("<p>1 February 2026</p>"), "fresh", "wow"},
          {"by its addresses", says("<a href='/2026/02/rye/'>Rye</a>"), "fresh", "wow"},
          {"an article in the place of the blog",
           says("<script type='application/ld+json'>{\"@type\": \"Article\", \"dateModified\": "
                "\"2026-02-01\"}</script>"),
           "fresh", "wow"},
          {"an event to come", says(time("2026-06-01") + time("2025-12-01")), "fresh", "so-so"},
          {"without dates", says(""), "fresh", "so-so"},
          {"abandoned by one look", says(time("2024-11-01")), "fresh", "so-so"},
          {"abandoned by two",
           [=](SampleSite& s) {
             says(time("2024-11-01"))(s);
             s.answer(home + "feed/", Role::feed, "application/rss+xml",
                      "<rss version='2.0'><channel><item><pubDate>" + old +
                          "</pubDate></item></channel></rss>");
           },
           "fresh", "sucks"},
          {"no blog", [](SampleSite&) {}, "fresh", "not applicable"},
          {"a link into a wall", walled_link("/blog/", "Blog"), "fresh",
           "not assessed: blocked-403"},

          {"six a year",
           says(time("2026-02-01") + time("2026-01-01") + time("2025-12-01") + time("2025-11-01") +
                time("2025-10-01") + time("2025-09-01")),
           "rhythm", "wow"},
          {"one a year", says(time("2026-02-01") + time("2024-02-01")), "rhythm", "so-so"},
          {"no dates", says(""), "rhythm", "not applicable"},

          {"long", articles({2500, 3000}), "substance", "wow"},
          {"short", articles({600, 3000}), "substance", "so-so"},
          {"nothing, twice", articles({100, 100, 2500}), "substance", "sucks"},
          {"not read", says(""), "substance", "not assessed: insufficient-evidence"},

          {"named", articles({600}, "<p class='post-author'>Anna Huber</p>"), "author", "wow"},
          {"nobody", articles({600}), "author", "so-so"},
          {"no article was read", says(""), "author", "not assessed: insufficient-evidence"},
      });
}

TEST_CASE("articles tell their own date") {
  SampleSite sample = SampleSite::perfect();
  articles({600},
           "<script type='application/ld+json'>{\"@context\":\"https://schema.org\","
           "\"@type\":\"BlogPosting\",\"datePublished\":\"2026-02-09\"}</script>")(sample);
  CHECK(judged("blog", sample).facts.find("newest_days")->value == Value(std::int64_t{2}));
}
