#include "checks/money.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

struct Printed {
  std::string text;
  std::int64_t hundredths;
  std::string currency;
};

}  // namespace

TEST_CASE("prices are read as people print them") {
  for (const auto& [text, hundredths, currency] : std::vector<Printed>{
           {"only $19.99 a month", 1999, ""},
           {"US$5", 500, "USD"},
           {"from £1,250", 125000, "GBP"},
           {"1 299,00 €", 129900, "EUR"},
           {"1.299,- EUR", 129900, "EUR"},
           {"€\u00a012", 1200, "EUR"},
           {"CHF 1'200.50", 120050, "CHF"},
           {"от 1 500 руб.", 150000, "RUB"},
           {"1500р.", 150000, "RUB"},
           {"12\u202f000\u00a0₽", 1200000, "RUB"},
           {"250 грн", 25000, "UAH"},
           {"49,90 zł", 4990, "PLN"},
           {"990 Kč", 99000, "CZK"},
           {"199 kr", 19900, ""},
           {"1.250,50 TL", 125050, "TRY"},
           {"₺350", 35000, "TRY"},
           {"120 ש\"ח", 12000, "ILS"},
           {"₪ 99", 9900, "ILS"},
           {"₹1,20,000.00", 12000000, "INR"},
           {"Rs. 450", 45000, "INR"},
           {"५०० रुपये", 50000, "INR"},
           {"88元起", 8800, "CNY"},
           {"¥3,980(税込)", 398000, ""},
           {"3,980円から", 398000, "JPY"},
           {"12,000원부터", 1200000, "KRW"},
           {"R$ 1.200,00", 120000, "BRL"},
           {"۱۲۰٬۰۰۰ تومان", 12000000, "IRR"},
           {"١٢٠ ريال", 12000, ""},
           {"250 درهم", 25000, ""},
           {"50 000 FCFA, par mois", 5000000, ""},
           {"35 000 F CFA / nuit", 3500000, ""},
           {"Rp 150.000", 15000000, "IDR"},
           {"৳ 1,200", 120000, "BDT"},
           {"KSh 2,500", 250000, "KES"},
           {"RM49.90", 4990, "MYR"},
           {"450 DH", 45000, ""},
           {"250 000 сум", 25000000, "UZS"},
           {"1500 сом", 150000, "KGS"},
           {"25 ₼", 2500, "AZN"},
           {"₡12.500", 1250000, "CRC"},
           {"S/. 45.00", 4500, "PEN"},
           {"80.000 COP", 8000000, "COP"},
           {"120 د.ك", 12000, "KWD"},
       }) {
    INFO(text);
    const auto found = amounts_in(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].hundredths == hundredths);
    CHECK(found[0].currency == currency);
  }
}

TEST_CASE("numbers that are no prices") {
  for (const std::string text :
       {"since 1999", "call 030 12345678", "20 krones bread", "TRY 30 DAYS", "10 eurocents",
        "item A$", "50 %", "x12 zły", "24/7", "5 Reason", "3 Rsvp", "COP 26", "CFA 2024",
        "sizes S/36 M/38", "5 dh", ""}) {
    INFO(text);
    CHECK(amounts_in(text).empty());
  }
}

TEST_CASE("amounts follow each other, and are not more than asked for") {
  const std::string text = "€1 €2 €3, 4 € 5 €|6€";
  const auto found = amounts_in(text);
  REQUIRE(found.size() == 6);
  CHECK(found[5].hundredths == 600);
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "€2");
  CHECK(amounts_in(text, 2).size() == 2);
}

TEST_CASE("a hostile text costs no more than its length") {
  std::string digits(1'000'000, '1');
  CHECK(amounts_in(digits).empty());
  std::string groups;
  for (int i = 0; i < 200'000; ++i) groups += "1,11";
  CHECK(amounts_in(groups).empty());
}
