#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

auto says(std::string html, std::string name = "Loyalty program") {
  return [=](SampleSite& sample) { add_page(sample, "nav", "/loyalty/", name, html); };
}

auto mentioned(std::string html) {
  return [html](SampleSite& sample) { link_home(sample, "main", html); };
}

}  // namespace

TEST_CASE("every verdict on the reward for loyal customers can be reached") {
  hold_rows(
      "loyalty-program", "rules",
      {
          {"a share", says("<p>Earn 5 % of every order.</p>"), "wow"},
          {"points", says("<p>How it works: 10 points for every loaf.</p>"), "wow"},
          {"an amount", says("<p>Gift card, valid for three years: from 20 €.</p>", "Gift card"),
           "wow"},
          {"rules without figures", says("<p>How it works: ask us.</p>"), "so-so"},
          {"figures without rules", says("<p>Always 5 %.</p>"), "so-so"},
          {"neither", says("<p>We like those who return.</p>"), "so-so"},
          {"a sentence", mentioned("<p>Ask for our loyalty card!</p>"), "so-so"},
          {"a dead link", dead_link("/loyalty/", "Loyalty program"), "sucks"},
          {"a page that refuses us", walled_link("/loyalty/", "Loyalty program"),
           "not assessed: blocked-403"},
          {"a page that scripts fill",
           [](SampleSite& s) { add_shell(s, "/loyalty/", "Loyalty program"); },
           "not assessed: js-rendered"},
          {"money back from a bank",
           mentioned("<p>5 % cashback when you pay with your bank card.</p>"), "not applicable"},
          {"whose money back is not said", mentioned("<p>The card gives cashback.</p>"),
           "not applicable"},
          {"a shop's own", mentioned("<p>Earn cashback with every loaf.</p>"), "so-so"},
          {"a link", mentioned("<a href=/x/>Gift cards</a>"), "so-so"},
          {"a club of another kind", says("<p>Our bread club meets on Mondays.</p>", "Bonus"),
           "not applicable"},
          {"nowhere", [](SampleSite&) {}, "not applicable"},
          {"not all was read", [](SampleSite& s) { s.recording().complete = false; },
           "not assessed: budget-exhausted"},
      });
}

TEST_CASE("a reward is an opportunity, where its absence is proven") {
  CHECK(judged("loyalty-program", SampleSite::perfect()).touchpoint.status == Status::absent);
}
