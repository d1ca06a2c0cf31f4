#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string button = "<button>Send</button>";

Break with(const std::string& html) {
  return on(kContact, button, html + button);
}

Break with_fields(int count, const std::string& attributes) {
  std::string html;
  for (int i = 0; i < count; ++i) {
    html += "<label>Field<input name=\"f" + std::to_string(i) + "\" " + attributes + "></label>";
  }
  return with(html);
}

Break action(const std::string& target) {
  return on(kContact, "action=\"/contact/send\"", "action=\"" + target + "\"");
}

const Break without_form = on(kContact, "<form action=\"/contact/send\" method=\"post\">", "<div>");

}  // namespace

TEST_CASE("every verdict of the contact form can be reached") {
  const std::string nameless = "<input name=\"a\"><input name=\"b\"><input name=\"c\">";
  hold_contact_rows(
      "contact-form",
      {
          {"three fields", nothing, "fields", "wow"},
          {"five", with_fields(2, ""), "fields", "wow"},
          {"six", with_fields(3, ""), "fields", "so-so"},
          {"nine", with_fields(6, ""), "fields", "so-so"},
          {"ten", with_fields(7, ""), "fields", "sucks"},
          {"hidden ones and a later step",
           with("<input type=hidden name=a><div hidden><input name=b><input name=c><input name=d>"
                "</div><div style='display:none'><input name=e></div>"),
           "fields", "wow"},
          {"a choice of many is one field",
           with("<label><input type=radio name=r>a</label><label><input type=radio name=r>b</label>"
                "<label><input type=radio name=r>c</label>"),
           "fields", "wow"},

          {"none required", nothing, "required", "wow"},
          {"four required", with_fields(4, "required"), "required", "so-so"},
          {"six required", with_fields(6, "aria-required=true"), "required", "sucks"},

          {"https", nothing, "secure", "wow"},
          {"an http action", action("http://example.com/send"), "secure", "sucks"},
          {"no action", action(""), "secure", "wow"},

          {"all named", nothing, "labels", "wow"},
          {"three of four named", with("<input name=\"a\">"), "labels", "so-so"},
          {"three of seven named", with(nameless + "<input name=\"d\">"), "labels", "sucks"},
          {"a placeholder names", with("<input name=\"a\" placeholder=\"Town\">"), "labels", "wow"},

          {"no captcha", nothing, "captcha", "wow"},
          {"an invisible one", with("<div class=\"g-recaptcha\" data-size=\"invisible\"></div>"),
           "captcha", "wow"},
          {"a box", with("<div class=\"g-recaptcha\" data-sitekey=\"x\"></div>"), "captcha",
           "so-so"},
          {"a puzzle", with("<img src=\"/captcha.php\" alt=\"\">"), "captcha", "sucks"},

          {"no reset", nothing, "reset", "wow"},
          {"a reset", with("<input type=\"reset\">"), "reset", "sucks"},
          {"a reset button", with("<button type=\"reset\">Clear</button>"), "reset", "sucks"},

          {"no privacy link near", nothing, "consent", "so-so"},
          {"a privacy link in the form", with("<a href=\"/privacy/\">Privacy policy</a>"),
           "consent", "wow"},
          {"a ticked box for news",
           with("<label><input type=checkbox checked name=n>Subscribe to our newsletter</label>"),
           "consent", "sucks"},
          {"a box for news that is not ticked",
           with("<label><input type=checkbox name=n>Subscribe to our newsletter</label>"),
           "consent", "so-so"},

          {"no form", without_form, "fields", "not applicable"},
          {"no form seen, and not all seen", all_of({without_form, cut_short}), "fields",
           "not assessed: budget-exhausted"},
          {"somebody else's form",
           all_of({without_form,
                   on_contact("<iframe src=\"https://docs.google.com/forms/d/x\"></iframe>")}),
           "fields", "not assessed: no-source"},
          {"a search is no contact form",
           all_of(
               {without_form, on_contact("<form role=search><input name=q type=search></form>")}),
           "fields", "not applicable"},
      });
}

TEST_CASE("a missing contact form is told, and that another may be chosen is a chip") {
  CHECK(judged_after("contact-form", without_form).touchpoint.status == Status::missing);
  const auto found =
      judged_after("contact-form", with("<label><input type=radio name=how>Call me</label>"
                                        "<label><input type=radio name=how>WhatsApp</label>"));
  CHECK(found.touchpoint.chips == std::vector<std::string>{"choose-channel"});
}
