#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

using Twins = std::vector<std::string>;

// Look-alikes that redirect to the site, those that nobody has, those that others live at.
auto twins(const Twins& ours, const Twins& free, const std::string& stranger_title = "",
           const std::string& text = std::string(700, 'x')) {
  return [=](SampleSite& sample) {
    for (const auto& url : ours) sample.redirect(url, "https://example.com/", Role::twin);
    for (const auto& url : free) sample.fault(url, Role::twin, FaultKind::name_not_found);
    if (stranger_title.empty()) return;
    sample.page("http://example.shop/",
                "<!DOCTYPE html><title>" + stranger_title + "</title><p>" + text + "</p>",
                Role::twin);
  };
}

}  // namespace

TEST_CASE("every verdict on look-alikes can be reached") {
  const Twins one{"http://example.net/"}, two{"http://example.net/", "http://example.org/"};
  hold_rows(
      "domain-variants",
      {
          {"two lead here", twins(two, {}), "ours", "wow"},
          {"one leads here", twins(one, {}), "ours", "so-so"},
          {"all are free", twins({}, two), "ours", "so-so"},
          {"nobody answered in time",
           [](SampleSite& s) { s.fault("http://example.net/", Role::twin, FaultKind::timeout); },
           "ours", "not assessed: timeout"},
          {"none was asked for", [](SampleSite&) {}, "ours", "not applicable"},

          {"all are free", twins({}, two), "strangers", "wow"},
          {"a stranger with the name", twins({}, two, "Example shoes"), "strangers", "so-so"},
          {"a stranger of another name", twins({}, two, "Shoes for you"), "strangers", "wow"},
          {"a parked page", twins({}, two, "Example", "For sale"), "strangers", "wow"},
      });
}
