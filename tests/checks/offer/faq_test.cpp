#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string brief = "Yes.";
const std::string fair = "Yes, from Tuesday to Saturday, and at noon.";
const std::string full =
    "Yes: we bake it every night from organic flour, and you can take it home from seven in the "
    "morning.";

std::string questions(int number, const std::string& answer) {
  std::string html;
  for (int i = 0; i < number; ++i) {
    html += "<h3>Is loaf " + std::to_string(i) + " fresh?</h3><p>" + answer + "</p>";
  }
  return html;
}

auto says(std::string html) {
  return [html](SampleSite& sample) { add_page(sample, "nav", "/faq/", "FAQ", html); };
}

std::string structured(int number) {
  std::string html =
      "<script type=\"application/ld+json\">{\"@type\": \"FAQPage\", \"mainEntity\": [";
  for (int i = 0; i < number; ++i) {
    html += std::string(i ? "," : "") + "{\"@type\": \"Question\", \"name\": \"Fresh?\", " +
            "\"acceptedAnswer\": {\"@type\": \"Answer\", \"text\": \"<p>" + full + "</p>\"}}";
  }
  return html + "]}</script>";
}

}  // namespace

TEST_CASE("every verdict on questions and answers can be reached") {
  hold_rows(
      "faq",
      {
          {"eight", says(questions(8, full)), "number", "wow"},
          {"eight told to machines", says(structured(8)), "number", "wow"},
          {"eight that open", says([] {
             std::string html;
             for (int i = 0; i < 8; ++i) {
               html += "<details><summary>Payment</summary><p>" + full + "</p></details>";
             }
             return html;
           }()),
           "number", "wow"},
          {"a part of home",
           [](SampleSite& s) {
             link_home(s, "main", "<h2>Frequently asked questions</h2>" + questions(8, full));
           },
           "number", "wow"},
          {"seven", says(questions(7, full)), "number", "so-so"},
          {"none", says("<p>Here we answer questions.</p>"), "number", "sucks"},
          {"a dead link", dead_link("/faq/", "FAQ"), "number", "sucks"},
          {"a page that scripts fill", [](SampleSite& s) { add_shell(s, "/faq/", "FAQ"); },
           "number", "not assessed: js-rendered"},
          {"no page", [](SampleSite&) {}, "number", "not applicable"},
          {"questions in an article",
           [](SampleSite& s) { add_page(s, "nav", "/blog/", "Blog", questions(8, full)); },
           "number", "not applicable"},

          {"full answers", says(questions(8, full)), "answers", "wow"},
          {"fair answers", says(questions(8, fair)), "answers", "so-so"},
          {"a word each", says(questions(8, brief)), "answers", "sucks"},
          {"one question alone", says(questions(1, brief)), "answers", "so-so"},
          {"answers that scripts bring", says(questions(8, "")), "answers",
           "not assessed: js-rendered"},
          {"questions that lead on",
           says("<p><a href=\"/a\">Is it fresh?</a></p><p><a href=\"/b\">Is it warm?</a></p>"),
           "answers", "not assessed: no-source"},

          {"a way to ask", says(questions(8, full) + "<a href=\"/contact/\">Ask us</a>"), "exit",
           "wow"},
          {"none but the menu", says(questions(8, full)), "exit", "so-so"},
      });
}

TEST_CASE("an answer as a film is a chip") {
  auto sample = SampleSite::perfect();
  add_page(sample, "nav", "/faq/", "FAQ",
           questions(8, full) + "<iframe src=\"https://www.youtube.com/embed/x\"></iframe>");
  CHECK(judged("faq", sample).touchpoint.chips == std::vector<std::string>{"video-answer"});
}
