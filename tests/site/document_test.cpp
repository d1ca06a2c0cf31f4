#include "site/document.h"

#include <catch2/catch.hpp>
#include <chrono>

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

TEST_CASE("a path counts the siblings of one name") {
  const Document page = parsed("<p>1</p>text<div>2</div><p>3</p><i></i><p>4</p>");
  using Row = std::pair<std::string, std::string>;
  const auto row = GENERATE(Row{"//p[1]", "/html/body/p[1]"}, Row{"//p[2]", "/html/body/p[2]"},
                            Row{"//p[3]", "/html/body/p[3]"}, Row{"//div", "/html/body/div"},
                            Row{"//i", "/html/body/i"});
  CHECK(page.first(row.first)->path() == row.second);
  CHECK(page.first(row.first)->path() == row.second);
}

TEST_CASE("the paths of 20,000 siblings are told in linear time") {
  const Document page = parsed(repeated("<a></a><br>", 20'000));
  const auto before = std::chrono::steady_clock::now();
  std::string last;
  for (const Element& link : page.find("//a")) last = link.path();
  CHECK(last == "/html/body/a[20000]");
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(10));
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

TEST_CASE("a page that nests without end is refused") {
  CHECK(refusal(repeated("<div>", 40'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<b>", 200'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<b></x>", 200'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<svg><g>", 100'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<svg><style><g>", 100'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<template>", 100'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<table><td>", 100'000)) == DocumentRefusal::too_deep);
  CHECK(refusal(repeated("<p><b><i><u></p>", 1'000)) == std::nullopt);
  CHECK(refusal(repeated("<a><b></x></a>", 100'000)) == DocumentRefusal::too_deep);
}

TEST_CASE("formatting that is opened again in every paragraph is refused when it nests") {
  std::string page = "<p>";
  for (int i = 0; i < 600; ++i) page += "<b id=" + std::to_string(i) + ">";
  CHECK(refusal(page + repeated("</p><p>x", 1000)).has_value());
}

TEST_CASE("512 levels are read, 513 are not") {
  const auto nested = [](std::size_t levels) { return repeated("<div>", levels - 2); };
  CHECK(refusal(nested(512)) == std::nullopt);
  CHECK(refusal(nested(513)) == DocumentRefusal::too_deep);
}

TEST_CASE("many siblings are no nesting") {
  const Document page = parsed(repeated("<i>x</i>", 30'000));
  CHECK(page.find("//i").size() == 30'000);
  CHECK(refusal("<p>" + repeated("long text without a tag ", 80'000)) == std::nullopt);
}

TEST_CASE("a tag with too many attributes is refused") {
  const auto tag = [](std::string_view name, int attributes) {
    std::string text = "<" + std::string(name);
    for (int i = 0; i < attributes; ++i)
      text += " a" + std::to_string(i) + "=" + std::string(103, 'x');
    return text + ">";
  };
  CHECK(refusal(tag("p", 512)) == std::nullopt);
  CHECK(refusal(tag("p", 513)) == DocumentRefusal::too_many_attributes);
  CHECK(refusal(tag("p", 15'000)) == DocumentRefusal::too_many_attributes);
  CHECK(refusal("<svg><style>" + tag("g", 5'000)) == DocumentRefusal::too_many_attributes);
  CHECK(refusal("<script>if (i<b " + repeated("word ", 5'000) + ")</script>") ==
        DocumentRefusal::too_many_attributes);
  CHECK(refusal("<script>if (i<n " + repeated("word ", 5'000) + ")</script>") == std::nullopt);
}

TEST_CASE("attributes that many tags of one element gather are refused") {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "<body a" + std::to_string(i) + "=1>";
  CHECK(refusal(page) == DocumentRefusal::too_many_attributes);
}

TEST_CASE("formatting elements with many attributes each are refused") {
  std::string page;
  for (int i = 0; i < 20'000; ++i) {
    page += "<b a b c d e f g h i j k l m n o=" + std::to_string(i) + "></x>";
  }
  CHECK(refusal(page) == DocumentRefusal::too_many_attributes);
}

TEST_CASE("bytes that are no text do not hurt") {
  CHECK(parsed(std::string("<p>a\0b\xFF\xC3</p>\0<\0p>", 18)).find("//p").size() == 1);
  CHECK(parsed("").body());
  CHECK(parsed("<").body());
  CHECK(parsed("<!--").body());
  CHECK(parsed("<p <p <p <p").body());
  CHECK_FALSE(parsed("<frameset><frame></frameset>").body());
}

TEST_CASE("a CDATA section in a drawing in a table does not end the program") {
  const Document page = parsed("<table><svg><desc><![CDATA[x]]> <tr><td>y");
  CHECK(page.first("//desc")->text().find('x') != std::string::npos);
  CHECK(page.find("//td").size() == 1);
}

TEST_CASE("only the first two mebibytes are read") {
  const std::string text = repeated("é ", 4'000'000);
  const Document page = parsed("<p>" + text);
  CHECK(page.truncated());
  CHECK(page.find("//p")[0].text().size() < (std::size_t{2} << 20));
  CHECK_FALSE(parsed("<p>short").truncated());
}
