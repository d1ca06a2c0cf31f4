#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

auto says(std::string html) {
  return [html](SampleSite& sample) { link_home(sample, "main", html); };
}

}  // namespace

TEST_CASE("every verdict on the reasons to choose a company can be reached") {
  hold_rows(
      "comparison-content",
      {
          {"three lines, one with a figure",
           says("<h2>Why choose us</h2><ul><li>Our dough rests 24 hours</li><li>Our flour is all "
                "organic</li><li>We deliver by bicycle</li></ul>"),
           "proof", "wow"},
          {"three headings",
           says("<h2>Our advantages</h2><h3>Time</h3><p>24 hours</p><h3>Flour</h3><h3>Wheels</h3>"),
           "proof", "wow"},
          {"a table",
           says("<h2>We and others compared</h2><table><tr><td>Hours of rest</td><td>24</td>"
                "</tr><tr><td>Flour from the region</td><td>yes</td></tr><tr><td>Baked in our own "
                "oven</td><td>yes</td></tr></table>"),
           "proof", "wow"},
          {"no figure",
           says("<h2>Why us</h2><p>We are the best.</p><p>We are so fast.</p><p>We are very "
                "friendly.</p>"),
           "proof", "so-so"},
          {"two arguments",
           says("<h2>Why us</h2><p>Our dough rests 24 hours</p><p>Organic flour alone here</p>"
                "<h2>News</h2><p>We have 3 new cakes</p><p>And many new rolls</p>"),
           "proof", "so-so"},
          {"no such heading", [](SampleSite&) {}, "proof", "not applicable"},
          {"a page that scripts fill",
           [](SampleSite& s) {
             s.fetch(home).body =
                 "<html lang=\"en\"><head><script src=\"/app.js\"></script></head>"
                 "<body><div id=\"root\"></div></body></html>";
           },
           "proof", "not assessed: js-rendered"},
      });
}
