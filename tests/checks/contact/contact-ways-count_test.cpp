#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const Break no_phone =
    all_of({everywhere("030 12345678", ""), everywhere("tel:+493012345678", "/call"),
            everywhere("+49 30 12345678", "")});
const Break no_email =
    all_of({everywhere("hello@example.com", ""), everywhere("mailto:", "/mail")});
const Break no_form = on(kContact, "<form action=\"/contact/send\" method=\"post\">", "<div>");
const Break no_hours = on(kContact, "Tuesday to Saturday 7:00 - 18:00", "");
const Break messenger = on_home("<a href=\"https://wa.me/4915112345678\">WhatsApp</a>");
const Break tag_manager =
    on_home("<script src=\"https://www.googletagmanager.com/gtm.js?id=GTM-X\"></script>");

}  // namespace

TEST_CASE("every verdict of the number of ways can be reached") {
  hold_contact_rows(
      "contact-ways-count",
      {
          {"phone, e-mail, form, visit", nothing, "ways", "so-so"},
          {"and a messenger", messenger, "ways", "wow"},
          {"a messenger link that opens nothing",
           on_home("<a href=\"https://wa.me/\">WhatsApp</a>"), "ways", "so-so"},
          {"a booking", on_home("<a href=\"https://calendly.com/example\">Book</a>"), "ways",
           "wow"},
          {"a call back",
           on_home("<form><h3>Request a callback</h3><input type=tel name=phone></form>"), "ways",
           "wow"},
          {"a chat", on_home("<script src=\"https://embed.tawk.to/a/default\"></script>"), "ways",
           "wow"},
          {"a profile", on_home("<a href=\"https://www.instagram.com/example\">Instagram</a>"),
           "ways", "wow"},
          {"phone alone", all_of({no_email, no_form, no_hours}), "ways", "sucks"},
          {"a tag manager may bring a chat", tag_manager, "ways", "not assessed: no-source"},
          {"not all seen", cut_short, "ways", "not assessed: budget-exhausted"},
          {"not all seen, but enough", all_of({messenger, cut_short}), "ways", "wow"},

          {"a phone and a form", nothing, "kinds", "wow"},
          {"written alone", all_of({no_phone, no_hours}), "kinds", "so-so"},
          {"spoken alone", all_of({no_email, no_form}), "kinds", "so-so"},
          {"written alone, and not all seen", all_of({no_phone, no_hours, cut_short}), "kinds",
           "not assessed: budget-exhausted"},
      });
}
