#include <catch2/catch.hpp>

#include "tests/checks/judged.h"
#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

auto club(std::string content) {
  return [content](SampleSite& sample) {
    add_page(sample, "nav", "/bonus/", "Loyalty program", content);
  };
}

auto linked(std::string html) {
  return [html](SampleSite& sample) { link_home(sample, "main", html); };
}

}  // namespace

TEST_CASE("every verdict on rewards can be reached") {
  hold_rows("loyalty-program",
            {
                {"a share", club("Members save 5 % on every order."), "rules", "wow"},
                {"an amount", club("Every tenth visit saves you 10 &euro;."), "rules", "wow"},
                {"points", club("Each loaf brings 10 points."), "rules", "wow"},
                {"no figures", club("Members are treated well, always and everywhere."), "rules",
                 "so-so"},
                {"only named", linked("<h2>Gift cards</h2>"), "rules", "so-so"},
                {"a dead link", dead_link("/bonus/", "Loyalty program"), "rules", "sucks"},
                {"no programme", [](SampleSite&) {}, "rules", "not applicable"},
                {"a bank's cashback in the text", linked("<p>The card gives cashback.</p>"),
                 "rules", "not applicable"},
            });
}

TEST_CASE("a company without rewards lacks nothing, where that is proven") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged("loyalty-program", sample).touchpoint.status == Status::absent);
  sample.recording().complete = false;
  CHECK(judged("loyalty-program", sample).verdict("rules") == "not assessed: budget-exhausted");
}
