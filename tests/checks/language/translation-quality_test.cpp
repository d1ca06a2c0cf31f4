#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string german =
    "Wir backen jede Nacht Brot in einer kleinen Backstube. Der Teig ruht einen ganzen Tag, denn "
    "Zeit gibt dem Brot seinen Geschmack und hält es länger frisch. Kommen Sie von Dienstag bis "
    "Samstag zwischen sieben Uhr morgens und sechs Uhr abends vorbei, oder bestellen Sie "
    "telefonisch bis zum Mittag und holen Sie Ihr Brot am nächsten Tag ab. Geburtstagstorten "
    "backen "
    "wir auf Bestellung; erzählen Sie uns, was Sie sich wünschen.";
const std::string english =
    "We are a small bakery and bake bread every night. Our dough rests for a whole day, because "
    "time gives bread its taste and keeps it fresh for longer. Come in from Tuesday to Saturday "
    "between seven in the morning and six in the evening, or order by phone until noon and take "
    "your bread home the next day. Birthday cakes are baked to order; tell us what you like.";
const std::string menu =
    "<nav><a href=/de/a>Unser Brot und unsere Brötchen</a>"
    "<a href=/de/b>Torten für den Geburtstag</a><a href=/de/c>Über unsere Bäckerei</a>"
    "<a href=/de/d>So finden Sie zu uns</a><a href=/de/e>Fragen und Antworten</a>"
    "<a href=/de/f>Wir suchen neue Mitarbeiter</a><a href=/de/g>Allgemeine Geschäftsbedingungen "
    "lesen</a>"
    "<a href=/de/h>Erklärung zum Datenschutz</a><a href=/de/i>Schreiben Sie uns eine "
    "Nachricht</a></nav>";

// German pages beside the English ones; every `n`th in English all the same.
auto german_pages(int count, int foreign) {
  return [count, foreign](SampleSite& sample) {
    for (int i = 0; i < count; ++i) {
      const std::string& text = i < foreign ? english : german;
      sample.page(home + "de/" + std::to_string(i), "<html lang=de><body>" + menu + "<main><p>" +
                                                        text + "</p><p>" + text +
                                                        "</p></main></body></html>");
    }
    swap_text(sample.fetch(home).body, "</head>",
              "<link rel=alternate hreflang=de href=/de/0></head>");
  };
}

auto menu_of_home(std::string items) {
  return [items](SampleSite& s) {
    s.remove(home + "contact/");
    swap_text(s.fetch(home).body, "<nav>", "<nav>" + items);
  };
}

std::string items(const std::string& sentence, int count) {
  std::string html;
  for (int i = 0; i < count; ++i) {
    html += "<a href=/i>" + sentence + " " + std::to_string(i) + "</a>";
  }
  return html;
}

const std::string english_items = items("Come and see how we bake our bread every night", 8),
                  german_items =
                      items("Kommen Sie und sehen Sie wie wir jede Nacht Brot backen", 8);

}  // namespace

TEST_CASE("every verdict of the translation can be reached") {
  hold_rows(
      "translation-quality",
      {
          {"translated", german_pages(4, 0), "body", "wow"},
          {"one of ten", german_pages(8, 1), "body", "so-so"},
          {"half of them", german_pages(6, 4), "body", "sucks"},
          {"one language", [](SampleSite&) {}, "body", "not applicable"},

          {"one language", menu_of_home(english_items), "interface", "wow"},
          {"two languages", menu_of_home(english_items + german_items), "interface", "so-so"},
          {"few words", [](SampleSite&) {}, "interface", "not assessed: insufficient-evidence"},
      });
}

TEST_CASE("one page in another language is no proof") {
  SampleSite sample = SampleSite::perfect();
  sample.remove(home + "contact/");
  german_pages(2, 1)(sample);
  const JudgedSample found = judged("translation-quality", sample);
  CHECK(found.component("body").unconfirmed);
}
