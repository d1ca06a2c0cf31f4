#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string address = "https://embed.tawk.to/abc/default";
const std::string tawk = "<script src=\"" + address + "\"></script>";
const std::string crisp = "<script src=\"https://client.crisp.chat/l.js\"></script>";

Break answered(int status) {
  return [status](SampleSite& sample) {
    swap_text(sample.fetch(kHome).body, "<h1>", tawk + "<h1>");
    sample.answer(address, Role::resource, "text/javascript", "").hops.back().status = status;
  };
}

const Break no_hours = all_of({on(kContact, "Tuesday to Saturday 7:00 - 18:00", ""),
                               on(kContact, "We answer every message on the same working\nday", ""),
                               on(kHome, "we answer on the same day", "")});

}  // namespace

TEST_CASE("every verdict of the chat can be reached") {
  hold_contact_rows(
      "live-chat",
      {
          {"it answers", answered(200), "loads", "wow"},
          {"it keeps robots out", answered(403), "loads", "wow"},
          {"it is gone", answered(404), "loads", "sucks"},
          {"nobody asked for it", on_home(tawk), "loads", "not assessed: no-source"},

          {"hours are shown", on_home(tawk), "hours", "wow"},
          {"a promise to answer",
           all_of({no_hours, on_home(tawk + "<p>We reply within 5 minutes</p>")}), "hours", "wow"},
          {"neither", all_of({no_hours, on_home(tawk)}), "hours", "so-so"},

          {"one", on_home(tawk), "one", "wow"},
          {"two", on_home(tawk + crisp), "one", "sucks"},

          {"none", nothing, "loads", "not applicable"},
          {"a tag manager may load one",
           on_home("<script src=\"https://www.googletagmanager.com/gtm.js?id=GTM-X\"></script>"),
           "loads", "not assessed: no-source"},
          {"none seen, and not all seen", cut_short, "loads", "not assessed: budget-exhausted"},
      });
}
