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
    CHECK_FALSE(legal_names_in(text).empty());
  }
  for (const char* text : {"as good as bread", "In Sa Pa we bake", "the limited edition",
                           "we AGREE", "Ask about our loaves", "АОРТА", "Limited time only"}) {
    INFO(text);
    CHECK(legal_names_in(text).empty());
  }
}

TEST_CASE("a legal name stands behind its label") {
  for (const char* text : {"Dénomination sociale\t8BROT", "Nom de la société : Pain & Fils",
                           "Razón social: Pan y Vino", "会社名：パン工房"}) {
    INFO(text);
    CHECK(labelled_legal_name_in(text));
  }
  for (const char* text : {"Your company name", "Raison sociale de nos clients", "Unvan:"}) {
    INFO(text);
    CHECK_FALSE(labelled_legal_name_in(text));
  }
}

TEST_CASE("a notice is known by its title in many languages") {
  for (const char* title : {"Mentions légales | Pain", "Aviso legal", "Note legali - Pane",
                            "Impressum", "Legal Notice", "Künye", "Реквизиты компании"}) {
    INFO(title);
    CHECK(names_imprint(title));
  }
  CHECK_FALSE(names_imprint("Conditions générales"));
}

TEST_CASE("the firm that hosts the site is not the company") {
  struct Row {
    const char* name;
    const char* notice;
  };
  for (const Row& row :
       {Row{"a section",
            "<h2>Hébergeur</h2><p>Raison sociale : Wolke, Inc.</p>"
            "<p>101 Townsend Street<br>San Francisco, CA 94107</p>"},
        {"a section with parts", "<h2>3. Hosting</h2><h3>Wolke</h3><p>Wolke GmbH, HRB 6794</p>"},
        {"a label", "<p>Hoster:</p><p>Wolke GmbH</p><p>HRB 6794</p>"},
        {"a line", "<p>Hébergement &amp; nom de domaine : Wolke SAS – 2 rue Kellermann</p>"},
        {"by", "<p>This site is hosted by Wolke GmbH, HRB 6794.</p>"},
        {"an entry", "<p>Wolke GmbH (Dorfstraße 2, 10115 Berlin) – Hosting der Website</p>"}}) {
    INFO(row.name);
    SampleSite sample = SampleSite::perfect();
    notice(row.notice)(sample);
    CHECK(judged("legal-details", sample).touchpoint.status == Status::missing);
  }
  SampleSite sample = SampleSite::perfect();
  notice("<h2>Hosting</h2><p>Wolke AG, HRB 1</p><h2>Provider</h2>" + full)(sample);
  CHECK(judged("legal-details", sample).verdict("identity") == "wow");
}

TEST_CASE("a legal name is read whole") {
  struct Row {
    const char* text;
    const char* name;
  };
  for (const Row& row : {Row{"Виконавець ТОВ \"Талісман Лі\", Київ", "ТОВ \"Талісман Лі\""},
                         {"ООО «Хлеб и вода», ИНН 77", "ООО «Хлеб и вода»"},
                         {"運営 株式会社パン 東京都", "株式会社パン"},
                         {"Бачили ТОВ Талісман у Києві", "ТОВ Талісман"}}) {
    INFO(row.text);
    REQUIRE_FALSE(legal_names_in(row.text).empty());
    CHECK(legal_names_in(row.text).front().name == row.name);
  }
}

TEST_CASE("the name of a client is not the company's") {
  SampleSite sample = SampleSite::perfect();
  notice("")(sample);
  swap_text(sample.fetch(home).body, "<main>",
            "<main><blockquote>Never better. Max Muster, Muster AG</blockquote>");
  CHECK(judged("legal-details", sample).touchpoint.status == Status::missing);
}

TEST_CASE("who says that a small business has no tax number lacks none") {
  const std::string small = "<p>Inhaber: Max Huber. Kleinunternehmer im Sinne von § 19 UStG</p>";
  SampleSite sample = SampleSite::perfect();
  notice(small)(sample);
  CHECK(judged("legal-details", sample).verdict("number") == "wow");
  // Told of: the owner, who is the business, and why there is no number.
  CHECK(judged("legal-details", sample).verdict("identity") == "wow");
}

TEST_CASE("people who answer for a firm are named behind their office") {
  for (const char* text : {"Geschäftsführer: Max Huber", "Vertreten durch:\nDr. Eva Huber",
                           "Managing Director Eva Huber", "Генеральный директор: Иван Петров",
                           "ИП Иванов Иван Иванович", "Gérant : Jean Dupont", "代表取締役 山田太郎",
                           "대표: 김철수", "Directeur de la publication : Lili CHEN"}) {
    INFO(text);
    CHECK(responsible_person_in(text));
  }
  for (const char* text :
       {"Our directors love bread", "owner of the shop", "Gérant", "Vertreten durch: Huber GMBH"}) {
    INFO(text);
    CHECK_FALSE(responsible_person_in(text));
  }
}
