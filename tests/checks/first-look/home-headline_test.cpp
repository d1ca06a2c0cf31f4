#include <catch2/catch.hpp>

#include "checks/headline.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string heading = "<h1>Sourdough bread, baked by hand in Kreuzberg</h1>";

void nothing(SampleSite&) {}

auto headed(std::string html) {
  return
      [html](SampleSite& sample) { swap_text(sample.fetch(home, Role::home).body, heading, html); };
}

void without_text(SampleSite& sample) {
  std::string links;
  for (int i = 0; i < 12; ++i) links += "<p><a href='/" + std::to_string(i) + "'>x</a></p>";
  sample.fetch(home, Role::home).body = "<html lang=en><body>" + links + "</body></html>";
}

void shell(SampleSite& sample) {
  sample.fetch(home, Role::home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

auto vague(std::string near) {
  return [near](SampleSite& sample) {
    std::string& body = sample.fetch(home, Role::home).body;
    const auto begin = body.find("<h1>"), end = body.find("</main>");
    std::string filler;
    for (int i = 0; i < 40; ++i) filler += "<p>We bake bread every night from flour.</p>";
    body.replace(begin, end - begin, "<h1>Bread for everybody here</h1>" + near + filler);
  };
}

}  // namespace

TEST_CASE("every verdict of the headline can be reached") {
  std::string long_line;
  for (int i = 0; i < 31; ++i) long_line += "bread ";
  hold_rows(
      "home-headline",
      {
          {"a sentence", nothing, "exists", "wow"},
          {"a heading of the second rank", headed("<h2>Bread for you</h2>"), "exists", "wow"},
          {"a hidden one before it", headed("<h1 hidden>x</h1><h1>Bread for you</h1>"), "exists",
           "wow"},
          {"a window that a click opens",
           headed("<div class='contact-modal'><h2>How to reach us</h2></div>"), "exists", "so-so"},
          {"a word for waiting", headed("<h1>در حال بارگذاری...</h1><h2>Bread</h2>"), "length",
           "so-so"},
          {"a picture", headed("<h1><img src='/x.png' alt='Bread for you'></h1>"), "exists",
           "so-so"},
          {"a paragraph alone", headed(""), "exists", "so-so"},
          {"nothing at all", without_text, "exists", "sucks"},
          {"a shell", shell, "exists", "not assessed: js-rendered"},

          {"seven words", nothing, "length", "wow"},
          {"two words", headed("<h1>Good bread</h1>"), "length", "so-so"},
          {"fourteen words", headed("<h1>a b c d e f g h i j k l m n</h1>"), "length", "so-so"},
          {"thirty-one words", headed("<h1>" + long_line + "</h1>"), "length", "sucks"},
          {"ten characters in Chinese", headed("<h1>柏林手工酸面包烘焙坊</h1>"), "length", "wow"},
          {"four characters in Chinese", headed("<h1>欢迎光临</h1>"), "length", "so-so"},
          {"no headline", headed(""), "length", "not applicable"},
          {"a shell", shell, "length", "not assessed: js-rendered"},

          {"the words of the title", nothing, "specific", "wow"},
          {"another form of such a word", headed("<h1>The bakeries you like</h1>"), "specific",
           "wow"},
          {"other words", headed("<h1>Quality since yesterday</h1><p>See for yourself</p>"),
           "specific", "so-so"},
          {"a greeting", headed("<h1>Welcome to our website</h1><p>Hello</p>"), "specific",
           "sucks"},
          {"the name alone", headed("<h1>Example</h1><p>Welcome</p>"), "specific", "sucks"},
          {"the name with a line that tells",
           headed("<h1>Example</h1><p>Sourdough bread for Kreuzberg</p>"), "specific", "wow"},
          {"a greeting with a line that tells",
           headed("<h1>Welcome to<br>our website</h1><p>Sourdough bread</p>"), "specific", "wow"},
          {"no headline", headed(""), "specific", "not applicable"},
          {"a shell", shell, "specific", "not assessed: js-rendered"},

          {"a place", nothing, "proof", "wow"},
          {"a figure", vague("<p>Since 1998</p>"), "proof", "wow"},
          {"a guarantee", vague("<p>With our guarantee</p>"), "proof", "wow"},
          {"none of them", vague(""), "proof", "so-so"},
          {"no headline", headed(""), "proof", "not applicable"},
          {"a shell", shell, "proof", "not assessed: js-rendered"},
      });
}

TEST_CASE("a page that begins with nothing lacks a headline") {
  SampleSite sample = SampleSite::perfect();
  without_text(sample);
  CHECK(judged("home-headline", sample).touchpoint.status == Status::missing);
}

TEST_CASE("endings do not hide a common root") {
  CHECK(same_root("пекарня", "пекарни"));
  CHECK(same_root("bread", "bread"));
  CHECK_FALSE(same_root("bread", "breakfast"));
  CHECK_FALSE(same_root("bro", "brot"));
}
