#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto code(std::string script) {
  return [script](SampleSite& s) {
    swap_text(s.fetch(home).body, "</body>", "<script>" + script + "</script></body>");
  };
}

}  // namespace

TEST_CASE("goals are known by the calls of the counters") {
  hold_rows(
      "analytics-goals", "goals",
      {
          {"one goal", code("ym(123,'reachGoal','order')"), "so-so"},
          {"the same goal twice", code("ym(1,'reachGoal','order');ym(1,'reachGoal', 'order')"),
           "so-so"},
          {"two goals", code("ym(1,'reachGoal','order');gtag('event', 'call')"), "wow"},
          {"goals of four counters",
           code("yaCounter1.reachGoal(\"a\");dataLayer.push({'event':'b'});fbq('track','Lead');"
                "_paq.push(['trackGoal', 7]);plausible('Signup')"),
           "wow"},
          {"a view is no goal",
           code(
               "gtag('event','page_view');fbq('track','PageView');dataLayer.push({event:'gtm.js'});"
               "ym(1,'init',{})"),
           "not applicable"},
          {"a counter without goals",
           code("s.src='https://mc.yandex.ru/metrika/tag.js';ym(1,'init',{})"),
           "not assessed: manual-only"},
          {"in a script of its own",
           [](SampleSite& s) {
             s.fetch(home + "script.js").body += "ym(1,'reachGoal','a');ym(1,'reachGoal','b')";
           },
           "wow"},
          {"on a button",
           [](SampleSite& s) {
             swap_text(s.fetch(home).body, "</main>",
                       "<a onclick=\"ym(1,'reachGoal','a')\">Call</a></main>");
           },
           "so-so"},
          {"no counter", [](SampleSite&) {}, "not applicable"},
          {"a shell",
           [](SampleSite& s) {
             s.fetch(home).body =
                 "<html><head><script src='/app.js'></script></head><body><div "
                 "id='root'></div></body></html>";
             s.remove(home + "script.js");
           },
           "not assessed: js-rendered"},
      });
}
