#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto through(int hops) {
  return [hops](SampleSite& s) {
    Fetch& fetch = s.fetch(home, Role::home);
    Hop hop = fetch.hops.back();
    hop.status = 301;
    fetch.hops.insert(fetch.hops.begin(), static_cast<std::size_t>(hops), hop);
  };
}

auto refresh(std::string content) {
  return [content](SampleSite& s) {
    swap_text(s.fetch(home, Role::home).body, "<title>",
              "<meta http-equiv=Refresh content=\"" + content + "\"><title>");
  };
}

// That many links lead straight to their pages, and the others are redirected.
auto links(int straight, int redirected, std::string ending = "-new") {
  return [=](SampleSite& s) {
    for (int i = 0; i < straight; ++i) {
      s.page(home + "page" + std::to_string(i), "<p>x</p>", Role::link);
    }
    for (int i = 0; i < redirected; ++i) {
      const std::string address = home + "old" + std::to_string(i);
      s.redirect(address, address + ending, Role::link);
    }
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict on detours can be reached") {
  hold_rows(
      "redirect-chain",
      {
          {"straight", nothing, "entry", "wow"},
          {"one", through(1), "entry", "wow"},
          {"two", through(2), "entry", "so-so"},
          {"three", through(3), "entry", "sucks"},
          {"nobody answered",
           [](SampleSite& s) {
             s.remove(Role::home);
             s.fault(home, Role::home, FaultKind::timeout);
           },
           "entry", "not assessed: timeout"},

          {"none", nothing, "loop", "wow"},
          {"ten", through(10), "loop", "wow"},
          {"eleven", through(11), "loop", "sucks"},
          {"a circle",
           [](SampleSite& s) { s.fault(home + "a", Role::page, FaultKind::redirect_loop); }, "loop",
           "sucks"},
          {"a circle of strangers",
           [](SampleSite& s) {
             s.fault("https://example.org/a", Role::link, FaultKind::redirect_loop);
           },
           "loop", "wow"},

          {"permanent moves", nothing, "soft", "wow"},
          {"a temporary move to https",
           [](SampleSite& s) {
             s.remove("http://example.com/");
             s.redirect("http://example.com/", home, Role::entry, 302);
           },
           "soft", "so-so"},
          {"by language", [](SampleSite& s) { s.redirect(home, home + "en/", Role::entry, 302); },
           "soft", "wow"},
          {"sent on at once", refresh("0; url=/start"), "soft", "so-so"},
          {"sent on later", refresh("5;URL='/start'"), "soft", "sucks"},
          {"loads itself again", refresh("300"), "soft", "wow"},
          {"loads itself again by its name", refresh("300; url=/"), "soft", "wow"},

          {"straight links", links(50, 0), "internal", "wow"},
          {"one of a hundred", links(99, 1), "internal", "wow"},
          {"two of fifty", links(48, 2), "internal", "so-so"},
          {"a fifth", links(8, 2), "internal", "sucks"},
          {"slashes alone", links(60, 9, "/"), "internal", "wow"},
          {"no links", [](SampleSite& s) { s.remove(Role::page); }, "internal", "not applicable"},
      });
}
