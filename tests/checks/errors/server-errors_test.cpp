#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

// These looks at a page, in their order.
auto looks(std::string path, std::vector<int> statuses) {
  return [=](SampleSite& s) {
    int attempt = 0;
    for (const int status : statuses) {
      Fetch& fetch = s.page(home + path, "<p>Something went wrong</p>");
      fetch.hops.back().status = status;
      fetch.attempt = ++attempt;
    }
  };
}

// So many links answer, and so many fail.
auto links(int good, int bad) {
  return [=](SampleSite& s) {
    for (int i = 0; i < good + bad; ++i) {
      s.page(home + "p" + std::to_string(i), "", Role::link).hops.back().status =
          i < good ? 200 : 500;
    }
  };
}

auto says(std::string html, int status = 200) {
  return [=](SampleSite& s) { s.page(home + "bread/", html).hops.back().status = status; };
}

}  // namespace

TEST_CASE("every verdict on server errors can be reached") {
  hold_rows(
      "server-errors",
      {
          {"all well", [](SampleSite&) {}, "key", "wow"},
          {"of the menu, twice", looks("bread/", {500, 502}), "key", "sucks"},
          {"of the menu, then well", looks("bread/", {500, 200}), "key", "so-so"},
          {"of the menu, by one look", looks("bread/", {500}), "key", "so-so"},
          {"another page", looks("deep/page", {500, 500}), "key", "wow"},
          {"come later", looks("bread/", {503, 503}), "key", "wow"},
          {"not there", looks("bread/", {404, 404}), "key", "wow"},
          {"nobody answered",
           [](SampleSite& s) {
             s.remove(Role::home);
             s.remove(Role::page);
             s.fault(home, Role::home, FaultKind::timeout);
           },
           "key", "not assessed: timeout"},

          {"none", links(50, 0), "share", "wow"},
          {"one of hundreds", links(120, 1), "share", "so-so"},
          {"two of fifty", links(48, 2), "share", "sucks"},
          {"one of a few, by one look", links(5, 1), "share", "so-so"},
          {"one of a few, twice", looks("deep/page", {500, 500}), "share", "sucks"},

          {"clean", says("<p>Welcome</p>"), "leaks", "wow"},
          {"a warning", says("<p>Warning: foreach() in /var/www/site/index.php on line 12</p>"),
           "leaks", "sucks"},
          {"a trace of an error page",
           says("<pre>Traceback (most recent call last):\n File \"/srv/a.py\", line 3</pre>", 500),
           "leaks", "sucks"},
          {"a page on programming",
           says("<p>You see</p><pre>Traceback (most recent call last):</pre>"), "leaks", "wow"},
          {"nothing to read",
           [](SampleSite& s) {
             for (const Role role : {Role::home, Role::page, Role::missing, Role::missing_nested,
                                     Role::entry, Role::timing}) {
               s.remove(role);
             }
             s.fault(home, Role::home, FaultKind::timeout);
           },
           "leaks", "not assessed: timeout"},
      });
}
