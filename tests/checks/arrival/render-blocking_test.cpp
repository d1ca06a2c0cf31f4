#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto in_head(std::string html) {
  return [html](SampleSite& s) { swap_text(s.fetch(home).body, "<title>", html + "<title>"); };
}

// The page has one such file of its own.
auto files(int count, std::string host = "") {
  std::string html;
  for (int i = 1; i < count; ++i) {
    html += "<script src='" + host + "/" + std::to_string(i) + ".js'></script>";
  }
  return in_head(html);
}

auto weight(std::int64_t kib) {
  return [kib](SampleSite& s) { s.fetch(home + "style.css").wire_bytes = kib * 1024; };
}

}  // namespace

TEST_CASE("files that hold up the first picture are counted") {
  const std::string cdn = "https://cdn.example.net";
  hold_rows(
      "render-blocking",
      {
          {"one", [](SampleSite&) {}, "count", "wow"},
          {"three", files(3), "count", "wow"},
          {"four", files(4), "count", "so-so"},
          {"eight", files(8), "count", "so-so"},
          {"nine", files(9), "count", "sucks"},
          {"what waits for nobody",
           in_head("<script src=1.js defer></script><script src=2.js async></script>"
                   "<script src=3.js type=module></script><script src=4.js nomodule></script>"
                   "<link rel=preload as=style href=5.css onload=\"this.rel='stylesheet'\">"
                   "<link rel=stylesheet media=print href=6.css>"),
           "count", "wow"},

          {"light", weight(100), "bytes", "wow"},
          {"heavier", weight(101), "bytes", "so-so"},
          {"just bearable", weight(300), "bytes", "so-so"},
          {"heavy", weight(301), "bytes", "sucks"},
          {"nobody looked",
           [](SampleSite& s) {
             s.remove(home + "style.css");
             s.fault(home + "style.css", Role::resource, FaultKind::budget_exhausted);
           },
           "bytes", "not assessed: budget-exhausted"},

          {"own files", files(6), "foreign", "wow"},
          {"one stranger", files(2, cdn), "foreign", "so-so"},
          {"two strangers", files(3, cdn), "foreign", "so-so"},
          {"three strangers", files(4, cdn), "foreign", "sucks"},
          {"an own host is no stranger", files(5, "https://cdn.example.com"), "foreign", "wow"},
          {"a page that was refused", [](SampleSite& s) { s.fetch(home).hops.back().status = 403; },
           "foreign", "not assessed: blocked-403"},
      });
}
