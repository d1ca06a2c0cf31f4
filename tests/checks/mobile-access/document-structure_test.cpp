#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

// On both pages of the sample.
auto swapped(std::string from, std::string to) {
  return [from, to](SampleSite& sample) {
    for (const std::string& page : {home, contact}) {
      std::string& body = sample.fetch(page).body;
      if (body.find(from) != std::string::npos) swap_text(body, from, to);
    }
  };
}

auto on(std::string page, std::string from, std::string to) {
  return [page, from, to](SampleSite& s) { swap_text(s.fetch(page).body, from, to); };
}

void without_headings(SampleSite& sample) {
  for (const std::string tag : {"h1", "h2"}) {
    swapped("<" + tag + ">", "<p>")(sample);
    swapped("</" + tag + ">", "</p>")(sample);
  }
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the pages' structure can be reached") {
  hold_rows(
      "document-structure",
      {
          {"one each", nothing, "h1", "wow"},
          {"two on one page", on(home, "<h1>", "<h1>Bread</h1><h1>"), "h1", "so-so"},
          {"none on one page", on(contact, "h1>", "h2>"), "h1", "so-so"},
          {"one by its role",
           on(contact, "<h1>Contact</h1>", "<p role=heading aria-level=1>Contact</p>"), "h1",
           "wow"},
          {"no headings", without_headings, "h1", "sucks"},
          {"a hidden second one", on(home, "<h1>", "<h1 hidden>Bread</h1><h1>"), "h1", "wow"},

          {"in order", nothing, "order", "wow"},
          {"gaps", on(contact, "h2>", "h4>"), "order", "so-so"},
          {"back up", on(contact, "<h2>Write", "<h3>By bus</h3><h2>Write"), "order", "wow"},
          {"no second heading", [](SampleSite& s) { s.remove(contact); }, "order",
           "not applicable"},

          {"all four", nothing, "landmarks", "wow"},
          {"three", swapped("main>", "div>"), "landmarks", "wow"},
          {"two",
           [](SampleSite& s) {
             swapped("main>", "div>")(s);
             swapped("footer>", "div>")(s);
           },
           "landmarks", "so-so"},
          {"by role",
           [](SampleSite& s) {
             swapped("<main>", "<div role=main>")(s);
             swapped("<footer>", "<div role=contentinfo>")(s);
           },
           "landmarks", "wow"},

          {"none", nothing, "skip", "so-so"},
          {"the first link",
           swapped("<header>", "<a href=#content>Skip</a><i id=content></i><header>"), "skip",
           "wow"},
          {"to an anchor of old",
           swapped("<header>", "<a href=#content>Skip</a><a name=content></a><header>"), "skip",
           "wow"},
          {"to nowhere", swapped("<header>", "<a href=#content>Skip</a><header>"), "skip", "so-so"},
          {"a second link", swapped("<nav>", "<a href=#content>Skip</a><nav id=content>"), "skip",
           "so-so"},
      });
}

TEST_CASE("a shell that a script fills may still get its structure") {
  SampleSite sample("https://example.com/");
  sample.page(home,
              "<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
              "</body></html>",
              Role::home);
  for (const char* component : {"h1", "order", "landmarks", "skip"}) {
    CHECK(judged("document-structure", sample).verdict(component) == "not assessed: js-rendered");
  }
}
