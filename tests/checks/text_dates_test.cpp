#include "checks/text_dates.h"

#include <catch2/catch.hpp>

using namespace touchstone;
using std::chrono::sys_days;
using std::chrono::year;

TEST_CASE("dates are read as people write them") {
  const sys_days may3 = year(2026) / 5 / 3;
  for (const std::string text :
       {"2026-05-03",       "from 03.05.2026 on", "3/5/2026",       "3. Mai 2026",
        "3 мая 2026 года",  "May 3, 2026",        "May 3rd, 2026",  "3 de mayo de 2026",
        "3 maja 2026",      "2026年5月3日",       "2026년 5월 3일", "3 травня 2026",
        "3. května 2026",   "3 Mayıs 2026",       "3 मई 2026",      "۱۴۰۵/۰۲/۱۳",
        "۱۳ اردیبهشت ۱۴۰۵", "3 مايو 2026",        "le 3 mai 2026",  "2026.05.03"}) {
    INFO(text);
    const auto found = dates_in(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].day == may3);
  }
  CHECK(dates_in("05/31/2026").at(0).day == sys_days(year(2026) / 5 / 31));
  CHECK(dates_in("1403/12/30").at(0).day == sys_days(year(2025) / 3 / 20));
  CHECK(dates_in("01.02.2026 - 28.02.2026").size() == 2);
}

TEST_CASE("months are read as people write them") {
  const sys_days april = year(2026) / 4 / 1;
  for (const std::string text :
       {"April 2026", "abril de 2026", "апрель 2026 г.", "2026年4月", "2026년 4월", "04/2026",
        "Stand: 04.2026", "kwiecień 2026", "Nisan 2026"}) {
    INFO(text);
    const auto found = months_in(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].day == april);
  }
  for (const std::string text : {"", "13/2026", "version 1.04.2026", "2016/679", "April 3"}) {
    INFO(text);
    CHECK(months_in(text).empty());
  }
}

TEST_CASE("a day of any year is told from a date") {
  for (const std::string text : {"Open on 24 December", "ouvert le 24 et 25 décembre !", "May 3rd",
                                 "Am 1. Mai geöffnet", "12月31日まで", "abierto el 6 de enero."}) {
    INFO(text);
    CHECK(names_day_without_year(text));
  }
  for (const std::string text :
       {"", "open since 3 May 2010", "December", "2026年5月3日", "24 hours"}) {
    INFO(text);
    CHECK_FALSE(names_day_without_year(text));
  }
}

TEST_CASE("what is no date") {
  for (const std::string text : {"", "31.02.2026", "192.168.20.2026", "3 May", "13/13/2026",
                                 "version 1.2.20261", "0000-00-00", "1. Platz 2026"}) {
    INFO(text);
    CHECK(dates_in(text).empty());
  }
  CHECK(dates_in("1.1.2026 1.1.2026 1.1.2026", 2).size() == 2);
  CHECK(dates_in(std::string(1'000'000, '1')).empty());
}
