#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

auto styled(std::string css) {
  return [css](SampleSite& sample) { sample.fetch(home + "style.css").body = css; };
}

auto paragraph(std::string page, std::size_t length) {
  return [page, length](SampleSite& sample) {
    std::string text;
    while (text.size() < length) text += "bread ";
    text.resize(length - 1);
    swap_text(sample.fetch(page).body, "</main>", "<p>" + text + ".</p></main>");
  };
}

void unseen(SampleSite& sample) {
  sample.remove(home + "style.css");
  sample.fault(home + "style.css", Role::resource, FaultKind::budget_exhausted);
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the text can be reached") {
  hold_rows(
      "text-legibility",
      {
          {"unset", nothing, "size", "wow"},
          {"sixteen", styled("body{font-size:16px}"), "size", "wow"},
          {"by rem of a small root", styled("html{font-size:62.5%}body{font-size:1.6rem}"), "size",
           "wow"},
          {"a variable", styled(":root{--s:18px}body{font-size:var(--s)}"), "size", "wow"},
          {"fluid", styled("body{font-size:clamp(1rem, 2vw, 2rem)}"), "size", "wow"},
          {"in points", styled("body{font:italic 12pt/1.5 Georgia}"), "size", "wow"},
          {"fourteen", styled("body{font-size:14px}"), "size", "so-so"},
          {"small paragraphs", styled("body{font-size:16px}p{font-size:.9em}"), "size", "so-so"},
          {"ten, twice", styled("body{font-size:10px}p{font-size:1em}"), "size", "sucks"},
          {"ten for wide screens", styled("@media (min-width:60em){body{font-size:10px}}"), "size",
           "wow"},
          {"ten on paper", styled("@media print{body{font-size:10px}}"), "size", "wow"},
          {"by the window", styled("body{font-size:2vw}"), "size",
           "not assessed: insufficient-evidence"},
          {"the stylesheet was not seen", unseen, "size", "not assessed: budget-exhausted"},

          {"dark on light", nothing, "contrast", "wow"},
          {"light on dark", styled("body{color:#eee;background:#111 none}"), "contrast", "wow"},
          {"grey on white", styled("body{color:#999}"), "contrast", "so-so"},
          {"the inner one", styled("body{color:#000}p{color:rgb(160,160,160)}"), "contrast",
           "so-so"},
          {"by a variable", styled(":root{--t:silver}body{color:var(--t);background-color:white}"),
           "contrast", "so-so"},
          {"on a picture", styled("body{color:#999;background:url(x.png)}"), "contrast",
           "not assessed: insufficient-evidence"},
          {"half transparent", styled("body{color:rgba(0,0,0,.5)}"), "contrast",
           "not assessed: insufficient-evidence"},
          {"the stylesheet was not seen", unseen, "contrast", "not assessed: budget-exhausted"},

          {"short", nothing, "walls", "wow"},
          {"of 800", paragraph(home, 800), "walls", "wow"},
          {"of 801", paragraph(home, 801), "walls", "so-so"},
          {"of 1500", paragraph(contact, 1500), "walls", "so-so"},
          {"of 1501", paragraph(contact, 1501), "walls", "sucks"},
          {"none",
           [](SampleSite& s) {
             for (const std::string& page : {home, contact}) {
               for (const char* tag : {"<p>", "</p>"}) swap_text(s.fetch(page).body, tag, "<br>");
             }
           },
           "walls", "not applicable"},
      });
}

TEST_CASE("one rule for small text is no proof") {
  SampleSite sample = SampleSite::perfect();
  styled("body{font-size:10px}")(sample);
  const JudgedSample found = judged("text-legibility", sample);
  CHECK(found.component("size").unconfirmed);
  CHECK(found.verdict("size") == "so-so");
}
