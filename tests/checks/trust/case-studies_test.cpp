#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", cases = home + "cases/";

std::string filler() {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "<p>We bake bread every night from organic flour.</p>";
  return text;
}

auto page(std::string content) {
  return [content](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "</nav>", "<a href='/cases/'>Case studies</a></nav>");
    sample.page(cases,
                "<html lang=en><title>Case studies</title><body><main><h1>Case studies</h1>" +
                    filler() + content + "</main></body></html>");
  };
}

auto works(int count, std::string text = {}) {
  std::string html;
  for (int i = 0; i < count; ++i) html += "<h2>Bread for all</h2><p>" + text + "</p>";
  return page(html);
}

auto pictures(int count) {
  std::string html;
  for (int i = 0; i < count; ++i) html += "<img src='/w" + std::to_string(i) + ".jpg' alt=x>";
  return page(html);
}

void none(SampleSite&) {}

void unread(SampleSite& sample) {
  swap_text(sample.fetch(home).body, "</nav>", "<a href='/cases/'>Case studies</a></nav>");
  sample.fault(cases, Role::page, FaultKind::timeout);
}

}  // namespace

TEST_CASE("every verdict of the case studies can be reached") {
  hold_rows("case-studies",
            {
                {"three", works(3), "number", "wow"},
                {"three pages below",
                 page("<a href='/cases/a'>A</a><a href='/cases/b'>B</a><a href='/cases/c'>C</a>"),
                 "number", "wow"},
                {"one", works(1), "number", "so-so"},
                {"pictures alone", pictures(6), "number", "so-so"},
                {"nothing", page(""), "number", "sucks"},
                {"no page", none, "number", "not applicable"},
                {"unread", unread, "number", "not assessed: timeout"},

                {"results in per cent", works(3, "Sales grew by 30 %."), "figures", "wow"},
                {"results in money", works(3, "Saved 12 000 €."), "figures", "wow"},
                {"no figures", works(3, "All were happy."), "figures", "so-so"},
                {"no page", none, "figures", "not applicable"},
                {"unread", unread, "figures", "not assessed: timeout"},

                {"a client by name", works(3, "Client: Huber"), "names", "wow"},
                {"a link to the client", works(3, "<a href='https://huber.example/'>Huber</a>"),
                 "names", "wow"},
                {"nobody", works(3, "All were happy."), "names", "so-so"},
                {"no page", none, "names", "not applicable"},
                {"unread", unread, "names", "not assessed: timeout"},
            });
}

TEST_CASE("a heading on the start page, or the line above it, opens the case studies") {
  const std::string pictures = "<img src=/a.jpg><img src=/b.jpg><img src=/c.jpg>";
  for (const std::string& opening :
       {std::string("<h2>Case study - Bakery</h2>"), std::string("<h3>Our work</h3>"),
        std::string("<span>CASE STUDY: BAKERY</span><h2>Better bread</h2>")}) {
    INFO(opening);
    SampleSite sample = SampleSite::perfect();
    swap_text(sample.fetch(home).body, "</main>",
              "<div><div>" + opening + "</div><div>" + pictures + "</div></div></main>");
    CHECK(judged("case-studies", sample).touchpoint.status == Status::assessed);
  }
}
