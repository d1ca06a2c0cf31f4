#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

std::string pdf(int pages, const std::string& words, const std::string& title) {
  return "%PDF-1.4\n1 0 obj <</Type /Pages /Count " + std::to_string(pages) + ">> endobj\n" +
         "2 0 obj <</Producer (x) " + (title.empty() ? "" : "/Title (" + title + ")") +
         ">> endobj\n3 0 obj <</Length 9>> stream\nBT (" + words + ") Tj ET\nendstream endobj";
}

std::string words(const std::string& beginning) {
  std::string text = beginning;
  while (text.size() < 250) text += " sourdough bread";
  return text;
}

auto file(std::string body, std::string name = "Our offer", std::string path = "offer.pdf") {
  return [=](SampleSite& sample) {
    link_home(sample, "main", "<a href=\"/" + path + "\">" + name + "</a>");
    sample.answer(home + path, Role::document, "application/pdf", body);
  };
}

auto pages(int number, std::string name = "Our offer") {
  return file(pdf(number, words("Call"), "Offer"), name);
}

auto says(std::string text) {
  return file(pdf(1, text, "Offer"));
}

auto titled(std::string title) {
  return file(pdf(1, words(""), title));
}

}  // namespace

TEST_CASE("every verdict on the offer as a file can be reached") {
  const std::string good = words("Save 20 %, 12 loaves for 40 euros: +49 30 12345678.");
  hold_rows(
      "commercial-offer-file",
      {
          {"one page", pages(1), "pages", "wow"},
          {"three pages", pages(3), "pages", "so-so"},
          {"eleven pages", pages(11), "pages", "sucks"},
          {"a presentation of twenty", pages(20, "Company presentation"), "pages", "wow"},
          {"a presentation of forty", pages(40, "Company presentation"), "pages", "so-so"},
          {"a presentation of fifty", pages(50, "Company presentation"), "pages", "sucks"},
          {"told by the name of the file", file(pdf(1, "", ""), "Download", "commercial-offer.pdf"),
           "pages", "wow"},
          {"cut before it says",
           [](SampleSite& s) {
             file("%PDF-1.4\n")(s);
             s.fetch(home + "offer.pdf").truncated = true;
           },
           "pages", "not assessed: truncated"},
          {"nobody asked for it",
           [](SampleSite& s) { link_home(s, "main", "<a href=\"/a.pdf\">Our offer</a>"); }, "pages",
           "not assessed: budget-exhausted"},
          {"another file", file(pdf(1, "", ""), "Recipe", "recipe.pdf"), "pages", "not applicable"},

          {"a number to call", says(good), "contacts", "wow"},
          {"no way to answer", says(words("Bread")), "contacts", "so-so"},
          {"words that are pictures", says(""), "contacts", "not assessed: no-source"},

          {"figures", says(good), "figures", "wow"},
          {"no figure", says(words("Bread")), "figures", "so-so"},

          {"its own title", titled("Bread for your canteen"), "title", "wow"},
          {"no title", titled(""), "title", "so-so"},
          {"left by the program", titled("Microsoft Word - offer.doc"), "title", "sucks"},
          {"left untitled", titled("Untitled"), "title", "sucks"},
      });
}

TEST_CASE("an offer on one sheet is a chip") {
  auto sample = SampleSite::perfect();
  pages(1)(sample);
  CHECK(judged("commercial-offer-file", sample).touchpoint.chips ==
        std::vector<std::string>{"one-sheet"});
}
