#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string kHome = "https://example.com/";

void code(SampleSite& sample, const std::string& url, Role role, const std::string& coding) {
  SampleSite::set_header(sample.fetch(url, role), "content-encoding", coding);
}

// All text but `plain` percent of it travels compressed.
std::function<void(SampleSite&)> plain(int percent) {
  return [=](SampleSite& s) {
    s.answer(kHome + "large.js", Role::resource, "text/javascript", std::string(200'000, ' '));
    std::size_t all = 0;
    for (const Visit& visit : s.recording().visits) {
      const auto type = visit.fetch.headers().get("content-type");
      const bool text = type && type->starts_with("text/") && visit.fetch.ok();
      if (text && visit.fetch.body.size() >= 1'400) all += visit.fetch.body.size();
    }
    const std::size_t more = all * static_cast<std::size_t>(percent) / (100 - percent);
    s.answer(kHome + "plain.js", Role::resource, "text/javascript", std::string(more, ' '));
    code(s, kHome + "plain.js", Role::resource, "");
  };
}

}  // namespace

TEST_CASE("the share of text that travels compressed is judged") {
  hold_rows("compression", "share",
            {
                {"all", [](SampleSite&) {}, "wow"},
                {"96 percent", plain(4), "wow"},
                {"94 percent", plain(6), "so-so"},
                {"51 percent", plain(49), "so-so"},
                {"45 percent", plain(55), "sucks"},
                {"pictures do not count",
                 [](SampleSite& s) {
                   s.answer(kHome + "large.png", Role::resource, "image/png",
                            std::string(90'000, 'x'));
                 },
                 "wow"},
                {"small texts do not count",
                 [](SampleSite& s) {
                   s.answer(kHome + "a.css", Role::resource, "text/css", std::string(1'399, ' '));
                   code(s, kHome + "a.css", Role::resource, "");
                 },
                 "wow"},
                {"strangers do not count",
                 [](SampleSite& s) {
                   s.answer("https://example.net/a.js", Role::resource, "text/javascript",
                            std::string(90'000, ' '));
                   code(s, "https://example.net/a.js", Role::resource, "");
                 },
                 "wow"},
                {"identity is none",
                 [](SampleSite& s) {
                   plain(55)(s);
                   code(s, kHome + "plain.js", Role::resource, "identity");
                 },
                 "sucks"},
                {"a challenge",
                 [](SampleSite& s) { s.fetch(kHome, Role::home).hops.back().status = 403; },
                 "not assessed: blocked-403"},
            });
}

TEST_CASE("the home page is compressed by a method of today") {
  hold_rows("compression", "modern",
            {
                {"br", [](SampleSite&) {}, "wow"},
                {"zstd", [](SampleSite& s) { code(s, kHome, Role::home, "zstd"); }, "wow"},
                {"gzip", [](SampleSite& s) { code(s, kHome, Role::home, "gzip"); }, "so-so"},
                {"deflate", [](SampleSite& s) { code(s, kHome, Role::home, "Deflate"); }, "so-so"},
                {"not at all", [](SampleSite& s) { code(s, kHome, Role::home, ""); }, "so-so"},
                {"too small to matter",
                 [](SampleSite& s) {
                   s.fetch(kHome, Role::home).body = "<title>Example</title><p>Hello";
                   code(s, kHome, Role::home, "");
                 },
                 "not applicable"},
            });
}
