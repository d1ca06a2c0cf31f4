#include "site/document.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

Document parsed(std::string_view html) {
  auto result = Document::parse(html);
  REQUIRE(std::holds_alternative<Document>(result));
  return std::move(std::get<Document>(result));
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::optional<DocumentRefusal> refusal(const std::string& html) {
  const auto result = Document::parse(html);
  const auto* const why = std::get_if<DocumentRefusal>(&result);
  return why ? std::optional(*why) : std::nullopt;
}

}  // namespace

TEST_CASE("a page answers XPath in document order") {
  const Document page = parsed("<p id=a>one</p><div><p id=b>two<b>!</b></p></div>");
  const auto found = page.find("//p");
  REQUIRE(found.size() == 2);
  CHECK(found[0].attribute("id") == "a");
  CHECK(found[1].text() == "two!");
  CHECK(found[1].path() == "/html/body/div/p");
  CHECK(found[1].parent().name() == "div");
  CHECK(page.find("//div")[0].find("p/b").size() == 1);
  CHECK(page.find("//p[").empty());
}

TEST_CASE("elements of SVG and MathML are in no namespace") {
  const Document page = parsed(
      "<svg viewBox='0 0 1 1'><linearGradient/><use "
      "xlink:href='#i'/></svg><math><mi>x</mi></math>");
  CHECK(page.find("//svg/lineargradient").size() == 1);
  CHECK(page.first("//use")->attribute("xlink:href") == "#i");
  CHECK(page.first("//svg")->attribute("viewBox") == "0 0 1 1");
  CHECK(page.find("//math/mi").size() == 1);
}

TEST_CASE("an expression may yield texts, numbers and truths") {
  const Document page = parsed("<a href=x>1</a><a href=y>2</a>");
  CHECK(std::get<double>(*page.evaluate("count(//a)")) == 2);
  CHECK(std::get<bool>(*page.evaluate("boolean(//b)")) == false);
  CHECK(std::get<std::vector<std::string>>(*page.evaluate("//a/@href")) ==
        std::vector<std::string>{"x", "y"});
  CHECK(std::get<bool>(*page.evaluate("matches(//a/@href, '^[xyz]$')")));
  CHECK(page.find("//a[matches(@href, '(y')]").empty());
  CHECK_FALSE(page.evaluate("frobnicate(1)"));
}

TEST_CASE("an expression that would never end is given up") {
  const Document page = parsed(repeated("<i></i>", 3000));
  CHECK_FALSE(page.evaluate("count(//*[count(//*[count(//*) > 1]) > 1])"));
  CHECK(page.evaluate("count(//i)"));
}

TEST_CASE("what is wrong with an expression is told") {
  CHECK_FALSE(xpath_error("//a[contains(@href, 'tel:')]"));
  CHECK_FALSE(xpath_error("//a[matches(., 'x')]/ancestor::div[text() and (1 or (2))]"));
  CHECK(xpath_error("//a[ends-with(@href, 'x')]") == "unknown function ends-with()");
  CHECK(xpath_error("re:test(//a, 'x')") == "unknown function re:test()");
  CHECK_FALSE(xpath_error("//a[. = 'lower-case(x)']"));
  CHECK(xpath_error("//a["));
  CHECK(xpath_error(""));
}

TEST_CASE("a handle stays good when its document moves") {
  Document page = parsed("<p>text</p>");
  const Element p = page.find("//p")[0];
  const Document moved = std::move(page);
  CHECK(p.find("../p").size() == 1);
}

TEST_CASE("a page that nests without end is refused before a tree is built") {
  CHECK(refusal(repeated("<div>", 40'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<b>", 200'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<b></x>", 200'000)) == DocumentRefusal::too_deep);
}
