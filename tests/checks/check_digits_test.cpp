#include "checks/check_digits.h"

#include <catch2/catch.hpp>
#include <string>

using namespace touchstone;

namespace {

struct Kind {
  const char* name;
  CheckDigits sound;
  std::vector<std::string> numbers;
};

// Numbers of public bodies, or of the registers' own examples.
const std::vector<Kind> kinds{
    {"SIREN", sound_luhn, {"732829320", "552100554"}},
    {"SIRET", sound_luhn, {"73282932000074"}},
    {"partita IVA", sound_luhn, {"00743110157"}},
    {"Swedish organisation", sound_luhn, {"5560125790"}},
    {"Israeli company", sound_luhn, {"516179157"}},
    {"INN of a firm", sound_inn, {"7707083893"}},
    {"INN of a person", sound_inn, {"500100732259"}},
    {"OGRN", sound_ogrn, {"1027700132195"}},
    {"OGRNIP", sound_ogrn, {"304500116000157"}},
    {"EDRPOU", sound_edrpou, {"14360570", "32855961"}},
    {"NIP", sound_nip, {"5260250274"}},
    {"ICO", sound_ico, {"27082440", "25596641"}},
    {"USt-IdNr", sound_ust_id, {"136695976", "123475223"}},
    {"ATU", sound_atu, {"13585627"}},
    {"French VAT", sound_french_vat, {"40303265045", "83404833048"}},
    {"Dutch VAT", sound_dutch_vat, {"004495445B01"}},
    {"Swedish VAT", sound_swedish_vat, {"556012579001"}},
    {"CIF", sound_spanish_nif, {"A58818501", "J99216582"}},
    {"DNI", sound_spanish_nif, {"54362315K"}},
    {"NIE", sound_spanish_nif, {"X2482300W"}},
    {"Portuguese NIF", sound_portuguese_nif, {"501964843"}},
    {"CNPJ", sound_cnpj, {"16727230000197", "12ABC34501DE35"}},
    {"VKN", sound_vkn, {"4540536920"}},
    {"MERSIS", sound_mersis, {"0454053692000015", "1729171606000015"}},
    {"USCC", sound_uscc, {"91110000600037341L"}},
    {"GSTIN", sound_gstin, {"27AAPFU0939F1ZV"}},
    {"Iranian", sound_iranian_id, {"10380284790"}},
};

}  // namespace

TEST_CASE("numbers that were issued are sound") {
  for (const Kind& kind : kinds) {
    for (const auto& number : kind.numbers) {
      INFO(kind.name << " " << number);
      CHECK(kind.sound(number));
    }
  }
  CHECK(without_check_digit("01234567"));
}

TEST_CASE("a digit that was mistyped is found") {
  for (const Kind& kind : kinds) {
    for (auto number : kind.numbers) {
      // The branch behind Turkey's taxpayers has no check digit.
      const std::size_t at = number.size() == 16 ? 5 : number.size() / 2;
      const char right = number[at];
      if (right < '0' || right > '9') continue;
      int unsound = 0;
      for (char wrong = '0'; wrong <= '9'; ++wrong) {
        number[at] = wrong;
        if (wrong != right && !kind.sound(number)) ++unsound;
      }
      INFO(kind.name);
      CHECK(unsound >= 8);  // some rules let one of nine slip through
    }
  }
}

TEST_CASE("numbers of another length or with other characters are unsound") {
  for (const Kind& kind : kinds) {
    const std::string number = kind.numbers.front();
    INFO(kind.name);
    for (const std::string& wrong : {std::string(), number.substr(1) + "x", std::string(40, '?')})
      CHECK_FALSE(kind.sound(wrong));
    if (kind.sound != sound_luhn) CHECK_FALSE(kind.sound(number + "0"));
  }
}
