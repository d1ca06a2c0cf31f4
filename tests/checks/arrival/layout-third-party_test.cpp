#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string map =
    "https://www.openstreetmap.org/export/embed.html?bbox=13.38,52.48,13.40,52.49";

// The map of the contact page answered so, that often.
auto answered(int status, int looks = 1) {
  return [=](SampleSite& s) {
    for (int i = 0; i < looks; ++i) {
      Fetch& fetch = s.page(map, "<p>x</p>", Role::third_party);
      fetch.hops.back().status = status;
      fetch.attempt = i + 1;
    }
  };
}

auto frames(std::string html) {
  return [html](SampleSite& s) {
    swap_text(s.fetch(home).body, "</main>",
              "<iframe src='https://a.net/1'></iframe>" + html + "</main>");
  };
}

}  // namespace

TEST_CASE("every verdict on embedded content can be reached") {
  hold_rows(
      "layout-third-party",
      {
          {"there", answered(200), "alive", "wow"},
          {"refused to us", answered(403), "alive", "wow"},
          {"gone", answered(404, 2), "alive", "sucks"},
          {"gone by one look", answered(410), "alive", "so-so"},
          {"no such host",
           [](SampleSite& s) {
             s.fault(map, Role::third_party, FaultKind::name_not_found);
             s.fault(map, Role::third_party, FaultKind::name_not_found).attempt = 2;
           },
           "alive", "sucks"},
          {"nobody looked", [](SampleSite&) {}, "alive", "not assessed: insufficient-evidence"},
          {"nothing embedded",
           [](SampleSite& s) { swap_text(s.fetch(home + "contact/").body, "<iframe", "<p"); },
           "alive", "not applicable"},

          {"one a page", [](SampleSite&) {}, "lazy", "wow"},
          {"a second at once", frames("<iframe src='https://a.net/2'></iframe>"), "lazy", "so-so"},
          {"a second that waits", frames("<iframe loading=lazy src='https://a.net/2'></iframe>"),
           "lazy", "wow"},
          {"a second at a click", frames("<iframe data-src='https://a.net/2'></iframe>"), "lazy",
           "wow"},
          {"frames that nobody sees",
           frames("<iframe width=0 height=0 src='https://a.net/2'></iframe>"
                  "<noscript><iframe src='https://a.net/3'></iframe></noscript>"
                  "<iframe style='display: none' src='https://a.net/4'></iframe>"),
           "lazy", "wow"},
          {"a frame of its own", frames("<iframe src='/calculator'></iframe>"), "lazy", "wow"},
      });
}
