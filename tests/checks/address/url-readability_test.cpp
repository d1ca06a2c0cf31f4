#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

// Home and pages at these paths.
auto pages_at(std::vector<std::string> paths) {
  return [paths](SampleSite& sample) {
    sample.remove(Role::page);
    for (const auto& path : paths)
      sample.page("https://example.com" + path, "<!DOCTYPE html><p>" + path + "</p>");
  };
}

std::vector<std::string> numbered(const std::string& before, const std::string& after) {
  std::vector<std::string> paths;
  for (const char* number : {"11", "12", "13", "14", "15", "16"})
    paths.push_back(before + number + after);
  return paths;
}

}  // namespace

TEST_CASE("every verdict on the addresses of pages can be reached") {
  const std::string sixty(58, 'a'), eighty(80, 'a'), long_path(120, 'a');
  hold_rows(
      "url-readability",
      {
          {"short", pages_at({"/baths", "/taps", "/pipes", "/team"}), "length", "wow"},
          {"of 60 letters", pages_at(numbered("/" + sixty.substr(1), "")), "length", "wow"},
          {"of 80 letters", pages_at(numbered("/" + eighty, "")), "length", "so-so"},
          {"of 120 letters", pages_at(numbered("/" + long_path, "")), "length", "sucks"},
          {"Cyrillic letters count as they show",
           pages_at({"/%D0%B2%D0%B0%D0%BD%D0%BD%D0%B0/%D0%B2%D0%B0%D0%BD%D0%BD%D0%B0", "/a1", "/b2",
                     "/c3"}),
           "length", "wow"},

          {"words", pages_at({"/baths", "/taps", "/pipes", "/team/"}), "words", "wow"},
          {"Cyrillic words",
           pages_at(
               {"/%D0%B2%D0%B0%D0%BD%D0%BD%D0%B0", "/%D0%BE%D0%BA%D0%BD%D0%B0", "/baths", "/taps"}),
           "words", "wow"},
          {"half of them", pages_at({"/baths", "/taps", "/12", "/13"}), "words", "so-so"},
          {"numbers with an ending", pages_at(numbered("/", ".html")), "words", "sucks"},

          {"no parameters", pages_at({"/baths", "/taps", "/pipes", "/team"}), "clean", "wow"},
          {"marks of advertisements",
           pages_at({"/a?utm_source=x&utm_medium=y", "/b?gclid=1&yclid=2", "/c", "/d"}), "clean",
           "wow"},
          {"one parameter each", pages_at(numbered("/page?id=", "")), "clean", "wow"},
          {"two parameters on some", pages_at({"/a?x=1&y=2", "/b", "/c", "/d", "/e"}), "clean",
           "so-so"},
          {"a session everywhere", pages_at(numbered("/page?PHPSESSID=", "")), "clean", "sucks"},
          {"a session in the path", pages_at(numbered("/page;jsessionid=", "")), "clean", "sucks"},

          {"few pages", pages_at({"/a"}), "length", "not applicable"},
          {"home is walled",
           [](SampleSite& s) {
             s.fetch("https://example.com/", Role::home).hops.back().status = 403;
           },
           "length", "not assessed: blocked-403"},
      });
}

TEST_CASE("pages that one can say on the phone are remembered") {
  SampleSite sample = SampleSite::perfect();
  for (const auto* path : {"prices", "about", "faq", "team"})
    sample.page("https://example.com/" + std::string(path),
                "<!DOCTYPE html><title>" + std::string(path) + "</title><h1>" + path + "</h1>");
  CHECK(judged("url-readability", sample).facts.find("spoken_pages") != nullptr);
}
