#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string tag = "https://mc.yandex.ru/metrika/tag.js";

auto on(std::vector<std::string> pages, std::string html) {
  return [=](SampleSite& s) {
    for (const auto& page : pages)
      swap_text(s.fetch(home + page).body, "</body>", html + "</body>");
  };
}

auto everywhere(std::string html) {
  return on({"", "contact/"}, html);
}

std::string script(const std::string& src) {
  return "<script src='" + src + "'></script>";
}

auto answered(int status) {
  return [status](SampleSite& s) {
    everywhere(script(tag))(s);
    s.answer(tag, Role::resource, "text/javascript", "x").hops.back().status = status;
  };
}

const std::string manager = script("https://www.googletagmanager.com/gtm.js?id=GTM-ABCD");
const std::string dead = script("https://www.google-analytics.com/analytics.js");

}  // namespace

TEST_CASE("every verdict on counters can be reached") {
  hold_rows(
      "analytics-presence",
      {
          {"on all pages", everywhere(script(tag)), "installed", "wow"},
          {"held until visitors agree",
           everywhere("<script type='text/plain' data-src='" + tag + "'></script>"), "installed",
           "wow"},
          {"on one of two", on({""}, script(tag)), "installed", "so-so"},
          {"a manager alone", everywhere(manager), "installed", "so-so"},
          {"a dead one alone", everywhere(dead), "installed", "sucks"},
          {"none", [](SampleSite&) {}, "installed", "not applicable"},
          {"a link to a counter", everywhere("<a href='https://metrika.yandex.ru/'>x</a>"),
           "installed", "not applicable"},
          {"a shell",
           [](SampleSite& s) {
             s.fetch(home).body =
                 "<html><head><script src='/app.js'></script></head><body><div "
                 "id='root'></div></body></html>";
           },
           "installed", "not assessed: js-rendered"},

          {"one counter", everywhere(script(tag)), "once", "wow"},
          {"four counters",
           everywhere(script(tag) + script("https://static.hotjar.com/1") +
                      script("https://www.clarity.ms/tag/1") + script("https://hm.baidu.com/1")),
           "once", "so-so"},
          {"twice",
           everywhere(script(tag) + "<script>ym(12345,'init',{});</script>"
                                    "<script>ym(12345, \"init\",{});</script>"),
           "once", "sucks"},
          {"two accounts of one counter",
           everywhere(script(tag) + "<script>ym(12345,'init',{});ym(67890,'init',{});</script>"),
           "once", "wow"},
          {"a manager brings what it likes", everywhere(manager), "once", "not applicable"},

          {"it answers", answered(200), "loads", "wow"},
          {"it refuses us", answered(403), "loads", "wow"},
          {"it is gone", answered(404), "loads", "sucks"},
          {"nobody looked", everywhere(script(tag)), "loads",
           "not assessed: insufficient-evidence"},
      });
}

TEST_CASE("a company without a counter is expected to have one") {
  CHECK(judged("analytics-presence", SampleSite::perfect()).touchpoint.status == Status::missing);
}
