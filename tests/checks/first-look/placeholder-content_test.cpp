#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

void nothing(SampleSite&) {}

auto in_main(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home, Role::home).body, "</main>", html + "</main>");
  };
}

auto page(std::string path, std::string title, std::string body) {
  return [=](SampleSite& sample) {
    sample.page(home + path, "<html lang=en><title>" + title + "</title><body>" + body + "</body>");
  };
}

void shell(SampleSite& sample) {
  sample.fetch(home, Role::home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

}  // namespace

TEST_CASE("every verdict of left-overs can be reached") {
  const std::string filler = "<p>Lorem ipsum</p><p>dolor sit amet</p>";
  hold_rows(
      "placeholder-content",
      {
          {"none", nothing, "strong", "wow"},
          {"filler", in_main(filler), "strong", "sucks"},
          {"filler once", in_main("<p>Lorem ipsum</p>"), "strong", "so-so"},
          {"a message of the server",
           in_main("<p>Warning: mysqli_connect() failed</p><p>Fatal error: Uncaught x</p>"),
           "strong", "sucks"},
          {"text in another charset than the page says",
           in_main("<p>\xCF\xF0\xE8\xE2\xE5\xF2</p><p>" + std::string(120, 'x') +
                   "</p><p>\xEC\xE8\xF0\xE0\xEC</p>"),
           "strong", "sucks"},
          {"one sign that no browser knows", in_main("<p>5 \xB0 C</p>"), "strong", "wow"},
          {"the first post", page("2020/hello-world/", "Hello world! - Example", "x"), "strong",
           "sucks"},
          {"an open template", in_main("<p>{{ page.title }}</p><p>Lorem ipsum</p>"), "strong",
           "sucks"},
          {"a template that a script fills",
           in_main("<div v-cloak>{{ page.title }} {{ page.x }}</div>"), "strong", "wow"},
          {"a title and a text that nobody wrote", in_main("<h2>Title Text</h2><p>Sample text</p>"),
           "strong", "sucks"},
          {"words of a title in a sentence", in_main("<p>The title text is short.</p>"), "strong",
           "wow"},
          {"code", in_main("<pre>" + filler + "</pre>"), "strong", "wow"},
          {"a quotation", in_main("<blockquote>" + filler + "</blockquote>"), "strong", "wow"},
          {"quotation marks", in_main("<p>We never print \"lorem ipsum\".</p>"), "strong", "wow"},
          {"an article",
           page("a", "Typography",
                "<script type='application/ld+json'>{\"@type\":\"Article\"}</script>" + filler),
           "strong", "wow"},
          {"hidden", in_main("<div hidden>" + filler + "</div>"), "strong", "wow"},
          {"a shell", shell, "strong", "not assessed: js-rendered"},

          {"none", nothing, "weak", "wow"},
          {"soon", in_main("<p>Coming soon</p>"), "weak", "so-so"},
          {"soon, in Persian", in_main("<p>به زودی</p>"), "weak", "so-so"},
          {"a shell", shell, "weak", "not assessed: js-rendered"},

          {"none", nothing, "listing", "wow"},
          {"a list of files", page("files/", "Index of /files", "<a href='/'>Parent Directory</a>"),
           "listing", "sucks"},
          {"a page about an index", page("i", "Index of our bread", "x"), "listing", "wow"},
          {"a shell", shell, "listing", "not assessed: js-rendered"},
      });
}
