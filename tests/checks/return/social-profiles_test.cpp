#include "checks/social_links.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

// In the footer of every page, in place of what the sample links.
Break icons(const std::string& html) {
  return everywhere("<footer>", "<footer>" + html);
}

std::string icon(const std::string& href, const std::string& name = "Profile") {
  return "<a href=\"" + href + "\">" + name + "</a>";
}

const std::string facebook = icon("https://www.facebook.com/example.bakery"),
                  xing = icon("https://www.xing.com/companies/examplebakery"),
                  reddit = icon("https://www.reddit.com/r/examplebakery"),
                  github = icon("https://github.com/examplebakery");

Break answered(const std::string& html, const std::string& url, int status) {
  return all_of({icons(html), [=](SampleSite& sample) {
                   sample.page(url, "", Role::third_party).hops.back().status = status;
                 }});
}

}  // namespace

TEST_CASE("every verdict on social networks can be reached") {
  hold_contact_rows(
      "social-profiles",
      {
          {"two, one that leads", icons(facebook + xing), "count", "wow"},
          {"one", icons(facebook), "count", "so-so"},
          {"two that few look at", icons(reddit + github), "count", "so-so"},

          {"profiles", answered(facebook + xing, "https://www.facebook.com/example.bakery", 200),
           "valid", "wow"},
          {"profiles that nobody asked for", icons(facebook + xing), "valid",
           "not assessed: budget-exhausted"},
          {"a network out of reach",
           all_of({icons(facebook),
                   [](SampleSite& s) {
                     s.fault("https://www.facebook.com/example.bakery", Role::third_party,
                             FaultKind::timeout);
                   }}),
           "valid", "not assessed: third-party-refused"},
          {"a network named in a text",
           all_of({answered(facebook, "https://www.facebook.com/example.bakery", 200),
                   [](SampleSite& s) {
                     s.page("https://example.com/privacy/",
                            "<html lang=en><title>Privacy policy</title><body><header><a "
                            "href=/>Home</a></header><main><h1>Privacy policy</h1><p>We use <a "
                            "href=https://www.linkedin.com/>LinkedIn</a>.</p></"
                            "main><footer>Example</footer></body></html>");
                   }}),
           "valid", "wow"},
          {"an icon that shares",
           all_of({answered(facebook, "https://www.facebook.com/example.bakery", 200),
                   on_home("<div class=share><a href=\"#\" class=facebook>Facebook</a></div>")}),
           "valid", "wow"},
          {"a profile behind a wall",
           answered(facebook, "https://www.facebook.com/example.bakery", 403), "valid",
           "not assessed: third-party-refused"},
          {"a profile that is gone",
           answered(facebook, "https://www.facebook.com/example.bakery", 404), "valid", "sucks"},
          {"the template's account", icons(facebook + icon("https://www.instagram.com/wordpress/")),
           "valid", "sucks"},
          {"the front page", icons(facebook + icon("https://www.instagram.com/")), "valid",
           "sucks"},
          {"an icon that leads nowhere", icons("<a href=\"#\"><i class=\"fa facebook\"></i></a>"),
           "valid", "sucks"},
          {"a button to share",
           answered(facebook + icon("https://www.facebook.com/sharer/sharer.php?u=x"),
                    "https://www.facebook.com/example.bakery", 200),
           "valid", "wow"},

          {"named", icons(facebook), "named", "wow"},
          {"an icon alone", icons(icon("https://www.facebook.com/example.bakery", "<i></i>")),
           "named", "so-so"},
          {"no profile", nothing, "valid", "not applicable"},
      });
}

TEST_CASE("a company without profiles lacks them, where that is proven") {
  CHECK(judged_after("social-profiles", nothing).touchpoint.status == Status::missing);
  CHECK(judged_after("social-profiles", cut_short).verdict("count") ==
        "not assessed: budget-exhausted");
}
