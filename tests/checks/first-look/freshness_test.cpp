#include <catch2/catch.hpp>

#include "checks/copyright_year.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";  // audited on 11 February 2026

void nothing(SampleSite&) {}

auto in_main(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home, Role::home).body, "</main>", html + "</main>");
  };
}

auto foot(std::string text, int months_later = 0) {
  return [=](SampleSite& sample) {
    swap_text(sample.fetch(home, Role::home).body, "</footer>", "<p>" + text + "</p></footer>");
    sample.recording().taken += std::chrono::days(31) * months_later;
  };
}

auto dated(std::string html, std::string lastmod = {}) {
  return [=](SampleSite& sample) {
    in_main(html)(sample);
    if (lastmod.empty()) return;
    sample.answer(
        home + "sitemap.xml", Role::sitemap, "application/xml",
        "<urlset><url><loc>" + home + "</loc><lastmod>" + lastmod + "</lastmod></url></urlset>");
  };
}

auto feed(std::string entry) {
  return [entry](SampleSite& sample) {
    sample.answer(home + "feed", Role::feed, "application/rss+xml",
                  "<rss><channel><item>" + entry + "</item></channel></rss>");
  };
}

void shell(SampleSite& sample) {
  sample.fetch(home, Role::home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

std::string time_of(const std::string& day) {
  return "<article><time datetime='" + day + "'>x</time></article>";
}

}  // namespace

TEST_CASE("every verdict of freshness can be reached") {
  hold_rows(
      "freshness",
      {
          {"no year", nothing, "year", "wow"},
          {"this year", foot("© 2026 Example"), "year", "wow"},
          {"a range", foot("© 2005–2026 Example"), "year", "wow"},
          {"last year in February", foot("© 2025 Example"), "year", "wow"},
          {"last year in April", foot("Copyright Example 2025", 2), "year", "so-so"},
          {"years ago", foot("(c) Example, 2017"), "year", "sucks"},
          {"a Persian year", foot("© ۱۳۹۶"), "year", "sucks"},
          {"a founding year", foot("© Example, since 1998"), "year", "wow"},
          {"a year without a sign", foot("Winner of 2012"), "year", "wow"},
          {"a shell", shell, "year", "not assessed: js-rendered"},

          {"no dates", nothing, "news", "not applicable"},
          {"a month ago", dated(time_of("2026-01-11")), "news", "wow"},
          {"half a year ago", dated(time_of("2025-08-11")), "news", "so-so"},
          {"years ago, seen once", dated(time_of("2020-08-11")), "news", "so-so"},
          {"years ago, seen twice", dated(time_of("2020-08-11"), "2019-01-01"), "news", "sucks"},
          {"a fresh sitemap", dated(time_of("2020-08-11"), "2026-02-01"), "news", "wow"},
          {"a fresh feed", feed("<pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate>"), "news", "wow"},
          {"an event to come", dated(time_of("2026-03-01")), "news", "wow"},
          {"a mistake", dated(time_of("2099-03-01")), "news", "not applicable"},
          {"a review", dated("<div class=reviews><time datetime='2026-02-01'>x</time></div>"),
           "news", "not applicable"},
          {"an article's own words",
           dated("<script type='application/ld+json'>{\"@type\":\"Article\",\"datePublished\":"
                 "\"2026-02-01\"}</script>"),
           "news", "wow"},

          {"no offer", nothing, "expired", "wow"},
          {"an offer that holds", in_main("<p>20 % discount until 1 March 2026</p>"), "expired",
           "wow"},
          {"one that is over", in_main("<p>20 % discount until 1 February 2026</p>"), "expired",
           "so-so"},
          {"one that is long over", in_main("<p>20 % discount until 1 November 2025</p>"),
           "expired", "sucks"},
          {"one whose heading alone calls it an offer",
           in_main("<h2>Offre de lancement !</h2><p>Publiez gratuitement.</p><p>0 FCFA</p>"
                   "<p>Valable jusqu’au 1er novembre 2025</p>"),
           "expired", "sucks"},
          {"a day far below an offer",
           in_main("<h2>Discount</h2><p>" + std::string(300, 'x') +
                   "</p><p>Closed until 1 November 2025</p>"),
           "expired", "wow"},
          {"a date without an offer", in_main("<p>Closed until 1 November 2025</p>"), "expired",
           "wow"},
          {"an offer that began then", in_main("<p>Discount from 1 November 2025</p>"), "expired",
           "wow"},
          {"one that is over, in Russian", in_main("<p>Скидка 20% до 31.12.2024</p>"), "expired",
           "sucks"},
          {"a shell", shell, "expired", "not assessed: js-rendered"},
      });
}

TEST_CASE("years of other calendars are converted") {
  CHECK(gregorian_year(1405) == 2026);
  CHECK(gregorian_year(2569) == 2026);
  CHECK(gregorian_year(5786) == 2026);
  CHECK(gregorian_year(2026) == 2026);
  CHECK_FALSE(gregorian_year(1234));
}
