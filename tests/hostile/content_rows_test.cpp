// Bodies made to break whoever reads them: of a page that home links to.

#include <catch2/catch.hpp>

#include "tests/hostile/bombs.h"
#include "tests/hostile/table.h"

namespace touchstone {

namespace {

std::function<void(Wire&)> serves(const std::string& body,
                                  const std::string& type = "text/html; charset=utf-8") {
  return [body, type](Wire& wire) { wire.answer(touchstone::answer(type, body)); };
}

std::string titled(const std::string& body) {
  return "<!doctype html><html lang=\"en\"><title>Bread</title>" + body;
}

std::function<void(Wire&)> json_ld(const std::string& json) {
  return serves(titled("<script type=\"application/ld+json\">" + json + "</script>"));
}

}  // namespace

TEST_CASE("trees that never end stay alone with their page", "[table]") {
  const std::vector<HostileRow> rows{
      {"ten million tags", "200 cut",
       [](Wire& wire) {
         if (wire.send(page_head() + titled(""))) wire.repeat("<br>", 10'000'000);
       }},
      {"200,000 tags that nobody closes", "200 cut", serves(titled(repeated("<b>", 200'000)))},
      {"200,000 tags that close nothing", "200 cut", serves(titled(repeated("<b></x>", 200'000)))},
      {"a tag with a million attributes", "200 cut",
       serves(titled("<p" + repeated(" a1=b", 1'000'000) + ">bread"))},
      {"100,000 elements in each other", "200 cut", serves(titled(repeated("<div>", 100'000)))},
      {"a drawing of 100,000 levels", "200 cut",
       serves(titled("<svg>" + repeated("<g>", 100'000)))},
      {"tables of 50,000 levels", "200 cut", serves(titled(repeated("<table><td>", 50'000)))},
  };
  check_pages(rows, {});
}

TEST_CASE("texts that deceive stay alone with their page", "[table]") {
  const std::vector<HostileRow> rows{
      {"NULs", "200", serves(titled(std::string(1'000, '\0') + "<p>bre\0ad"))},
      {"broken UTF-8", "200",
       serves(titled("<h1>\xff\xfe\xc3( \xed\xa0\x80 \xf5\x80\x80\x80</h1>"))},
      {"UTF-16 that is none", "200", serves(titled("bread"), "text/html; charset=utf-16")},
      {"a charset that nobody knows", "200", serves(titled("bread"), "text/html; charset=bread")},
      {"UTF-7", "200", serves(titled("+ADw-script+AD4-"), "text/html; charset=utf-7")},
      {"ISO-2022-JP that never returns", "200",
       serves(titled("\x1b$B" + std::string(9'999, '\x1b')), "text/html; charset=iso-2022-jp")},
      {"a type of 100 KB", "200",
       serves(titled("bread"), "text/html; charset=" + std::string(100'000, 'a'))},
      {"characters that turn lines round", "200",
       serves("<title>\xe2\x80\xae daerb \xe2\x81\xa6 \xe2\x80\xa8 \xc2\x9b"
              "2J \x1b[2J</title>")},
      {"a title of 1 MiB", "200", serves("<title>" + repeated("bread ", 170'000) + "</title>")},
      {"a comment that never ends", "200", serves(titled("<!--" + repeated("<p>", 100'000)))},
      {"half a million entities", "200 cut", serves(titled(repeated("&amp;", 500'000)))},
      {"a base that is another's", "200",
       serves(titled("<base href=\"http://169.254.169.254/\"><a href=\"latest\">Bread</a>"))},
      {"a page that reloads itself at once", "200",
       serves("<meta http-equiv=refresh content=\"0;url=?again\">" + titled("bread"))},
  };
  check_pages(rows, {"placeholder-content"});
}

TEST_CASE("data that deceive stay alone with their page", "[table]") {
  const std::vector<HostileRow> rows{
      {"JSON-LD of 100,000 levels", "200", json_ld(repeated("[", 100'000))},
      {"JSON-LD of 50,000 objects in each other", "200", json_ld(repeated("{\"a\":", 50'000))},
      {"JSON-LD with numbers beyond all numbers", "200",
       json_ld("{\"@type\": \"Product\", \"offers\": {\"price\": 1e999999, \"x\": -" +
               std::string(9'999, '9') + "}}")},
      {"JSON-LD that names itself", "200",
       json_ld(R"({"@graph": [{"@id": "#a", "@type": "Organization", "parentOrganization":
                {"@id": "#a"}}]})")},
      {"JSON-LD of 20,000 offers", "200",
       json_ld("[" + repeated(R"({"@type": "Offer", "price": "1"},)", 20'000) + "{}]")},
      {"an address of 1 MiB", "200",
       serves(titled("<a href=\"http://a/" + std::string(1 << 20, 'a') + "\">Bread</a>"))},
      {"a form of 10,000 fields", "200",
       serves(titled("<form>" + repeated("<input name=a>", 10'000) + "</form>"))},
      {"formatting that each paragraph repeats", "200", serves(titled([] {
         std::string page = "<p>";
         for (int i = 0; i < 400; ++i) page += "<b id=" + std::to_string(i) + ">";
         return page + repeated("<p>x", 20'000);
       }()))},
  };
  check_pages(rows, {});
}

}  // namespace touchstone
