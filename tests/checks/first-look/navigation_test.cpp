#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

void nothing(SampleSite&) {}

std::string filler() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "<p>We bake bread every night from organic flour.</p>";
  return text;
}

const std::string menu = "<nav><a href='/a'>A</a><a href='/b'>B</a><a href='/c'>C</a></nav>";

std::string page_with(const std::string& header) {
  return "<html lang=en><body><header>" + header + "</header><main><h1>Bread</h1>" + filler() +
         "</main></body></html>";
}

// Home and so many further pages, the first of which have that header.
auto pages(int all, int having, std::string header) {
  return [=](SampleSite& sample) {
    sample.remove(contact);
    sample.fetch(home, Role::home).body = page_with(header);
    for (int i = 1; i < all; ++i) {
      sample.page(home + "p" + std::to_string(i), page_with(i < having ? header : ""));
    }
  };
}

auto entries(int count, bool below = false) {
  std::string items;
  for (int i = 0; i < count; ++i) {
    items += "<li><a href='/e" + std::to_string(i) + "'>E</a>";
    if (below) items += "<ul><li><a href='/x'>X</a><li><a href='/y'>Y</a></ul>";
    items += "</li>";
  }
  return pages(2, 2, "<nav><ul>" + items + "</ul></nav>");
}

auto deep(int depth) {
  return [depth](SampleSite& sample) {
    pages(4, 4, "<a href='/'>x</a>")(sample);
    for (int i = 1; i < 4; ++i)
      sample.visit(home + "p" + std::to_string(i), Role::page).depth = depth;
  };
}

auto sitemap(int all, int alone) {
  return [=](SampleSite& sample) {
    std::string links;
    for (int i = 0; i < all; ++i) {
      const std::string url = home + "s" + std::to_string(i);
      sample.page(url, "", Role::sitemap_entry);
      if (i >= alone) links += "<a href='" + url + "'>s</a>";
    }
    swap_text(sample.fetch(home, Role::home).body, "</main>", links + "</main>");
  };
}

void shell(SampleSite& sample) {
  sample.remove(contact);
  sample.fetch(home, Role::home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

}  // namespace

TEST_CASE("every verdict of the navigation can be reached") {
  hold_rows(
      "navigation",
      {
          {"one menu", nothing, "menu", "wow"},
          {"on two pages of three", pages(3, 2, menu), "menu", "so-so"},
          {"on one page of four", pages(4, 1, menu), "menu", "sucks"},
          {"on no page", pages(4, 0, ""), "menu", "sucks"},
          {"a one-page site", pages(1, 1, "<a href='#a'>A</a><a href='#b'>B</a><a href='#c'>C</a>"),
           "menu", "wow"},
          {"on no page of one, and others were left unread",
           [](SampleSite& s) {
             pages(1, 0, "")(s);
             s.recording().complete = false;
           },
           "menu", "not assessed: budget-exhausted"},
          {"a shell", shell, "menu", "not assessed: js-rendered"},

          {"five", entries(5), "items", "wow"},
          {"five with more below", entries(5, true), "items", "wow"},
          {"a drawer that opens the menu, and a button",
           pages(2, 2,
                 "<nav><div class='nav-dropdown'><button>Menu</button><div><a href='/e0'>A</a>"
                 "<a href='/e1'>B</a><a href='/e2'>C</a><a href='/e3'>D</a></div></div>"
                 "<a href='/e4'>Write</a></nav>"),
           "items", "wow"},
          {"two", entries(2), "items", "so-so"},
          {"twelve", entries(12), "items", "so-so"},
          {"thirty", entries(30), "items", "sucks"},
          {"none", pages(2, 0, ""), "items", "not applicable"},
          {"a shell", shell, "items", "not assessed: js-rendered"},

          {"one click", nothing, "depth", "wow"},
          {"four clicks", deep(4), "depth", "so-so"},
          {"five clicks", deep(5), "depth", "sucks"},
          {"one page", pages(1, 0, ""), "depth", "not applicable"},
          {"a shell", shell, "depth", "not assessed: js-rendered"},

          {"every page", nothing, "home-link", "wow"},
          {"the start page of a language", pages(2, 2, "<a href='/en/'>x</a>"), "home-link", "wow"},
          {"an index page", pages(2, 2, "<a href='/index.html'>x</a>"), "home-link", "wow"},
          {"two of three", pages(4, 3, "<a href='/'>x</a>"), "home-link", "so-so"},
          {"none", pages(3, 3, menu), "home-link", "sucks"},
          {"one page", pages(1, 1, menu), "home-link", "not applicable"},
          {"a further page is a shell",
           [](SampleSite& s) {
             shell(s);
             s.page(home + "p", s.fetch(home, Role::home).body);
           },
           "home-link", "not assessed: js-rendered"},

          {"no sitemap", nothing, "orphans", "not applicable"},
          {"all linked", sitemap(5, 0), "orphans", "wow"},
          {"one of five", sitemap(5, 1), "orphans", "so-so"},
          {"three of five", sitemap(5, 3), "orphans", "sucks"},
          {"pages were left unread",
           [](SampleSite& s) {
             sitemap(5, 3)(s);
             s.recording().complete = false;
           },
           "orphans", "not assessed: budget-exhausted"},
          {"entries that no longer answer",
           [](SampleSite& s) {
             s.page(home + "old", "", Role::sitemap_entry).hops.back().status = 404;
           },
           "orphans", "not applicable"},
      });
}

TEST_CASE("a site without any menu lacks one") {
  SampleSite sample = SampleSite::perfect();
  pages(3, 0, "")(sample);
  CHECK(judged("navigation", sample).touchpoint.status == Status::missing);
}

TEST_CASE("pages that were not read are as far as the links to them") {
  SampleSite sample = SampleSite::perfect();
  pages(2, 2, "<a href='/'>x</a>")(sample);
  Visit& far = sample.visit(home + "p1", Role::page);
  far.depth = 4;
  for (int i = 0; i < 5; ++i) far.fetch.body += "<a href='/q" + std::to_string(i) + "'>q</a>";
  CHECK(judged("navigation", sample).verdict("depth") == "sucks");
}
