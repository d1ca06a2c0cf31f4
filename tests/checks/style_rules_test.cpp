#include "checks/style_rules.h"

#include <catch2/catch.hpp>

#include "tests/checks/sample_site.h"

using namespace touchstone;

namespace {

std::vector<std::string> rules_of(std::string_view css) {
  std::vector<std::string> rules;
  each_style_rule(css, [&](const StyleRule& rule) {
    rules.push_back(std::string(rule.media) + "|" + std::string(rule.selectors) + "|" +
                    std::string(rule.declarations));
  });
  return rules;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("rules are read in their order with the query round them") {
  CHECK(rules_of("a{b:c}/* x{} */p , q { d : e }") == Texts{"|a|b:c", "|p , q| d : e "});
  CHECK(rules_of("@import 'x.css';@charset \"u\";a{}") == Texts{"|a|"});
  CHECK(rules_of("@media print{a{b:c}d{}}e{}") == Texts{"print|a|b:c", "print|d|", "|e|"});
  CHECK(rules_of("@media print{@supports (a:b){a{}}}") == Texts{"print|a|"});
  CHECK(rules_of("@layer x,y;@layer x{a{}}") == Texts{"|a|"});
  CHECK(rules_of("@font-face{src:url(x)}@keyframes k{from{a:b}}a{}") == Texts{"|a|"});
  CHECK(rules_of("a{content:'}';b:c}d{}") == Texts{"|a|content:'}';b:c", "|d|"});
  CHECK(rules_of("a{b:c;&:hover{d:e}}f{}") == Texts{"|a|b:c;&:hover{d:e}", "|f|"});
}

TEST_CASE("what is no style harms nothing") {
  CHECK(rules_of("").empty());
  CHECK(rules_of("}}}").empty());
  CHECK(rules_of("a{b") == Texts{"|a|"});
  CHECK(rules_of("\\").empty());
  CHECK(rules_of("'").empty());
  rules_of(std::string(100'000, '{'));
  std::string nested;
  for (int i = 0; i < 50'000; ++i) nested += "@media a{";
  rules_of(nested);
}

TEST_CASE("the last declaration of a property stands") {
  CHECK(declared_value("color:red; COLOR : #FFF !important", "color") == "#fff");
  CHECK(declared_value("a:b;c:d", "e") == std::nullopt);
  CHECK(declared_value("background:url('x;y');color:red", "color") == "red");
  CHECK(declared_value("&:hover{color:blue}color:red", "color") == "red");
  CHECK(declared_value("/* a */color:red", "color") == "red");
  CHECK(declared_value("", "color") == std::nullopt);
  CHECK(declared_value(": red; a: b", "") == std::nullopt);
}

TEST_CASE("selectors and queries are told apart") {
  CHECK(selects_type("html, Body", "body"));
  CHECK_FALSE(selects_type("body p, body.x", "body"));
  CHECK(is_for_every_screen({"", "", ""}));
  CHECK(is_for_every_screen({" Screen ", "", ""}));
  CHECK_FALSE(is_for_every_screen({"(min-width: 3em)", "", ""}));
  CHECK(is_for_print({"only print", "", ""}));
  CHECK(is_for_print({"screen, print", "", ""}));
  CHECK_FALSE(is_for_print({"not print", "", ""}));
}

TEST_CASE("a page's rules come from its sheets, what they import, and itself") {
  SampleSite sample = SampleSite::perfect();
  sample.fetch("https://example.com/style.css").body = "@import 'more.css'; b{}";
  sample.answer("https://example.com/more.css", Role::resource, "text/css", "a{}");
  std::string& home = sample.fetch("https://example.com/").body;
  home.insert(home.find("</head>"),
              "<style media=print>c{}</style>"
              "<link rel=stylesheet href=/gone.css media=print>");
  Texts seen;
  const Site site = sample.site();
  const auto unseen =
      each_rule_of(site, *site.home(), [&](const StyleRule& rule, const Evidence& place) {
        seen.push_back(std::string(rule.media) + std::string(rule.selectors) + " " + place.url);
      });
  CHECK(seen == Texts{"a https://example.com/more.css", "b https://example.com/style.css",
                      "printc https://example.com/"});
  CHECK(unseen == Reason::budget_exhausted);
}
