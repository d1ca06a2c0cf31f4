// Facts that users' rules read by data (rules/README.md, "Looks").

#include <catch2/catch.hpp>

#include "rules/judge.h"
#include "tests/checks/sample_site.h"

using namespace touchstone;

namespace {

// What a look sees of the site, as the fact "seen" of the touchpoint "mine".
Fact look_at(const Site& site, const Look& look) {
  Rulebook rulebook;
  TouchpointRule rule;
  rule.id = "mine";
  Component component;
  component.id = component.fact = "seen";
  component.look = look;
  rule.components.push_back(component);
  rulebook.touchpoints.push_back(rule);
  std::vector<Measured> measured;
  add_looks(rulebook, site, measured);
  REQUIRE(measured.size() == 1);
  const Fact* fact = measured[0].facts.find("seen");
  REQUIRE(fact);
  return *fact;
}

// A home page long enough to be trusted in full.
std::string page_with(const std::string& head, const std::string& body) {
  std::string words;
  for (int i = 0; i < 100; ++i) words += "plain words ";
  return "<!doctype html><html><head><title>T</title>" + head + "</head><body>" + body + "<p>" +
         words + "</p></body></html>";
}

Site site_with(const std::string& head, const std::string& body) {
  SampleSite sample;
  sample.page("https://example.com/", page_with(head, body), Role::home);
  sample.set_header(sample.fetch("https://example.com/"), "x-powered-by", "PHP/7.4.33");
  sample.answer("https://example.com/robots.txt", Role::robots, "text/plain",
                "User-agent: *\nDisallow: /a\nDisallow: /b\n");
  return sample.site();
}

}  // namespace

TEST_CASE("a look takes what it is told from where it is told") {
  using Where = Look::Where;
  using Of = Look::Of;
  using Take = Look::Take;
  struct Row {
    Look look;
    Value value;
  };
  const auto row = GENERATE(
      Row{{Where::home, Of::xpath, "//meta[@name='theme-color']", "", Take::exists}, Value(true)},
      Row{{Where::home, Of::xpath, "//meta[@name='none']", "", Take::exists}, Value(false)},
      Row{{Where::home, Of::xpath, "//meta[@name='theme-color']/@content", "", Take::text},
          Value(std::string("#aabbcc"))},
      Row{{Where::home, Of::xpath, "//meta[@name='theme-color']/@content", "", Take::length},
          Value(std::int64_t{7})},
      Row{{Where::home, Of::xpath, "//b", "", Take::length}, Value(std::int64_t{5})},
      Row{{Where::home, Of::xpath, "//li", "", Take::count}, Value(std::int64_t{3})},
      Row{{Where::home, Of::xpath, "//li", "^t", Take::count}, Value(std::int64_t{2})},
      Row{{Where::home, Of::xpath, "//nothing", "", Take::count}, Value(std::int64_t{0})},
      Row{{Where::home, Of::xpath, "count(//li)", "", Take::number}, Value(std::int64_t{3})},
      Row{{Where::home, Of::xpath, "count(//li) > 2", "", Take::exists}, Value(true)},
      Row{{Where::home, Of::xpath, "count(//li) > 3", "", Take::exists}, Value(false)},
      Row{{Where::home, Of::xpath, "//li[matches(., 'hree')]", "", Take::text},
          Value(std::string("three 33 times"))},
      Row{{Where::home, Of::xpath, "//li[3]", "", Take::number}, Value(std::int64_t{33})},
      Row{{Where::home, Of::header, "x-powered-by", "", Take::exists}, Value(true)},
      Row{{Where::home, Of::header, "x-powered-by", "ASP", Take::exists}, Value(false)},
      Row{{Where::home, Of::header, "x-powered-by", "", Take::number}, Value(std::int64_t{7})},
      Row{{Where::home, Of::body, "", "<li>(?:one|two)", Take::count}, Value(std::int64_t{2})},
      Row{{Where::home, Of::body, "", "^<!doc", Take::count}, Value(std::int64_t{1})},
      Row{{Where::all, Of::xpath, "//li", "", Take::count}, Value(std::int64_t{3})},
      Row{{Where::robots, Of::body, "", "(?m)^Disallow", Take::count}, Value(std::int64_t{2})});
  CAPTURE(row.look.expression, row.look.pattern);
  const Site site =
      site_with("<meta name=theme-color content='#aabbcc'>",
                "<ul><li>one</li><li>two</li><li>three 33 times</li></ul><b>größe</b>");
  const Fact fact = look_at(site, row.look);
  CHECK(fact.state == Fact::State::known);
  CHECK(to_string(fact.value) == to_string(row.value));
}

TEST_CASE("a look says where it read") {
  const Site site = site_with("", "<ul><li>one</li></ul>");
  const Fact fact =
      look_at(site, {Look::Where::home, Look::Of::xpath, "//li", "", Look::Take::text});
  REQUIRE(fact.evidence.size() == 1);
  CHECK(fact.evidence[0].url == "https://example.com/");
  CHECK(fact.evidence[0].place == "/html/body/ul/li");
  CHECK(fact.evidence[0].excerpt == "one");
}

TEST_CASE("a text that is not there is absent, a place that nobody saw is unknown") {
  const Site site = site_with("", "");
  const Look::Where home = Look::Where::home;
  CHECK(look_at(site, {home, Look::Of::xpath, "//video", "", Look::Take::text}).state ==
        Fact::State::absent);
  CHECK(look_at(site, {home, Look::Of::xpath, "//p", "", Look::Take::number}).state ==
        Fact::State::absent);
  CHECK(look_at(site, {Look::Where::missing, Look::Of::body, "", "", Look::Take::exists}).state ==
        Fact::State::unknown);
}

TEST_CASE("nothing is absent from a page that was refused") {
  SampleSite sample;
  sample.page("https://example.com/", "<p>Forbidden", Role::home).hops.back().status = 403;
  const Fact fact = look_at(
      sample.site(), {Look::Where::home, Look::Of::xpath, "//video", "", Look::Take::exists});
  CHECK(fact.state == Fact::State::unknown);
  CHECK(fact.why == Reason::blocked_403);
}

TEST_CASE("a look at a huge page ends and stays small") {
  std::string items;
  for (int i = 0; i < 20'000; ++i) items += "<li>x";
  const Site site = site_with("", "<ul>" + items + "</ul>");
  const Look::Where home = Look::Where::home;
  const Fact elements = look_at(site, {home, Look::Of::xpath, "//li", "", Look::Take::count});
  CHECK(std::get<std::int64_t>(elements.value) == 1000);
  CHECK(elements.evidence.size() == 5);
  const Fact matches = look_at(site, {home, Look::Of::body, "", "x?", Look::Take::count});
  CHECK(std::get<std::int64_t>(matches.value) == 1000);
}
