#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

std::string form(std::string user, std::string password, std::string attributes = "") {
  return "<form method=\"post\" " + attributes + "><input name=\"user\" " + user +
         "><input type=\"password\" name=\"pass\" " + password + "></form>";
}

const std::string good = form("autocomplete=\"username\"", "autocomplete=\"current-password\"") +
                         "<a href=\"/reset\">Forgot password?</a>";

auto says(std::string html) {
  return [html](SampleSite& sample) { add_page(sample, "nav", "/login/", "Log in", html); };
}

void elsewhere(SampleSite& sample) {
  link_home(sample, "nav", "<a href=\"https://id.example.net/\">Log in</a>");
  sample.page("https://id.example.net/", "<form></form>", Role::third_party);
  sample.recording().visits.back().note = "login";
}

void unsafe(SampleSite& sample) {
  link_home(sample, "nav", "<a href=\"http://example.com/login/\">Log in</a>");
  sample.page(
      "http://example.com/login/",
      "<html lang=\"en\"><title>Log in</title><main><h1>Log in</h1>" + good + "</main></html>");
}

}  // namespace

TEST_CASE("every verdict on the login can be reached") {
  hold_rows(
      "login-page",
      {
          {"a form", says(good), "works", "wow"},
          {"an address first",
           says("<form><input type=\"email\" name=\"mail\"><button>Next</button></form>"), "works",
           "wow"},
          {"a service elsewhere", elsewhere, "works", "wow"},
          {"a dead link", dead_link("/login/", "Log in"), "works", "sucks"},
          {"a form that a script builds", [](SampleSite& s) { add_shell(s, "/login/", "Log in"); },
           "works", "not assessed: js-rendered"},
          {"no form is seen", says("<p>Welcome back.</p>"), "works", "not assessed: no-source"},
          {"nowhere", [](SampleSite&) {}, "works", "not applicable"},

          {"over https", says(good), "secure", "wow"},
          {"over http", unsafe, "secure", "sucks"},
          {"sent over http", says(form("", "", "action=\"http://example.com/in\"")), "secure",
           "sucks"},

          {"a way to reset", says(good), "reset", "wow"},
          {"at the usual place",
           [](SampleSite& s) {
             says(form("", ""))(s);
             s.redirect(home + ".well-known/change-password", home + "password", Role::well_known,
                        302)
                 .body = "x";
             s.recording().visits.back().note = "change-password";
           },
           "reset", "wow"},
          {"none seen", says(form("", "")), "reset", "so-so"},
          {"a dead way",
           [](SampleSite& s) {
             says(good)(s);
             s.page(home + "reset", "", Role::link).hops.back().status = 404;
           },
           "reset", "sucks"},

          {"marked fields", says(good), "helpful", "wow"},
          {"unmarked fields", says(form("", "")), "helpful", "so-so"},
          {"autocomplete off", says(form("", "autocomplete=\"off\"")), "helpful", "sucks"},
          {"pasting forbidden", says(form("", "onpaste=\"return false\"")), "helpful", "sucks"},
      });
}
