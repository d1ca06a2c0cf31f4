#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", reviews = home + "reviews/";

std::string day_before(int days) {
  SampleSite sample = SampleSite::perfect();
  const auto day =
      std::chrono::floor<std::chrono::days>(sample.recording().taken) - std::chrono::days(days);
  const std::chrono::year_month_day date(day);
  const auto two = [](unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day()));
}

std::string entry(int number, const std::string& author, const std::string& date = "",
                  const std::string& more = "") {
  return "<div class=\"review-item\"><div class=\"review-text\">Bread number " +
         std::to_string(number) +
         " of this bakery tastes as my grandmother's did, and it stays fresh for days.</div><p>" +
         author + "</p><p>" + date + "</p>" + more + "</div>";
}

std::string list(int entries, const std::string& author, const std::string& date = "",
                 const std::string& more = "") {
  std::string html = "<section class=\"reviews\">";
  for (int i = 0; i < entries; ++i) html += entry(i, author, date, more);
  return html + "</section>";
}

// A page of reviews that shows this.
auto shown(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "</h1>", "</h1><a href=\"/reviews/\">Reviews</a>");
    std::string page = SampleSite::perfect().fetch(home).body;
    swap_text(page, "<title>Example: sourdough bakery in Berlin Kreuzberg", "<title>Reviews");
    swap_text(page, "<h1>Sourdough bread, baked by hand in Kreuzberg</h1>",
              "<h1>Reviews</h1>" + html);
    sample.page(reviews, page);
  };
}

auto on_home(std::string html) {
  return
      [html](SampleSite& sample) { swap_text(sample.fetch(home).body, "</h1>", "</h1>" + html); };
}

// Only a question stands where reviews should.
void empty_page(SampleSite& sample) {
  shown("")(sample);
  std::string& page = sample.fetch(reviews).body;
  const auto begin = page.find("<img "), end = page.find("</main>");
  page.replace(begin, end - begin, "<p>Tell us how you liked it.</p>");
}

std::string sibling(const std::string& name) {
  return "<div class=\"col\"><q>" + name +
         " says that the bread of this bakery tastes as bread did when she was young.</q></div>";
}

std::string described(const std::string& members) {
  return "<script type=\"application/ld+json\">{\"@type\": \"Bakery\", \"review\": [{\"@type\": "
         "\"Review\", \"reviewBody\": \"Good\"" +
         members + "}]}</script>";
}

}  // namespace

TEST_CASE("every verdict of reviews on the site can be reached") {
  const std::string name = "Anna Huber", fresh = day_before(30);
  hold_rows(
      "customer-reviews",
      {
          {"ten", shown(list(10, name)), "number", "wow"},
          {"nine", shown(list(9, name)), "number", "so-so"},
          {"three on the home page", on_home(list(3, name)), "number", "so-so"},
          {"one quotation", on_home("<blockquote>" + entry(1, name) + "</blockquote>"), "number",
           "so-so"},
          {"in the data alone", shown(described("")), "number", "so-so"},
          {"a page without any", empty_page, "number", "sucks"},
          {"a page of unmarked text", shown(""), "number", "not assessed: insufficient-evidence"},
          {"siblings without a mark",
           on_home("<section id=\"testimonials\"><h2>What people say</h2><div>" + sibling("Anna") +
                   sibling("Berta") + "</div></section>"),
           "number", "so-so"},
          {"a platform's script",
           shown("<script src=\"https://widget.trustpilot.com/bootstrap.js\"></script>"), "number",
           "not assessed: js-rendered"},

          {"names and dates", shown(list(5, name, fresh)), "credible", "wow"},
          {"initials and photos", shown(list(5, "Anna H.", "", "<img src=\"/a.png\">")), "credible",
           "wow"},
          {"data with name and date",
           shown(described(
               ", \"author\": {\"name\": \"Anna Huber\"}, \"datePublished\": \"2026-01-01\"")),
           "credible", "wow"},
          {"names alone", shown(list(5, name)), "credible", "so-so"},
          {"dates alone", shown(list(5, "Anna", fresh)), "credible", "so-so"},
          {"months alone", shown(list(5, name, "Janvier , 2026")), "recent", "wow"},
          {"a month alone", shown(list(5, "Anna", "Janvier, 2025")), "credible", "so-so"},
          {"neither", shown(list(5, "Anna")), "credible", "sucks"},
          {"neither, in one alone", shown(list(1, "Anna")), "credible", "so-so"},

          {"this month", shown(list(3, name, fresh)), "recent", "wow"},
          {"180 days", shown(list(3, name, day_before(180))), "recent", "wow"},
          {"181 days", shown(list(3, name, day_before(181))), "recent", "so-so"},
          {"1095 days", shown(list(3, name, day_before(1095))), "recent", "so-so"},
          {"1096 days", shown(list(3, name, day_before(1096))), "recent", "sucks"},
          {"1096 days, in one alone", shown(list(1, name, day_before(1096))), "recent", "so-so"},
          {"undated", shown(list(3, name)), "recent", "so-so"},

          {"answered", shown(list(3, name, "", "<div class=\"review-answer\">Thank you!</div>")),
           "answered", "wow"},
          {"not answered", shown(list(3, name)), "answered", "so-so"},
      });
}

TEST_CASE("what is no review is not counted") {
  SampleSite sample = SampleSite::perfect();
  on_home("<div class=\"preview\">" + std::string(100, 'x') + "</div><a class=\"reviews\">" +
          std::string(100, 'y') + "</a><div class=\"reviews\">Reviews</div>")(sample);
  CHECK(judged("customer-reviews", sample).touchpoint.status == Status::missing);
  sample.recording().complete = false;
  CHECK(judged("customer-reviews", sample).verdict("number") == "not assessed: budget-exhausted");
}

TEST_CASE("a film on the page of reviews is a chip") {
  SampleSite sample = SampleSite::perfect();
  shown(list(3, "Anna Huber") +
        "<iframe src=\"https://www.youtube-nocookie.com/embed/x\"></iframe>")(sample);
  CHECK(judged("customer-reviews", sample).touchpoint.chips ==
        std::vector<std::string>{"video-review"});
}

TEST_CASE("a film that plays by itself behind the words is no review") {
  SampleSite sample = SampleSite::perfect();
  shown(list(3, "Anna Huber") + "<video autoplay muted loop src=\"/hero.mp4\"></video>")(sample);
  CHECK(judged("customer-reviews", sample).touchpoint.chips.empty());
}

TEST_CASE("reviews that carry no mark of their own are counted one by one") {
  SampleSite sample = SampleSite::perfect();
  on_home("<section id=\"testimonials\"><h2>What people say</h2><div>" + sibling("Anna") +
          sibling("Berta") +
          "</div><div>Tell us what you think, it takes but a minute and helps "
          "others to find us.<form><textarea name=\"t\"></textarea></form></div></section>")(
      sample);
  CHECK(std::get<std::int64_t>(judged("customer-reviews", sample).facts.find("entries")->value) ==
        2);
}
