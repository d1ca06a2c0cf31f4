#include "checks/durations.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("durations are read as people write them") {
  for (const auto& [text, hours] : std::vector<std::pair<std::string, int>>{
           {"within 14 days.", 336},
           {"2-3 working days", 72},
           {"a 30-day guarantee", 720},
           {"14 дней", 336},
           {"1 – 2 рабочих дня", 48},
           {"innerhalb von 24 Stunden", 24},
           {"2 bis 4 Werktage", 96},
           {"en 48 heures", 48},
           {"۳ روز کاری", 72},
           {"خلال 7 أيام", 168},
           {"3営業日以内", 72},
           {"7天无理由", 168},
           {"14일 이내", 336},
           {"2 weeks", 336},
           {"3 meses", 2160},
           {"5 iş günü", 120},
           {"2 years", 17520},
           {"5 лет", 43800},
       }) {
    INFO(text);
    const auto found = durations_in(text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].hours == hours);
  }
}

TEST_CASE("what is no duration") {
  for (const std::string text : {"", "0 days", "14 daylilies", "1.5 hours", "open 24/7", "day 3",
                                 "x14 days", "12345 days"}) {
    INFO(text);
    CHECK(durations_in(text).empty());
  }
  CHECK(durations_in("1 day 1 day 1 day", 2).size() == 2);
  CHECK(durations_in(std::string(1'000'000, '1')).empty());
}
