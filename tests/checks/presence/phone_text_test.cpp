#include "checks/presence/phone_text.h"

#include <catch2/catch.hpp>

namespace touchstone {
namespace {

struct Row {
  std::string text, region;
  std::vector<std::string> numbers;
};

std::vector<std::string> found(const std::string& text, const std::string& region, PhonePlace place,
                               const std::string& before = "") {
  PhoneText reader({region});
  std::vector<std::string> numbers;
  for (const auto& number : reader.find(text, before, place)) {
    numbers.push_back(number.dialled ? number.dialled->e164 : "invalid " + number.printed);
  }
  return numbers;
}

TEST_CASE("numbers of many countries are read in running text") {
  const std::vector<Row> rows{
      {"Tel.: 030 / 123 45 67", "DE", {"+49301234567"}},
      {"Rufen Sie an: +49 (0)30 1234567.", "DE", {"+49301234567"}},
      {"0800 44 99 33", "AT", {"+43800449933"}},
      {"Телефон: 8 (912) 345-67-89", "RU", {"+79123456789"}},
      {"звоните +7(495)123-45-67, +7 (495) 123-45-68", "RU", {"+74951234567", "+74951234568"}},
      {"Тел. (812) 748-95-00, 748-95-01", "RU", {"+78127489500", "+78127489501"}},
      {"тел.8(964)640-12-00", "RU", {"+79646401200"}},
      {"+380 44 123 45 67", "UA", {"+380441234567"}},
      {"Tél. 01 34 53 00 00", "FR", {"+33134530000"}},
      {"Llámanos al 943 62 59 00", "ES", {"+34943625900"}},
      {"WhatsApp (54) 99679-7700", "BR", {"+5554996797700"}},
      {"Tel. +48 22 123 45 67", "PL", {"+48221234567"}},
      {"Cep: 0 (545) 450 80 00", "TR", {"+905454508000"}},
      {"電話：03-1234-5678", "JP", {"+81312345678"}},
      {"电话：010-6552 9988", "CN", {"+861065529988"}},
      {"전화 02-312-3456", "KR", {"+8223123456"}},
      {"تلفن: ۰۲۱-۸۸۷۷۶۶۵۵", "IR", {"+982188776655"}},
      {"هاتف: ‎+٩٦٦ ١٣ ٨٨٢ ٢٦٦٦", "SA", {"+966138822666"}},
      {"फ़ोन: ०११ २३४५ ६७८९", "IN", {"+911123456789"}},
      {"ＴＥＬ：０３－１２３４－５６７８", "JP", {"+81312345678"}},
      {"טלפון: 03-6123456", "IL", {"+97236123456"}},
      {"Call (212) 555-2368 or 1-800-225-5288", "US", {"+12125552368", "+18002255288"}},
      {"0044 20 7946 0958 phone: 0044 20 7946 0958", "GB", {"+442079460958", "+442079460958"}},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(found(row.text, row.region, PhonePlace::text) == row.numbers);
  }
}

TEST_CASE("groups that a right-to-left page shows in reverse are turned round") {
  CHECK(found("هاتف: 2666 882 13 966+", "SA", PhonePlace::text) ==
        std::vector<std::string>{"+966138822666"});
}

TEST_CASE("an extension does not belong to the number") {
  for (const auto* text : {"Tel. +49 30 1234567 ext. 12", "Тел. +7 (495) 123-45-67 доб. 12",
                           "Phone: 415-666-7777 x 503"}) {
    INFO(text);
    PhoneText reader({"US"});
    const auto numbers = reader.find(text, "", PhonePlace::text);
    REQUIRE(numbers.size() == 1);
    CHECK(numbers.front().dialled.has_value());
    CHECK(numbers.front().end < std::string_view(text).size() - 3);
  }
}

TEST_CASE("what only looks like a number is left alone") {
  const std::vector<Row> rows{
      {"IBAN DE89 3704 0044 0532 0130 00", "DE", {}},
      {"Konto 0301234567, BLZ 10020030", "DE", {}},
      {"Steuernummer 030 123 4567", "DE", {}},
      {"ИНН 7812345678, КПП 781201001", "RU", {}},
      {"ОГРН: 1027800000140", "RU", {}},
      {"р/с 40702810555000012345", "RU", {}},
      {"NIP 525-244-57-67", "PL", {}},
      {"SIRET 812 345 678 00012", "FR", {}},
      {"CNPJ 12.345.678/0001-95", "BR", {}},
      {"CEP: 99025-030", "BR", {}},
      {"〒150-0043", "JP", {}},
      {"31.12.2025 - 03.01.2026", "DE", {}},
      {"2025-12-31 08:00", "US", {}},
      {"2012-2024", "DE", {}},
      {"1 234 567 руб.", "RU", {}},
      {"Preis: 0301234567 EUR", "DE", {}},
      {"55.751244, 37.618423", "RU", {}},
      {"192.168.100.200", "DE", {}},
      {"4111 1111 1111 1111", "US", {}},
      {"ISBN 978-3-16-148410-0", "DE", {}},
      {"Order no. 0301234567", "DE", {}},
      {"id=0301234567", "DE", {}},
      {"Fax: 030 123 45 67", "DE", {}},
      {"Mo-Fr 9.00 - 18.00", "DE", {}},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(found(row.text, row.region, PhonePlace::contact) == row.numbers);
  }
}

TEST_CASE("a label in the line above counts") {
  CHECK(found("301234567", "DE", PhonePlace::text, "").empty());
  CHECK(found("5252445767", "PL", PhonePlace::contact, "NIP").empty());
  CHECK(found("22 123 45 67", "PL", PhonePlace::text, "Telefon").size() == 1);
}

TEST_CASE("the text of a tel: link is a number whatever it looks like") {
  CHECK(found("8902 901234567", "RU", PhonePlace::link) ==
        std::vector<std::string>{"invalid 8902 901234567"});
}

TEST_CASE("a national number behind a stray plus is understood") {
  PhoneText reader({"FR"});
  CHECK(reader.dialled("+0134530901")->e164 == "+33134530901");
}

TEST_CASE("a long row of digits costs little") {
  const std::string hostile(200'000, '1');
  std::string spaced;
  for (int i = 0; i < 50'000; ++i) spaced += "12 34 ";
  CHECK(found(hostile, "DE", PhonePlace::link).empty());
  CHECK(found(spaced, "DE", PhonePlace::text).empty());
}

}  // namespace
}  // namespace touchstone
