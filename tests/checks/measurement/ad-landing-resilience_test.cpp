#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string utm = home + "?utm_source=audit&utm_medium=test&utm_campaign=x";

Fetch& land(SampleSite& s, const std::string& html) {
  Fetch& fetch = s.page(utm, html, Role::landing);
  s.visit(utm, Role::landing).note = "utm";
  return fetch;
}

auto landed(std::function<void(std::string&)> change) {
  return [change](SampleSite& s) {
    std::string html = s.fetch(home, Role::home).body;
    change(html);
    land(s, html);
  };
}

auto status(int code) {
  return [code](SampleSite& s) { land(s, "<p>error</p>").hops.back().status = code; };
}

void same(std::string&) {}

auto other_words(double share) {
  return landed([share](std::string& html) {
    const auto begin = html.find("<p>We are"), end = html.find("</main>");
    std::string words = "<p>";
    for (int i = 0; i < 400; ++i) words += "word" + std::to_string(i) + " ";
    const auto kept = static_cast<std::size_t>(static_cast<double>(end - begin) * (1 - share));
    html = html.substr(0, begin + kept) + (share > 0.9 ? words : "") + html.substr(end);
  });
}

const std::string canonical = "<link rel=\"canonical\" href=\"https://example.com/\">";

auto named(std::string tag) {
  return landed([tag](std::string& html) { swap_text(html, canonical, tag); });
}

}  // namespace

TEST_CASE("every verdict on landing can be reached") {
  hold_rows("ad-landing-resilience",
            {
                {"kept", landed(same), "survives", "wow"},
                {"dropped", [](SampleSite& s) { s.redirect(utm, home, Role::landing); }, "survives",
                 "so-so"},
                {"kept by a redirect",
                 [](SampleSite& s) {
                   s.redirect(utm, home + "en/?a=1&utm_source=audit&utm_medium=test&utm_campaign=x",
                              Role::landing);
                 },
                 "survives", "wow"},
                {"not found", status(404), "survives", "sucks"},
                {"broken", status(500), "survives", "sucks"},
                {"refused to us", status(403), "survives", "not assessed: blocked-403"},
                {"not asked", [](SampleSite&) {}, "survives", "not assessed: budget-exhausted"},

                {"the same", landed(same), "same", "wow"},
                {"a part is missing", other_words(0.3), "same", "so-so"},
                {"another page", other_words(1), "same", "sucks"},
                {"no page", status(500), "same", "not assessed: insufficient-evidence"},

                {"clean", landed(same), "canonical", "wow"},
                {"none", named(""), "canonical", "so-so"},
                {"with the marks", named("<link rel=canonical href='" + utm + "'>"), "canonical",
                 "sucks"},
            });
}
