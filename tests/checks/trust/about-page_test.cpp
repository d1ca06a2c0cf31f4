#include <catch2/catch.hpp>

#include "checks/presence.h"
#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", about = home + "about/";

std::string text(int lines) {
  std::string all;
  for (int i = 0; i < lines; ++i) all += "<p>We bake bread every night from organic flour.</p>";
  return all;
}

auto told(std::string content, int depth = 1) {
  return [=](SampleSite& sample) {
    sample.page(about,
                "<html lang=en><title>About us</title><body><header><a href='/'>x</a>"
                "</header><main><h1>About us</h1>" +
                    content + "</main></body></html>");
    sample.visit(about, Role::page).depth = depth;
  };
}

auto far(int depth) {
  return [=](SampleSite& sample) {
    for (const std::string& page : {home, home + "contact/"}) {
      swap_text(sample.fetch(page).body, "<a href=\"/about/\">About us</a>", "");
    }
    swap_text(sample.fetch(home + "contact/").body, "</main>",
              "<a href='/about/'>About us</a></main>");
    told(text(40), depth)(sample);
  };
}

void gone(SampleSite& sample) {
  sample.page(about, "<title>Gone</title>", Role::page).hops.back().status = 404;
}

void guessed(SampleSite& sample) {
  far(1)(sample);
  swap_text(sample.fetch(home + "contact/").body, "<a href='/about/'>About us</a>", "");
  sample.visit(about, Role::page).role = Role::guessed;
}

void none(SampleSite& sample) {
  for (const std::string& page : {home, home + "contact/"}) {
    swap_text(sample.fetch(page).body, "<a href=\"/about/\">About us</a>", "");
  }
}

void unread(SampleSite& sample) {
  sample.fault(about, Role::page, FaultKind::timeout);
}

}  // namespace

TEST_CASE("every verdict of the page about the company can be reached") {
  hold_rows(
      "about-page",
      {
          {"one click", told(text(40)), "reachable", "wow"},
          {"two clicks", far(2), "reachable", "so-so"},
          {"only guessed", guessed, "reachable", "so-so"},
          {"a dead link", gone, "reachable", "sucks"},
          {"none", none, "reachable", "not applicable"},
          {"unread", unread, "reachable", "not assessed: timeout"},

          {"much", told(text(40)), "substance", "wow"},
          {"little", told(text(8)), "substance", "so-so"},
          {"nearly nothing", told(text(1) + "<a href='/'>x</a>"), "substance", "sucks"},
          {"none", none, "substance", "not applicable"},
          {"unread", unread, "substance", "not assessed: timeout"},

          {"three figures", told(text(40) + "<p>Since 1998, 25 bakers, 12 000 loaves.</p>"),
           "facts", "wow"},
          {"counters that scripts run",
           told(text(40) +
                "<p><b data-target=80>0</b><i>Years</i></p><p><b data-count='20'>0</b></p>"
                "<p><b>6</b><i>Sectors</i></p><a data-target='#menu'>Menu</a>"),
           "facts", "wow"},
          {"prices and the year of the copyright",
           told(text(40) + "<p>Rolls from 15 €, 20 €, 25 €.</p><p>© 2025 Example</p>"), "facts",
           "so-so"},
          {"a phone number", told(text(40) + "<p>Call +49 30 123 45 67 from 8 to 17.</p>"), "facts",
           "so-so"},
          {"no figures", told(text(40)), "facts", "so-so"},
          {"unread", unread, "facts", "not assessed: timeout"},

          {"a picture", told(text(40) + "<img src='/team.jpg' alt='We'>"), "faces", "wow"},
          {"an icon", told(text(40) + "<img src='/star.png' width=16 alt=''>"), "faces", "so-so"},
          {"no picture", told(text(40)), "faces", "so-so"},
          {"unread", unread, "faces", "not assessed: timeout"},
      });
}

TEST_CASE("a site that says nothing of its company lacks the page") {
  SampleSite sample = SampleSite::perfect();
  none(sample);
  CHECK(judged("about-page", sample).touchpoint.status == Status::missing);
}

TEST_CASE("a heading on the start page opens a section about the company") {
  for (const char* const heading : {"About us", "About me", "Our story"}) {
    INFO(heading);
    SampleSite sample = SampleSite::perfect();
    none(sample);
    swap_text(sample.fetch(home).body, "</main>",
              "<div><h2>" + std::string(heading) + "</h2><div>" + text(20) + "</div></div></main>");
    const auto result = judged("about-page", sample);
    CHECK(result.touchpoint.status == Status::assessed);
    CHECK(result.verdict("substance") != "not applicable");
  }
  const std::string boxed =
      "<div class=box><div class=title><h2>Huber - About us</h2></div></div><div class=box>";
  for (const std::string& opening : {boxed, std::string("<h2>About us</h2><div>")}) {
    INFO(opening);
    SampleSite sample = SampleSite::perfect();
    none(sample);
    swap_text(sample.fetch(home).body, "</main>",
              opening + text(20) + "</div><div><h2>Bread</h2></div></main>");
    CHECK(judged("about-page", sample).touchpoint.status == Status::assessed);
  }
  SampleSite sample = SampleSite::perfect();
  none(sample);
  swap_text(sample.fetch(home).body, "</main>",
            "<div><h2>About bread</h2><div>" + text(20) + "</div></div></main>");
  CHECK(judged("about-page", sample).touchpoint.status != Status::assessed);
}

TEST_CASE("a link to a mark leads to what stands behind the mark") {
  SampleSite sample = SampleSite::perfect();
  none(sample);
  swap_text(sample.fetch(home).body, "</nav>", "<a href='#us'>About us</a></nav>");
  swap_text(
      sample.fetch(home).body, "</main>",
      "<div><a name=us></a></div><div>" + text(20) + "</div><div>" + text(99) + "</div></main>");
  const auto result = judged("about-page", sample);
  CHECK(result.touchpoint.status == Status::assessed);
  CHECK(result.verdict("substance") == "wow");
}

TEST_CASE("house numbers and postcodes are no figures of the company") {
  SampleSite sample = SampleSite::perfect();
  told(text(40) +
       "<p>Since 1998</p><p>Example, Bergmannstr. 12, 10961 Berlin, Germany</p>")(sample);
  CHECK(judged("about-page", sample).verdict("facts") == "wow");
  CHECK(judged("about-page", sample, find_presence(sample.site())).verdict("facts") == "so-so");
}
