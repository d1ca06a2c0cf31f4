#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

std::string form(const std::string& more) {
  return "<div><form action=/call><h3>Request a callback</h3>"
         "<label>Phone<input type=tel name=phone></label>" +
         more + "<button>Send</button></form></div>";
}

const std::string name = "<label>Name<input name=name></label>";

std::string fields(int count) {
  std::string html;
  for (int i = 0; i < count; ++i) {
    html += "<label>Topic<input name=topic" + std::to_string(i) + "></label>";
  }
  return html;
}

const std::string widget = "<script src=\"https://cdn.callbackhunter.com/cbh.js\"></script>";

}  // namespace

TEST_CASE("every verdict of the request for a call can be reached") {
  hold_contact_rows(
      "callback-request",
      {
          {"a number alone", on_home(form("")), "easy", "wow"},
          {"a number and a name", on_home(form(name)), "easy", "wow"},
          {"three fields", on_home(form(fields(2))), "easy", "so-so"},
          {"five fields", on_home(form(fields(4))), "easy", "sucks"},

          {"in a quarter of an hour",
           on_home(form("<p>We will call you back within 15 minutes.</p>")), "when", "wow"},
          {"a time to choose", on_home(form("<label>When<input type=time name=at></label>")),
           "when", "wow"},
          {"no time", on_home(form(name)), "when", "so-so"},

          {"on demand", on_home(form("")), "polite", "wow"},
          {"a widget that opens itself", on_home(widget + form("")), "polite", "so-so"},

          {"a widget alone", on_home(widget), "easy", "not assessed: no-source"},
          {"a button alone", on_home("<button>Request a callback</button>"), "easy",
           "not assessed: no-source"},
          {"a script that tracks calls",
           on_home("<script src=\"https://cdn.callrail.com/x/swap.js\"></script>"), "easy",
           "not applicable"},
          {"none", nothing, "easy", "not applicable"},
          {"none seen, and not all seen", cut_short, "easy", "not assessed: budget-exhausted"},
      });
}
