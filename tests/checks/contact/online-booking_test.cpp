#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string calendar_link = "<a href=\"https://calendly.com/example/visit\">Book a visit</a>";
const std::string dated = "<form action=/book><h3>Book now</h3><input type=date name=d></form>";

Break further_page(const std::string& html) {
  return [html](SampleSite& sample) {
    std::string page = sample.fetch(kContact).body;
    swap_text(page, "<h1>Contact</h1>", "<h1>Our bread</h1>" + html);
    sample.page(kHome + "bread/", page);
    sample.visit(kHome + "bread/", Role::page).depth = 2;
  };
}

Break booking_page(int status) {
  return [status](SampleSite& sample) {
    swap_text(sample.fetch(kHome).body, "</nav>", " <a href=\"/booking/\">Book now</a></nav>");
    std::string page = sample.fetch(kContact).body;
    swap_text(page, "<h1>Contact</h1>", "<h1>Book now</h1>");
    sample.page(kHome + "booking/", page).hops.back().status = status;
  };
}

std::string engine(const std::string& name) {
  return "<a href=\"https://rooms.example.net/search\">" + name + "</a>";
}

Break in_menu(const std::string& html) {
  return on(kHome, "</nav>", html + "</nav>");
}

Break dead_link() {
  return [](SampleSite& sample) {
    swap_text(sample.fetch(kHome).body, "<h1>", calendar_link + "<h1>");
    sample.page("https://calendly.com/example/visit", "", Role::link).hops.back().status = 404;
  };
}

}  // namespace

TEST_CASE("every verdict of the booking can be reached") {
  hold_contact_rows(
      "online-booking",
      {
          {"a calendar inside home",
           on_home("<iframe src=\"https://calendly.com/example\"></iframe>"), "reachable", "wow"},
          {"a link on home", on_home(calendar_link), "reachable", "wow"},
          {"a form with a date", on_contact(dated), "reachable", "wow"},
          {"a link two clicks away", on_contact(calendar_link), "reachable", "so-so"},
          {"a calendar two clicks away", further_page(dated), "reachable", "so-so"},
          {"a dead link", dead_link(), "reachable", "sucks"},
          {"a dead page", booking_page(404), "reachable", "sucks"},
          {"a page of its own", booking_page(200), "reachable", "wow"},

          {"a calendar", on_home(calendar_link), "direct", "wow"},
          {"only a page", booking_page(200), "direct", "so-so"},

          {"a novel",
           on_home("<a href=\"#book\">The red oven</a><section id=book><h2>The red oven</h2><p>" +
                   std::string(300, 'x') + "</p></section>"),
           "reachable", "not applicable"},
          {"a link of the menu to another host", in_menu(engine("Room reservation")), "reachable",
           "wow"},
          {"a calendar elsewhere that nobody looked into", in_menu(engine("Room reservation")),
           "direct", "not assessed: no-source"},
          {"a button to a messenger",
           on_home("<a class=\"btn\" href=\"https://wa.me/4930123456\">Book a table</a>"), "direct",
           "so-so"},
          {"a book shop's link", in_menu(engine("Our cookbook")), "reachable", "not applicable"},
          {"words in a text alone", on_home("<p>" + engine("a reservation in the park") + "</p>"),
           "reachable", "not applicable"},
          {"a button down to the contacts",
           on_home("<a class=button href=\"#talk\">Book a consultation</a><section id=talk>"
                   "<h2>Talk to us</h2><p>" +
                   std::string(300, 'x') + "</p></section>"),
           "direct", "so-so"},

          {"none", nothing, "reachable", "not applicable"},
          {"none seen, and not all seen", cut_short, "reachable", "not assessed: budget-exhausted"},
      });
}
