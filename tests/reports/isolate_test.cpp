// Words of the other direction in a report that runs from right to left.

#include "reports/isolate.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("in a right-to-left report Latin words stand apart, with their brackets and marks") {
  const Phrases persian("fa"), english("en");
  struct Row {
    const char* text;
    const char* told;
  };
  for (const auto& [text, told] : std::initializer_list<Row>{
           {"سلام", "سلام"},
           {"فایل robots.txt را", "فایل <bdi>robots.txt</bdi> را"},
           {"در <html lang=\"..\">.", "در <bdi>&lt;html lang=&quot;..&quot;&gt;</bdi>."},
           {"(SPF) و Content Security Policy.",
            "<bdi>(SPF)</bdi> و <bdi>Content Security Policy</bdi>."},
           {"منبع: Own judgement", "منبع: <bdi>Own judgement</bdi>"},
           {"تا 95 %", "تا 95 %"},
       }) {
    CAPTURE(text);
    CHECK(html_told(text, persian) == told);
  }
  CHECK(html_told("a <b>", english) == "a &lt;b&gt;");
}

TEST_CASE("numbers are written as the language does") {
  CHECK(Phrases("en").points(95) == "9.5");
  CHECK(Phrases("ru").points(100) == "10,0");
  CHECK(Phrases("fa").points(68) == "۶٫۸");
  CHECK(Phrases("en").points(std::nullopt) == "-");
}
