#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string three =
    "<a href=\"/a\">Our bread</a> <a href=\"/b\">Cakes</a> <a href=\"/c\">Recipes</a>";

auto says(std::string html, std::string name = "Thank you", std::string head = "") {
  return [=](SampleSite& sample) {
    add_guess(sample, "/thank-you/", name, html);
    if (!head.empty())
      swap_text(sample.fetch(home + "thank-you/").body, "<title>", head + "<title>");
  };
}

const std::string noindex = "<meta name=\"robots\" content=\"noindex, follow\">";

}  // namespace

TEST_CASE("every verdict on the page of thanks can be reached") {
  hold_rows(
      "thank-you-page",
      {
          {"it thanks", says("<p>Your message has been sent.</p>"), "thanks", "wow"},
          {"it says sent alone", says("<p>See you.</p>", "Your message has been sent"), "thanks",
           "so-so"},
          {"words for machines",
           [](SampleSite& s) {
             link_home(s, "main", "<a href=\"/thank-you/\">Thank you</a>");
             s.page(home + "thank-you/", "<html lang=\"en\"><title></title>{\"status\": 0}</html>");
           },
           "thanks", "sucks"},
          {"no address is known", [](SampleSite&) {}, "thanks", "not assessed: manual-only"},
          {"the site is closed", [](SampleSite& s) { s.fetch(home).hops.back().status = 403; },
           "thanks", "not assessed: blocked-403"},

          {"when somebody answers", says("<p>We reply within 2 hours.</p>"), "next", "wow"},
          {"nothing of it", says("<p>Your message has been sent.</p>"), "next", "so-so"},

          {"three links", says(three), "onward", "wow"},
          {"a gift", says("<p>Your promo code for the next visit: BREAD</p>"), "onward", "wow"},
          {"one link", says("<a href=\"/a\">Our bread</a>"), "onward", "so-so"},
          {"a dead end", says("<p>Your message has been sent.</p>"), "onward", "sucks"},

          {"kept out", says(three, "Thank you", noindex), "hidden", "wow"},
          {"kept out by a header",
           [](SampleSite& s) {
             says(three)(s);
             SampleSite::set_header(s.fetch(home + "thank-you/"), "x-robots-tag", "noindex");
           },
           "hidden", "wow"},
          {"not kept out", says(three), "hidden", "so-so"},
          {"in the sitemap",
           [](SampleSite& s) {
             says(three)(s);
             s.answer(home + "sitemap.xml", Role::sitemap, "application/xml",
                      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>" +
                          home + "thank-you/</loc></url></urlset>");
           },
           "hidden", "sucks"},
      });
}

TEST_CASE("a gift on the page of thanks is a chip") {
  auto sample = SampleSite::perfect();
  says("<p>A voucher for you: BREAD</p>")(sample);
  CHECK(judged("thank-you-page", sample).touchpoint.chips ==
        std::vector<std::string>{"onward-gift"});
}
