#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", file = home + "sitemap.xml";

std::string entry(const std::string& path, const std::string& date) {
  return "<url><loc>" + home + path + "</loc>" +
         (date.empty() ? "" : "<lastmod>" + date + "</lastmod>") + "</url>";
}

std::string urlset(const std::string& entries) {
  return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + entries + "</urlset>";
}

std::string day_before(const SampleSite& sample, int days) {
  SampleSite copy = sample;
  const auto day =
      std::chrono::floor<std::chrono::days>(copy.recording().taken) - std::chrono::days(days);
  const std::chrono::year_month_day date(day);
  const auto two = [](unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day()));
}

void answered(SampleSite& sample, const std::string& body, const std::string& note = "robots") {
  sample.answer(file, Role::sitemap, "application/xml", body);
  sample.visit(file, Role::sitemap).note = note;
}

auto sitemap(std::string body, std::string note = "robots") {
  return [body, note](SampleSite& sample) { answered(sample, body, note); };
}

auto dated(int days) {
  return [days](SampleSite& sample) {
    const std::string date = day_before(sample, days);
    answered(sample, urlset(entry("", date) + entry("contact/", date)));
  };
}

// A sitemap of so many pages, of which the last so many are gone.
auto listing(int pages, int gone) {
  return [pages, gone](SampleSite& sample) {
    std::string entries;
    for (int i = 0; i < pages; ++i) {
      const std::string path = "p" + std::to_string(i);
      entries += entry(path, "");
      sample.page(home + path, "", Role::sitemap_entry).hops.back().status =
          i < pages - gone ? 200 : 404;
    }
    answered(sample, urlset(entries));
  };
}

void with_status(SampleSite& sample, int status, const std::string& note) {
  answered(sample, "", note);
  sample.fetch(file).hops.back().status = status;
}

// A site of more pages than anybody finds without a sitemap.
void grow(SampleSite& sample) {
  for (int i = 0; i < 6; ++i) {
    const std::string path = home + "bread/" + std::to_string(i);
    std::string html = sample.fetch(home).body;
    swap_text(html, "<link rel=\"canonical\" href=\"" + home + "\">", "");
    sample.page(path, html);
  }
}

}  // namespace

TEST_CASE("every verdict of the sitemap can be reached") {
  const std::string two = entry("", "") + entry("contact/", "");
  hold_rows(
      "sitemap-xml",
      {
          {"sound", sitemap(urlset(two)), "valid", "wow"},
          {"at the usual address", sitemap(urlset(two), "usual"), "valid", "wow"},
          {"a list of addresses", sitemap(home + "\n" + home + "contact/\n"), "valid", "wow"},
          {"without its namespace", sitemap("<urlset>" + two + "</urlset>"), "valid", "so-so"},
          {"too many addresses",
           [](SampleSite& s) {
             std::string entries;
             for (int i = 0; i < 50'001; ++i) {
               entries += "<url><loc>" + home + std::to_string(i) + "</loc></url>";
             }
             answered(s, urlset(entries));
           },
           "valid", "so-so"},
          {"declared and not there", [](SampleSite& s) { with_status(s, 404, "robots"); }, "valid",
           "sucks"},
          {"declared, and a web page", sitemap("<!DOCTYPE html><html></html>"), "valid", "sucks"},
          {"not well-formed", sitemap(urlset(two) + "<"), "valid", "sucks"},
          {"cut by our own limit",
           [](SampleSite& s) {
             answered(s, urlset(entry("", "")).substr(0, 120));
             s.fetch(file).truncated = true;
           },
           "valid", "wow"},
          {"forbidden to us", [](SampleSite& s) { with_status(s, 403, "robots"); }, "valid",
           "not assessed: blocked-403"},
          {"never asked", [](SampleSite&) {}, "valid", "not assessed: no-source"},

          {"all alive", listing(20, 0), "alive", "wow"},
          {"one of twenty is gone", listing(20, 1), "alive", "so-so"},
          {"a fifth is gone", listing(20, 4), "alive", "so-so"},
          {"a quarter is gone", listing(20, 5), "alive", "sucks"},
          {"pages read before count", sitemap(urlset(two)), "alive", "wow"},
          {"none was tried", sitemap(urlset(entry("a", "") + entry("b", ""))), "alive",
           "not assessed: budget-exhausted"},

          {"changed last month", dated(30), "fresh", "wow"},
          {"changed 90 days ago", dated(90), "fresh", "wow"},
          {"changed 91 days ago", dated(91), "fresh", "so-so"},
          {"changed 730 days ago", dated(730), "fresh", "so-so"},
          {"changed 731 days ago", dated(731), "fresh", "sucks"},
          {"changed tomorrow", dated(-1), "fresh", "wow"},
          {"without dates", sitemap(urlset(two)), "fresh", "so-so"},
      });
}

TEST_CASE("a site of few pages needs no sitemap, a larger one lacks it") {
  SampleSite small = SampleSite::perfect();
  with_status(small, 404, "usual");
  CHECK(judged("sitemap-xml", small).verdict("valid") == "not applicable");
  SampleSite large = SampleSite::perfect();
  grow(large);
  with_status(large, 404, "usual");
  CHECK(judged("sitemap-xml", large).touchpoint.status == Status::missing);
}
