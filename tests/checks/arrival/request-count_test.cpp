#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string kHome = "https://example.com/";

void insert(SampleSite& sample, const std::string& markup) {
  std::string& page = sample.fetch(kHome, Role::home).body;
  page.insert(page.find("</main>"), markup);
}

// The page needs that many files, itself included: the sample has four.
std::function<void(SampleSite&)> files(int count) {
  return [=](SampleSite& s) {
    for (int i = 4; i < count; ++i) insert(s, "<img src='/" + std::to_string(i) + ".png'>");
  };
}

std::function<void(SampleSite&)> strangers(int count) {
  return [=](SampleSite& s) {
    for (int i = 0; i < count; ++i) {
      insert(s, "<img src='https://cdn.example" + std::to_string(i) + ".net/a.png'>");
      insert(s, "<img src='https://www.example" + std::to_string(i) + ".net/b.png'>");
    }
  };
}

std::function<void(SampleSite&)> answered(std::initializer_list<int> statuses) {
  const std::vector<int> list(statuses);
  return [=](SampleSite& s) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string address = kHome + "file" + std::to_string(i) + ".png";
      insert(s, "<img src='" + address + "'>");
      s.answer(address, Role::resource, "text/html", "?").hops.back().status = list[i];
    }
  };
}

}  // namespace

TEST_CASE("the files of the home page are counted") {
  hold_rows("request-count", "requests",
            {
                {"40", files(40), "wow"},
                {"41", files(41), "so-so"},
                {"100", files(100), "so-so"},
                {"101", files(101), "sucks"},
                {"one twice",
                 [](SampleSite& s) {
                   files(40)(s);
                   insert(s, "<img src='/bread.png'>");
                 },
                 "wow"},
            });
}

TEST_CASE("foreign domains are counted once each") {
  hold_rows(
      "request-count", "third-parties",
      {
          {"none", [](SampleSite&) {}, "wow"},
          {"5", strangers(5), "wow"},
          {"6", strangers(6), "so-so"},
          {"15", strangers(15), "so-so"},
          {"16", strangers(16), "sucks"},
          {"an own host is no stranger",
           [](SampleSite& s) { insert(s, "<img src='https://cdn.example.com/a.png'>"); }, "wow"},
      });
}

TEST_CASE("dead files of the home page are counted") {
  hold_rows("request-count", "dead",
            {
                {"none", [](SampleSite&) {}, "wow"},
                {"one", answered({404}), "so-so"},
                {"two", answered({404, 410}), "sucks"},
                {"refused to us", answered({403, 403}), "wow"},
                {"an error of the server is no dead file", answered({500, 500}), "wow"},
                {"not all were looked at",
                 [](SampleSite& s) {
                   insert(s, "<img src='/late.png'>");
                   s.fault(kHome + "late.png", Role::resource, FaultKind::budget_exhausted);
                 },
                 "not assessed: budget-exhausted"},
                {"two dead, and not all were looked at",
                 [](SampleSite& s) {
                   answered({404, 404})(s);
                   insert(s, "<img src='/late.png'>");
                   s.fault(kHome + "late.png", Role::resource, FaultKind::budget_exhausted);
                 },
                 "sucks"},
            });
}

TEST_CASE("a page without strangers earns its chip") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged("request-count", sample).touchpoint.chips ==
        std::vector<std::string>{"no-strangers"});
  strangers(1)(sample);
  CHECK(judged("request-count", sample).touchpoint.chips.empty());
}
