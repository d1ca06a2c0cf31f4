#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", robots = home + "robots.txt";

auto written(std::string body) {
  return [body](SampleSite& sample) { sample.fetch(robots).body = body; };
}

auto answered(int status) {
  return [status](SampleSite& sample) { sample.fetch(robots).hops.back().status = status; };
}

auto typed(std::string type) {
  return [type](SampleSite& sample) {
    SampleSite::set_header(sample.fetch(robots), "content-type", type);
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of robots.txt can be reached") {
  const std::string rule = "User-agent: *\n";
  hold_rows(
      "robots-txt",
      {
          {"three lines", nothing, "answers", "wow"},
          {"none", answered(404), "answers", "so-so"},
          {"gone", answered(410), "answers", "so-so"},
          {"a bad request", answered(400), "answers", "so-so"},
          {"empty", written(""), "answers", "so-so"},
          {"the server fails", answered(500), "answers", "sucks"},
          {"the gateway fails", answered(502), "answers", "sucks"},
          {"forbidden", answered(403), "answers", "not assessed: blocked-403"},
          {"too many requests", answered(429), "answers", "not assessed: rate-limited"},
          {"in maintenance", answered(503), "answers", "not assessed: unavailable-503"},
          {"never asked", [](SampleSite& s) { s.remove(robots); }, "answers",
           "not assessed: no-source"},
          {"no answer",
           [](SampleSite& s) {
             s.remove(robots);
             s.fault(robots, Role::robots, FaultKind::timeout);
           },
           "answers", "not assessed: timeout"},

          {"plain", nothing, "is-text", "wow"},
          {"with a charset", typed("Text/Plain; charset=utf-8"), "is-text", "wow"},
          {"another type", typed("application/octet-stream"), "is-text", "so-so"},
          {"no type", typed(""), "is-text", "so-so"},
          {"a web page", written("\n<!DOCTYPE html><html><body>Home</body></html>"), "is-text",
           "sucks"},
          {"no file", answered(404), "is-text", "not applicable"},

          {"free", nothing, "assets", "wow"},
          {"no file", answered(404), "assets", "wow"},
          {"the cart is closed", written(rule + "Disallow: /cart/\n"), "assets", "wow"},
          {"a folder of another host", written(rule + "Disallow: /elsewhere/\n"), "assets", "wow"},
          {"styles are closed", written(rule + "Disallow: /*.css\n"), "assets", "sucks"},
          {"closed for Googlebot alone", written("User-agent: Googlebot\nDisallow: /script.js\n"),
           "assets", "sucks"},
          {"closed for another robot alone", written("User-agent: OtherBot\nDisallow: /\n"),
           "assets", "wow"},
          {"the server fails", answered(500), "assets", "not assessed: robots-unreachable"},

          {"short", nothing, "size", "wow"},
          {"500 KiB", written(rule + std::string(500 * 1024 - rule.size(), '\n')), "size", "wow"},
          {"longer", written(rule + std::string(500 * 1024, '\n')), "size", "so-so"},
      });
}

TEST_CASE("a robots.txt that is not there is missing, but breaks nothing") {
  SampleSite sample = SampleSite::perfect();
  answered(404)(sample);
  CHECK(judged("robots-txt", sample).touchpoint.status == Status::missing);
}

TEST_CASE("a greeting in robots.txt is a chip, a line of the system's is none") {
  const auto chips = [](const std::string& comment) {
    SampleSite sample = SampleSite::perfect();
    sample.fetch(robots).body = comment + "User-agent: *\nDisallow:\n";
    return judged("robots-txt", sample).touchpoint.chips;
  };
  CHECK(chips("") == std::vector<std::string>{});
  CHECK(chips("# START YOAST BLOCK\n# -------\n# END YOAST BLOCK\n").empty());
  CHECK(chips("# Disallow: /private-folder/\n# Allow: /public-folder/\n").empty());
  CHECK(chips("# Hello, robot or human!\n# We bake, you crawl: welcome.\n") ==
        std::vector<std::string>{"greeting"});
}
