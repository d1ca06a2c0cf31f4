#include "reports/message.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace touchstone;
using Catch::Contains;

namespace {

Problem icon() {
  return {"favicon",
          "Favicon",
          "favicon.size",
          "Size",
          "The icon is small.",
          "https://huber.example/favicon.ico",
          {"wow", 95, "180 px"},
          {"sucks", 20, ""},
          Day(std::chrono::year(2026) / 3 / 1)};
}

NoticeFrame frame() {
  return {"https://huber.example/",
          "huber.example",
          "Huber",
          Day(std::chrono::year(2026) / 3 / 1),
          74,
          68};
}

}  // namespace

TEST_CASE("a message names the address, and of each change the old and the new value") {
  Notice notice;
  notice.worse = {icon()};
  notice.failing = notice.newly_failing = {"score<7", std::string(unreached_gate)};
  CHECK(notice_subject(notice, frame(), Phrases("en")) == "Huber: 1 got worse, 2 conditions fail");
  CHECK(notice_text(notice, frame(), Phrases("en")) ==
        "Huber: https://huber.example/\n"
        "March 1, 2026\n"
        "Score 7.4 → 6.8\n"
        "\n"
        "Got worse\n"
        "- Favicon: wow (9.5) → sucks (2.0)\n"
        "  Size: 180 px → nothing\n"
        "  https://huber.example/favicon.ico\n"
        "\n"
        "Conditions that fail\n"
        "- score<7\n"
        "- Nobody answers at this address.\n");
  const auto json = nlohmann::json::parse(notice_json(notice, frame(), Phrases("en")));
  CHECK(json["kind"] == "change");
  CHECK(json["score"]["old"] == 7.4);
  CHECK(json["worse"][0]["old"]["value"] == "180 px");
  CHECK(json["worse"][0]["new"]["value"].is_null());
}

TEST_CASE("a message speaks the language of the report") {
  Notice notice;
  notice.reminder = true;
  notice.lasting = {icon()};
  for (const auto& [language, subject, old, now] :
       {std::tuple("ru", "напоминание", "вау", "отстой"),
        std::tuple("es", "recordatorio", "guau", "fatal"),
        std::tuple("fa", "یادآوری", "عالی", "افتضاح")}) {
    INFO(language);
    CHECK_THAT(notice_subject(notice, frame(), Phrases(language)), Contains(subject));
    CHECK_THAT(notice_text(notice, frame(), Phrases(language)), Contains(old) && Contains(now));
  }
}

TEST_CASE("what a site says cannot break a line of a message") {
  Notice notice;
  Problem sly = icon();
  sly.title = "Favicon\r\nBcc: all\x1b[2J";
  notice.worse = {sly};
  NoticeFrame framed = frame();
  framed.name = "Huber\nX: y";
  CHECK(notice_subject(notice, framed, Phrases("en")).find('\n') == std::string::npos);
  CHECK_THAT(notice_text(notice, framed, Phrases("en")),
             !Contains("\nBcc") && !Contains("\x1b") && !Contains("\nX:"));
}
