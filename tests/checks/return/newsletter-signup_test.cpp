#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

// At the end of home's main part.
Break signup(const std::string& inside, const std::string& beside = "",
             const std::string& attributes = "action=/subscribe method=post") {
  return on_home("<section><h2>Newsletter</h2>" + beside + "<form " + attributes + ">" + inside +
                 "<button>Subscribe</button></form></section>");
}

const std::string mail = "<input type=email name=email aria-label=\"Your e-mail\">";

}  // namespace

TEST_CASE("every verdict on the newsletter can be reached") {
  hold_contact_rows(
      "newsletter-signup",
      {
          {"the address alone", signup(mail), "easy", "wow"},
          {"hidden fields do not count",
           signup(mail + "<input type=hidden name=list value=7><input name=trap hidden>"), "easy",
           "wow"},
          {"address and name", signup(mail + "<input name=name aria-label=\"Name\">"), "easy",
           "so-so"},
          {"four questions",
           signup(mail + "<input name=name><input name=city><input name=job><input name=age>"),
           "easy", "sucks"},
          {"a channel", on_home("<a href=https://t.me/s/example>Subscribe to our channel</a>"),
           "easy", "so-so"},
          {"a service draws the form",
           on_home("<script src=https://chimpstatic.com/mcjs/x.js></script>"), "easy",
           "not assessed: js-rendered"},

          {"what and how often", signup(mail, "<p>Once a month: three tips and an offer.</p>"),
           "promise", "wow"},
          {"how often", signup(mail, "<p>Once a month, nothing more.</p>"), "promise", "so-so"},
          {"what", signup(mail, "<p>Recipes for your kitchen.</p>"), "promise", "so-so"},
          {"neither", signup(mail), "promise", "so-so"},

          {"ticked beforehand",
           signup(mail + "<label><input type=checkbox name=ok checked>I agree</label>"), "consent",
           "sucks"},
          {"with a link to the policy", signup(mail, "<a href=/privacy>Privacy policy</a>"),
           "consent", "wow"},
          {"without", signup(mail), "consent", "so-so"},

          {"encrypted", signup(mail), "secure", "wow"},
          {"unencrypted", signup(mail, "", "action=http://example.com/subscribe method=post"),
           "secure", "sucks"},
          {"no form at all", nothing, "secure", "not applicable"},
      });
}

TEST_CASE("a company without a newsletter lacks one, where that is proven") {
  CHECK(judged_after("newsletter-signup", nothing).touchpoint.status == Status::missing);
  CHECK(judged_after("newsletter-signup", cut_short).verdict("easy") ==
        "not assessed: budget-exhausted");
}

TEST_CASE("a past issue that one can read is remembered") {
  const auto rated = judged_after("newsletter-signup", signup("<input type=email name=email>",
                                                              "<a href=/news/7>Read an issue</a>"));
  CHECK(rated.facts.find("past_issue")->value == Value(true));
}
