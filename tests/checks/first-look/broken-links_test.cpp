#include <catch2/catch.hpp>

#include <chrono>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

void nothing(SampleSite&) {}

// Links from the main part of home to so many pages, of which some are gone.
auto linked(int pages, int gone, int status = 404, int attempt = 1) {
  return [=](SampleSite& sample) {
    std::string links;
    for (int i = 0; i < pages; ++i) {
      const std::string url = home + "p" + std::to_string(i);
      links += "<a href='" + url + "'>" + std::to_string(i) + "</a> ";
      Fetch& fetch = sample.page(url, "<title>x</title>", Role::link);
      fetch.attempt = attempt;
      if (i < gone) fetch.hops.back().status = status;
    }
    swap_text(sample.fetch(home, Role::home).body, "</main>", links + "</main>");
  };
}

auto faulty(FaultKind kind) {
  return [=](SampleSite& sample) {
    linked(1, 0)(sample);
    sample.fault(home + "q", Role::link, kind);
    swap_text(sample.fetch(home, Role::home).body, "</main>", "<a href='/q'>q</a></main>");
  };
}

auto about_page(int status) {  // linked in the menu and the footer
  return [=](SampleSite& sample) {
    sample.page(home + "about/", "<title>About us</title>", Role::link).hops.back().status = status;
  };
}

auto abroad(int pages, int gone, int status = 404, int attempt = 2) {
  return [=](SampleSite& sample) {
    std::string links;
    for (int i = 0; i < pages; ++i) {
      const std::string url = "https://other.example/" + std::to_string(i);
      links += "<a href='" + url + "'>x</a>";
      Fetch& fetch = sample.page(url, "", Role::link);
      fetch.attempt = attempt;
      if (i < gone) fetch.hops.back().status = status;
    }
    swap_text(sample.fetch(home, Role::home).body, "</main>", links + "</main>");
  };
}

auto in_main(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home, Role::home).body, "</main>", html + "</main>");
  };
}

void shell(SampleSite& sample) {
  sample.remove(contact);
  sample.fetch(home, Role::home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

}  // namespace

TEST_CASE("every verdict of broken links can be reached") {
  hold_rows(
      "broken-links",
      {
          {"none", nothing, "internal", "wow"},
          {"many living ones", linked(60, 0), "internal", "wow"},
          {"one of few", linked(5, 1), "internal", "so-so"},
          {"one gone for good", linked(5, 1, 410), "internal", "so-so"},
          {"two of few", linked(5, 2), "internal", "sucks"},
          {"two of a hundred", linked(100, 2), "internal", "so-so"},
          {"three of a hundred", linked(100, 3), "internal", "sucks"},
          {"refused, not dead", linked(5, 3, 403), "internal", "wow"},
          {"unavailable, not dead", linked(5, 3, 503, 2), "internal", "wow"},
          {"unknown status of a social network", linked(5, 3, 999), "internal", "wow"},
          {"a server error once", linked(5, 3, 500), "internal", "wow"},
          {"a server error twice", linked(5, 3, 500, 2), "internal", "sucks"},
          {"no such host", faulty(FaultKind::name_not_found), "internal", "so-so"},
          {"a timeout is not known", faulty(FaultKind::timeout), "internal", "wow"},
          {"nothing followed",
           [](SampleSite& s) {
             s.remove(contact);
             swap_text(s.fetch(home, Role::home).body, "<a href=\"/\">", "<a href=\"/x\">");
           },
           "internal", "not assessed: budget-exhausted"},
          {"no links", shell, "internal", "not applicable"},

          {"the menu lives", about_page(200), "in-menu", "wow"},
          {"the menu has a dead link", about_page(404), "in-menu", "sucks"},
          {"only the text has one", linked(5, 1), "in-menu", "wow"},
          {"no menu", shell, "in-menu", "not applicable"},
          {"no link of the menu was followed",
           [](SampleSite& s) {
             s.remove(contact);
             swap_text(s.fetch(home, Role::home).body, "<a href=\"/\">", "<a href=\"/x\">");
           },
           "in-menu", "not assessed: budget-exhausted"},

          {"living ones", abroad(3, 0), "external", "wow"},
          {"one of ten", abroad(10, 1), "external", "so-so"},
          {"three of ten", abroad(10, 3), "external", "sucks"},
          {"one of three, seen once", abroad(3, 1, 404, 1), "external", "so-so"},
          {"refused", abroad(3, 3, 999), "external", "wow"},
          {"none", nothing, "external", "not applicable"},
          {"not followed", in_main("<a href='https://other.example/'>x</a>"), "external",
           "not assessed: budget-exhausted"},
          {"no way into the world",
           [](SampleSite& sample) {
             in_main("<a href='https://other.example/'>x</a>")(sample);
             sample.fault("https://other.example/", Role::link, FaultKind::unreachable);
           },
           "external", "not assessed: no-network"},

          {"none", nothing, "anchors", "wow"},
          {"found by id", in_main("<a href='#a'>x</a><p id=a>y</p>"), "anchors", "wow"},
          {"found by name", in_main("<a href='#a%20b'>x</a><a name='a b'>y</a>"), "anchors", "wow"},
          {"missing", in_main("<a href='#a'>x</a>"), "anchors", "so-so"},
          {"the top of the page", in_main("<a href='#top'>x</a><a href='#'>y</a>"), "anchors",
           "wow"},
          {"for a script", in_main("<a href='#popup:order'>x</a><a href='#/route'>y</a>"),
           "anchors", "wow"},
          {"a button in truth", in_main("<a href='#a' role=button>x</a>"), "anchors", "wow"},
          {"a shell", shell, "anchors", "not assessed: js-rendered"},
      });
}

TEST_CASE("checking links is linear in their number") {
  SampleSite sample = SampleSite::perfect();
  std::string links;
  for (int i = 0; i < 18'000; ++i) {
    links += "<a href='/p" + std::to_string(i) + "'>x</a><i id=i" + std::to_string(i) + "></i>";
  }
  swap_text(sample.fetch(home, Role::home).body, "</main>", links + "</main>");
  for (int i = 0; i < 300; ++i) {
    sample.page(home + "p" + std::to_string(i), "", Role::link).hops.back().status = 404;
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK(judged("broken-links", sample).verdict("internal") == "sucks");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
