#include "checks/registration_numbers.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

// "ru-inn 7707083893, ..." with "!" behind what is unsound.
std::string found(std::string_view text) {
  std::string all;
  for (const auto& one : registration_numbers_in(text)) {
    (all += all.empty() ? "" : ", ") += std::string(one.kind) + " " + one.number;
    if (!one.sound) all += "!";
  }
  return all;
}

}  // namespace

TEST_CASE("numbers are found behind their labels") {
  struct Text {
    const char *text, *numbers;
  };
  for (const Text& row : std::initializer_list<Text>{
           {"ООО «Хлеб», ИНН 7707083893, ОГРН 1027700132195",
            "ru-inn 7707083893, ru-ogrn 1027700132195"},
           {"ИНН/КПП: 7707083893/770701001", "ru-inn 7707083893"},
           {"ИНН: 500100732259 ОГРНИП: 304500116000157",
            "ru-inn 500100732259, ru-ogrnip 304500116000157"},
           {"ІПН, код ЄДРПОУ 14360570", "ua-edrpou 14360570"},
           {"NIP: 526-025-02-74, REGON 000002217", "pl-nip 5260250274"},
           {"IČO: 270 82 440, DIČ: CZ27082440", "cz-ico 27082440, cz-vat 27082440"},
           {"USt-IdNr.: DE 123 475 223", "de-vat 123475223"},
           {"Umsatzsteuer-Identifikationsnummer gemäß § 27 a Umsatzsteuergesetz: DE123475223",
            "de-vat 123475223"},
           {"Amtsgericht Bonn, HRB 6794", "de-register 6794"},
           {"UID-Nr: ATU13585627", "at-vat 13585627"},
           {"SIREN 732 829 320, RCS Paris B 552 100 554", "fr-siren 732829320, fr-siren 552100554"},
           {"SIRET : 732 829 320 00074", "fr-siret 73282932000074"},
           {"TVA intracommunautaire : FR 40 303 265 045", "fr-vat 40303265045"},
           {"C.I.F.: A-58818501", "es-nif A58818501"},
           {"NIF 54362315K", "es-nif 54362315K"},
           {"NIF: 501 964 843", "pt-nif 501964843"},
           {"P.IVA 00743110157", "it-piva 00743110157"},
           {"Partita IVA: IT00743110157", "it-vat 00743110157"},
           {"CNPJ 16.727.230/0001-97", "br-cnpj 16727230000197"},
           {"KvK-nummer: 12345678, BTW: NL004495445B01", "nl-vat 004495445B01, nl-kvk 12345678"},
           {"Org.nr: 556012-5790", "se-org 5560125790"},
           {"Vergi No: 4540536920, MERSİS No: 0454053692000015",
            "tr-vkn 4540536920, tr-mersis 0454053692000015"},
           {"ח.פ. 516179157", "il-company 516179157"},
           {"统一社会信用代码：91110000600037341L", "cn-uscc 91110000600037341L"},
           {"GSTIN: 27AAPFU0939F1ZV", "in-gstin 27AAPFU0939F1ZV"},
           {"Registered in England and Wales (No. 01234567)", "gb-company 01234567"},
           {"شناسه ملی: ۱۰۳۸۰۲۸۴۷۹۰", "ir-national-id 10380284790"},
           {"ИНН 7707083894", "ru-inn 7707083894!"},
           {"Call 7707083893", ""},
           {"ИНН 77070838931", ""},
           {"winninn 7707083893", ""},
           {"INN 7707083893", ""},
       }) {
    INFO(row.text);
    CHECK(found(row.text) == row.numbers);
  }
}
