#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";

auto styled(std::string css) {
  return [css](SampleSite& sample) { sample.fetch(home + "style.css").body = css; };
}

void print_sheet(SampleSite& sample) {
  swap_text(sample.fetch(home).body, "</head>",
            "<link rel=stylesheet media=print href=/print.css></head>");
}

auto print_sheet_of(std::string css) {
  return [css](SampleSite& sample) {
    print_sheet(sample);
    sample.answer(home + "print.css", Role::resource, "text/css", css);
  };
}

void price_file(SampleSite& sample) {
  swap_text(sample.fetch(contact).body, "</main>", "<a href=/way.PDF>The way to us</a></main>");
}

}  // namespace

TEST_CASE("every verdict of the paper can be reached") {
  hold_rows("print-version",
            {
                {"the menu is hidden", styled("@media print{nav{display:none}}"), "css", "wow"},
                {"by a class in use",
                 [](SampleSite& s) {
                   styled("@media print{.menu{display:none!important}}")(s);
                   swap_text(s.fetch(home).body, "<nav>", "<nav class='menu wide'>");
                 },
                 "css", "wow"},
                {"a sheet of its own", print_sheet_of("header{visibility:hidden}"), "css", "wow"},
                {"a file", price_file, "css", "wow"},
                {"the menu stays", styled("@media print{a{color:#000}}"), "css", "so-so"},
                {"by a framework's class", styled("@media print{.no-print{display:none}}"), "css",
                 "so-so"},
                {"an empty sheet", print_sheet_of("/* later */"), "css", "so-so"},
                {"a sheet that was not seen", print_sheet, "css", "not assessed: budget-exhausted"},
                {"a sheet that a script turns on for all",
                 [](SampleSite& s) {
                   swap_text(s.fetch(home).body, "</head>",
                             "<link rel=stylesheet media=print onload=\"this.media='all'\" "
                             "href=/late.css></head>");
                   s.answer(home + "late.css", Role::resource, "text/css", "nav{display:none}");
                 },
                 "css", "not applicable"},
            });
}

TEST_CASE("nothing for paper is an opportunity") {
  const JudgedSample found = judged("print-version", SampleSite::perfect());
  CHECK(found.touchpoint.status == Status::absent);
}

TEST_CASE("without the stylesheet nothing is said of paper") {
  SampleSite sample = SampleSite::perfect();
  sample.remove(home + "style.css");
  sample.fault(home + "style.css", Role::resource, FaultKind::budget_exhausted);
  CHECK(judged("print-version", sample).verdict("css") == "not assessed: budget-exhausted");
}
