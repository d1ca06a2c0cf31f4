#include <catch2/catch.hpp>

#include "checks/legal_identity.h"
#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

// The page "Legal notice" that the footers of the sample link to.
auto notice(std::string content) {
  return [content](SampleSite& sample) {
    add_page(sample, "footer", "/legal/", "Legal notice", content);
  };
}

auto deep(int depth) {
  return [depth](SampleSite& sample) {
    notice("<p>Huber GmbH</p>")(sample);
    sample.visit(home + "legal/", Role::page).depth = depth;
  };
}

const std::string full = "<p>Huber GmbH, Geschäftsführer: Max Huber, USt-IdNr. DE123475223</p>";

}  // namespace

TEST_CASE("every verdict on legal details can be reached") {
  hold_rows(
      "legal-details",
      {
          {"three of four", notice(full), "identity", "wow"},
          {"a name and a number", notice("<p>Huber GmbH, HRB 6794</p>"), "identity", "so-so"},
          {"a name alone", notice("<p>Huber GmbH</p>"), "identity", "so-so"},
          {"a page that may tell more was not read",
           [](SampleSite& sample) {
             swap_text(sample.fetch(home).body, "</footer>", "<p>Huber GmbH</p></footer>");
             sample.recording().complete = false;
           },
           "identity", "not assessed: budget-exhausted"},
          {"the notice was read, not every page",
           [](SampleSite& sample) {
             notice("<p>Huber GmbH</p>")(sample);
             sample.recording().complete = false;
           },
           "identity", "so-so"},
          {"nothing", notice(""), "identity", "sucks"},

          {"a sound number", notice(full), "number", "wow"},
          {"the wrong digit", notice("<p>Huber GmbH, USt-IdNr. DE123475224</p>"), "number",
           "sucks"},
          {"beside a sound one",
           notice("<p>USt-IdNr. DE123475224, Amtsgericht Berlin, HRB 6794</p>"), "number", "wow"},
          {"no number", notice("<p>Huber GmbH, call 123475224</p>"), "number", "so-so"},
          {"a seal of the register",
           notice("<a href=\"https://trustseal.enamad.ir/?id=1\"><img src=\"/seal.png\"></a>"),
           "number", "wow"},

          {"in the footer",
           [](SampleSite& sample) {
             notice("")(sample);
             swap_text(sample.fetch(home).body, "</footer>", "<p>Huber GmbH</p></footer>");
           },
           "one-click", "wow"},
          {"a click away", deep(1), "one-click", "wow"},
          {"two clicks away", deep(2), "one-click", "so-so"},
      });
}

TEST_CASE("a company that tells nothing of itself is missed") {
  SampleSite sample = SampleSite::perfect();
  notice("")(sample);
  CHECK(judged("legal-details", sample).touchpoint.status == Status::missing);
}

TEST_CASE("legal names are told from other words") {
  for (const char* text :
       {"Bäckerei Huber GmbH", "Acme, Inc. of Delaware", "ООО «Хлеб»", "ИП Иванов И. И.",
        "Pekarna s.r.o.", "Piekarnia Sp. z o.o.", "株式会社パン", "© 2026 Brot AG", "Pão Ltda"}) {
    INFO(text);
    CHECK(legal_name_in(text));
  }
  for (const char* text : {"as good as bread", "In Sa Pa we bake", "the limited edition",
                           "we AGREE", "Ask about our loaves", "АОРТА", "Limited time only"}) {
    INFO(text);
    CHECK_FALSE(legal_name_in(text));
  }
}

TEST_CASE("people who answer for a firm are named behind their office") {
  for (const char* text :
       {"Geschäftsführer: Max Huber", "Vertreten durch:\nDr. Eva Huber",
        "Managing Director Eva Huber", "Генеральный директор: Иван Петров",
        "ИП Иванов Иван Иванович", "Gérant : Jean Dupont", "代表取締役 山田太郎", "대표: 김철수"}) {
    INFO(text);
    CHECK(responsible_person_in(text));
  }
  for (const char* text : {"Our directors love bread", "owner of the shop", "Gérant"}) {
    INFO(text);
    CHECK_FALSE(responsible_person_in(text));
  }
}
