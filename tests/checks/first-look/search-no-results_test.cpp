#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string asked = home + "search?q=0f3a9c5e7b1d2846", word = home + "search?q=sourdough";

void none(SampleSite&) {}

void box(SampleSite& sample) {
  swap_text(sample.fetch(home).body, "<main>",
            "<form action='/search' role=search><input name=q type=search></form><main>");
}

std::string page_of(const std::string& content, bool contact = true) {
  std::string menu;
  for (int i = 0; i < 12; ++i) menu += "<a href='/m" + std::to_string(i) + "'>Bread</a> ";
  if (contact) menu += "<a href='/contact/'>Contact</a>";
  return "<html lang=en><body><nav>" + menu + "</nav><main>" + content + "</main></body></html>";
}

std::string links(int count) {
  std::string html;
  for (int i = 0; i < count; ++i) html += "<a href='/r" + std::to_string(i) + "'>Rolls</a> ";
  return html;
}

auto answering(std::string html, int status = 200, int attempt = 1) {
  return [=](SampleSite& sample) {
    box(sample);
    Fetch& fetch = sample.page(asked, html, Role::site_search);
    fetch.hops.back().status = status;
    fetch.attempt = attempt;
    sample.visit(asked, Role::site_search).note = "nothing";
  };
}

}  // namespace

TEST_CASE("every verdict of the page for nothing found can be reached") {
  const std::string sorry = "<p>Sorry, nothing found.</p>";
  hold_rows("search-no-results",
            {
                {"says so", answering(page_of(sorry)), "answer", "wow"},
                {"shows a zero", answering(page_of("<p>0 results</p>")), "answer", "so-so"},
                {"says something else", answering(page_of("<p>Here you are, dear visitor</p>")),
                 "answer", "so-so"},
                {"is empty", answering(page_of("")), "answer", "sucks"},
                {"shows everything",
                 [](SampleSite& s) {
                   answering(page_of(links(5)))(s);
                   s.page(word, page_of(links(5)), Role::site_search);
                   s.visit(word, Role::site_search).note = "word";
                 },
                 "answer", "sucks"},
                {"breaks", answering(page_of(""), 500, 2), "answer", "sucks"},
                {"not tried", box, "answer", "not assessed: no-source"},
                {"no search", none, "answer", "not applicable"},

                {"leads on", answering(page_of(sorry + links(3))), "help", "wow"},
                {"leads nowhere", answering(page_of(sorry)), "help", "so-so"},
                {"no human", answering(page_of(sorry + links(3), false)), "help", "so-so"},
                {"not tried", box, "help", "not assessed: no-source"},
            });
}
