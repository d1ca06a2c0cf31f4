#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

void meta(SampleSite& s, const std::string& name) {
  swap_text(s.fetch(home).body, "<title>", "<meta name='" + name + "' content='a1'><title>");
}

auto txt(std::vector<std::string> records) {
  return [=](SampleSite& s) { s.dns("example.com", DnsType::txt, DnsOutcome::answered, records); };
}

}  // namespace

TEST_CASE("search consoles are counted, each once") {
  hold_rows("webmaster-verification", "connected",
            {
                {"a record alone", txt({"v=spf1 -all", "google-site-verification=abc"}), "so-so"},
                {"two records", txt({"google-site-verification=abc", "MS=ms123"}), "wow"},
                {"a tag and a record",
                 [](SampleSite& s) {
                   meta(s, "yandex-verification");
                   txt({"google-site-verification=abc"})(s);
                 },
                 "wow"},
                {"one console twice",
                 [](SampleSite& s) {
                   meta(s, "google-site-verification");
                   txt({"google-site-verification=abc"})(s);
                 },
                 "so-so"},
                {"none", txt({"v=spf1 -all"}), "not applicable"},
                {"the names were not asked", [](SampleSite&) {}, "not assessed: dns-undecided"},
            });
}
