#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string box = "<form action='/search' role=search><input name=q type=search></form>";
const std::string asked = home + "search?q=sourdough";

void none(SampleSite&) {}

void on(SampleSite& sample, const std::string& page) {
  swap_text(sample.fetch(page).body, "<main>", box + "<main>");
}

void everywhere(SampleSite& sample) {
  on(sample, home);
  on(sample, contact);
}

std::string results(const std::string& name) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "<p>We bake bread every night from organic flour.</p>";
  return "<html lang=en><body><header><a href='/'>Sourdough</a></header><main><a href='/r'>" +
         name + "</a>" + text + "</main></body></html>";
}

auto answering(std::string html, int status = 200, int attempt = 1) {
  return [=](SampleSite& sample) {
    everywhere(sample);
    Fetch& fetch = sample.page(asked, html, Role::site_search);
    fetch.hops.back().status = status;
    fetch.attempt = attempt;
    sample.visit(asked, Role::site_search).note = "word";
  };
}

auto after(int milliseconds, int attempt) {
  return [=](SampleSite& sample) {
    answering(results("Sourdough rolls"), 200, attempt)(sample);
    sample.fetch(asked).hops.back().timing.first_byte = milliseconds * 1'000;
  };
}

}  // namespace

TEST_CASE("every verdict of the site's search can be reached") {
  hold_rows("site-search",
            {
                {"on every page", everywhere, "present", "wow"},
                {"on one page of two", [](SampleSite& s) { on(s, home); }, "present", "so-so"},
                {"nowhere", none, "present", "not applicable"},

                {"found", answering(results("Sourdough rolls")), "works", "wow"},
                {"only the menu has the word", answering(results("Rolls")), "works", "so-so"},
                {"no such page", answering("<title>x</title>", 404, 2), "works", "sucks"},
                {"no such page, seen once", answering("<title>x</title>", 404), "works", "so-so"},
                {"a broken server", answering("<title>x</title>", 500, 2), "works", "sucks"},
                {"forbidden to robots",
                 [](SampleSite& s) {
                   everywhere(s);
                   s.fault(asked, Role::site_search, FaultKind::robots_disallowed);
                   s.visit(asked, Role::site_search).note = "word";
                 },
                 "works", "not assessed: robots-disallowed"},
                {"not tried", everywhere, "works", "not assessed: no-source"},

                {"quick", after(200, 1), "speed", "wow"},
                {"slow", after(2'000, 1), "speed", "so-so"},
                {"very slow", after(4'000, 2), "speed", "sucks"},
                {"very slow once", after(4'000, 1), "speed", "so-so"},
                {"not tried", everywhere, "speed", "not assessed: no-source"},
            });
}
