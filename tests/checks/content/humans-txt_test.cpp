#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string address = "https://example.com/humans.txt";

auto text(std::string body, int status = 200, std::string type = "text/plain") {
  return [=](SampleSite& s) {
    s.answer(address, Role::well_known, type, body).hops.back().status = status;
    s.visit(address, Role::well_known).note = "humans.txt";
  };
}

const std::string empty_template =
    "/* TEAM */\n  Your title: Your name.\n  Site: email, link to a contact form, etc.\n"
    "  Twitter: @your_account\n/* SITE */\n  Last update: YYYY/MM/DD\n  Standards: HTML5\n";

}  // namespace

TEST_CASE("humans.txt is read for people") {
  hold_rows("humans-txt", "real",
            {
                {"names", text("/* TEAM */\nBaker: Anna Huber\n"), "wow"},
                {"names beside the sample", text(empty_template + "Baker: Anna Huber"), "wow"},
                {"the sample alone", text(empty_template), "so-so"},
                {"techniques alone", text("/* SITE */\nStandards: HTML5, CSS3\n"), "so-so"},
                {"a page in its place", text("<!DOCTYPE html><p>Home</p>", 200, "text/html"),
                 "not applicable"},
                {"not there", text("", 404), "not applicable"},
                {"refused", text("", 403), "not assessed: blocked-403"},
                {"not asked", [](SampleSite&) {}, "not assessed: budget-exhausted"},
            });
}

TEST_CASE("a file for the curious is a chip") {
  SampleSite sample = SampleSite::perfect();
  text("Baked by Anna Huber")(sample);
  CHECK(judged("humans-txt", sample).touchpoint.chips == std::vector<std::string>{"presence"});
  SampleSite without = SampleSite::perfect();
  text("", 404)(without);
  CHECK(judged("humans-txt", without).touchpoint.status == Status::absent);
}
