#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/", german = home + "de/",
                  german_contact = home + "de/kontakt";

std::string linked(std::string target, std::string inside) {
  return "<a href=\"" + target + "\">" + inside + "</a>";
}

// In the header of both pages; the German pages answer.
auto offered(std::string on_home, std::string on_contact) {
  return [on_home, on_contact](SampleSite& sample) {
    swap_text(sample.fetch(home).body, "<nav>", on_home + "<nav>");
    swap_text(sample.fetch(contact).body, "<nav>", on_contact + "<nav>");
    for (const std::string& page : {german, german_contact}) {
      sample.page(page, "<p>x</p>", Role::link);
    }
  };
}

auto named(std::string inside) {
  return offered(linked("/de/", inside), linked("/de/kontakt", inside));
}

void dead(SampleSite& sample) {
  named("Deutsch")(sample);
  sample.fetch(german).hops.back().status = 404;
}

void buttons(SampleSite& sample) {
  const std::string choice =
      "<ul><li><button>EN</button></li><li><button lang=de>Deutsch</button></li></ul>";
  offered(choice, choice)(sample);
}

void widget(SampleSite& sample) {
  swap_text(sample.fetch(home).body, "</body>",
            "<script src=\"https://translate.google.com/translate_a/element.js\"></script></body>");
}

}  // namespace

TEST_CASE("every verdict of the language choice can be reached") {
  hold_rows("language-switch",
            {
                {"to the same page", named("Deutsch"), "works", "wow"},
                {"to the start", offered(linked("/de/", "Deutsch"), linked("/de/", "Deutsch")),
                 "works", "so-so"},
                {"to nothing", dead, "works", "sucks"},
                {"by machine", widget, "works", "so-so"},
                {"not asked",
                 [](SampleSite& s) {
                   named("Deutsch")(s);
                   s.remove(Role::link);
                 },
                 "works", "not assessed: budget-exhausted"},

                {"its own name", named("Deutsch"), "named", "wow"},
                {"a flag beside its own name", named("🇩🇪 Deutsch"), "named", "wow"},
                {"a code", named("DE"), "named", "wow"},
                {"its English name", named("German"), "named", "so-so"},
                {"a flag", named("<img src=/flags/de.png alt='' class=flag>"), "named", "so-so"},
                {"a flag that says its language to those who hear",
                 named("<img src=/flags/de.png alt=Deutsch>"), "named", "so-so"},
                {"by machine", widget, "named", "not applicable"},
                {"a button", buttons, "named", "wow"},
                {"what a script does", buttons, "works", "not assessed: js-rendered"},
                {"a button in every header", buttons, "placed", "wow"},

                {"in every header", named("Deutsch"), "placed", "wow"},
                {"only at home", offered(linked("/de/", "Deutsch"), ""), "placed", "so-so"},
                {"in the footer",
                 [](SampleSite& s) {
                   for (const std::string& page : {home, contact}) {
                     swap_text(s.fetch(page).body, "</footer>",
                               linked("/de/", "Deutsch") + "</footer>");
                   }
                 },
                 "placed", "so-so"},
            });
}

TEST_CASE("a site in one language needs no choice") {
  CHECK(judged("language-switch", SampleSite::perfect()).touchpoint.status ==
        Status::not_applicable);
}

TEST_CASE("courses of a language and currencies are no choice of language") {
  SampleSite sample = SampleSite::perfect();
  swap_text(sample.fetch(home).body, "<nav>",
            linked("/courses/german", "German") + linked("/?currency=eur", "EUR") +
                "<select><option>EN</option><option>XXL</option></select>"
                "<button>DE</button><button>FR</button><nav>");
  CHECK(judged("language-switch", sample).touchpoint.status == Status::not_applicable);
}

TEST_CASE("declared versions without a choice are a gap") {
  SampleSite sample = SampleSite::perfect();
  swap_text(sample.fetch(home).body, "</head>",
            "<link rel=alternate hreflang=de href=/de/></head>");
  CHECK(judged("language-switch", sample).touchpoint.status == Status::missing);
}
