#include "checks/week_hours.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string line = "Tuesday to Saturday 7:00 - 18:00";

Break hours(const std::string& text) {
  return on(kContact, line, text);
}

Break published(const std::string& data) {
  return on_contact(
      "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", "
      "\"@type\": \"Bakery\", \"name\": \"Example\", " +
      data + "}</script>");
}

std::string special(const std::string& year) {
  return "\"openingHours\": \"Tu-Sa 07:00-18:00\", \"specialOpeningHoursSpecification\": "
         "{\"@type\": "
         "\"OpeningHoursSpecification\", \"opens\": \"00:00\", \"closes\": \"00:00\", "
         "\"validFrom\": \"" +
         year + "-12-24\", \"validThrough\": \"" + year + "-12-26\"}";
}

// "7-18 . . ." from Monday on: hours, "closed" or "." for what is not settled.
std::string week_of(const std::string& language, const std::vector<std::string>& lines) {
  HoursReader reader(language);
  for (const auto& one : lines) reader.read_line(one);
  std::string text;
  for (const DayHours& day : reader.week().days) {
    text += text.empty() ? "" : " ";
    if (!day.settled) text += ".";
    if (day.settled && day.spans.empty()) text += "closed";
    for (std::size_t i = 0; i < day.spans.size(); ++i) {
      const auto clock = [](int minutes) {
        const std::string rest = minutes % 60 == 0 ? "" : ":" + std::to_string(minutes % 60);
        return std::to_string(minutes / 60) + rest;
      };
      text += (i == 0 ? "" : ",") + clock(day.spans[i].from) + "-" + clock(day.spans[i].to);
    }
  }
  return reader.week().several ? text + " several" : text;
}

}  // namespace

TEST_CASE("hours of a week are read in many languages") {
  struct Row {
    const char* language;
    std::vector<std::string> lines;
    const char* week;
  };
  const std::string office = "9-18 9-18 9-18 9-18 9-18";
  for (const auto& [language, lines, week] : std::vector<Row>{
           {"pl", {"pon. – pt. · 9:00 – 18:00"}, "9-18 9-18 9-18 9-18 9-18 . ."},
           {"es", {"Lunes a viernes: 9:00 ☼ – 18:00 ☽"}, "9-18 9-18 9-18 9-18 9-18 . ."},
           {"pt", {"Segunda à Sexta: 09:00 - 18:00"}, "9-18 9-18 9-18 9-18 9-18 . ."},
           {"en", {"Mon - Fri: 9:00 - 18:00, Sat 10:00-14:00"}, "9-18 9-18 9-18 9-18 9-18 10-14 ."},
           {"en",
            {"Monday - Friday 9am - 6pm", "Closed on Sundays"},
            "9-18 9-18 9-18 9-18 9-18 . closed"},
           {"en", {"Open 24/7"}, "0-24 0-24 0-24 0-24 0-24 0-24 0-24"},
           {"en", {"Monday", "9 am to 5 pm"}, "9-17 . . . . . ."},
           {"en", {"9-18 Mon-Fri, 10-14 Sat"}, "9-18 9-18 9-18 9-18 9-18 10-14 ."},
           {"en", {"Mon 9-18", "Mon 10-14"}, "9-18 . . . . . . several"},
           {"de",
            {"Mo-Fr 9-12, 13:30-18 Uhr", "Sa: geschlossen"},
            "9-12,13:30-18 9-12,13:30-18 9-12,13:30-18 9-12,13:30-18 9-12,13:30-18 closed ."},
           {"de", {"Di + Do 8.00 bis 12.00 Uhr"}, ". 8-12 . 8-12 . . ."},
           {"ru", {"Пн-Пт с 9 до 18, Сб, Вс - выходной"}, "9-18 9-18 9-18 9-18 9-18 closed closed"},
           {"ru", {"Ежедневно с 10:00 до 20:00"}, "10-20 10-20 10-20 10-20 10-20 10-20 10-20"},
           {"ru", {"с понедельника по пятницу", "9.00–18.00"}, "9-18 9-18 9-18 9-18 9-18 . ."},
           {"es",
            {"Lunes a viernes de 9:00 a 14:00 y de 16:00 a 20:00"},
            "9-14,16-20 9-14,16-20 9-14,16-20 9-14,16-20 9-14,16-20 . ."},
           {"fa", {"شنبه تا چهارشنبه: ۹ تا ۱۸"}, "9-18 9-18 9-18 . . 9-18 9-18"},
           {"fa", {"پنجشنبه ۹ صبح تا ۱ بعد از ظهر، جمعه تعطیل"}, ". . . 9-13 closed . ."},
           {"fr", {"Du lundi au vendredi 9h00 à 18h00"}, "9-18 9-18 9-18 9-18 9-18 . ."},
           {"it", {"Lun-Ven 9.00-13.00"}, "9-13 9-13 9-13 9-13 9-13 . ."},
           {"pt", {"Segunda a sexta, das 9h às 18h"}, "9-18 9-18 9-18 9-18 9-18 . ."},
           {"pl", {"pon.-pt. 9:00-17:00, sob. nieczynne"}, "9-17 9-17 9-17 9-17 9-17 closed ."},
           {"cs",
            {"Po-Pá 8:00-16:30, So zavřeno"},
            "8-16:30 8-16:30 8-16:30 8-16:30 8-16:30 closed ."},
           {"zh", {"周一至周五 9:00-18:00"}, "9-18 9-18 9-18 9-18 9-18 . ."},
           {"ja", {"平日 10:00~19:00", "定休日:日曜日"}, "10-19 10-19 10-19 10-19 10-19 . closed"},
           {"tr", {"Pazartesi - Cumartesi 09:00 - 19:00"}, "9-19 9-19 9-19 9-19 9-19 9-19 ."},
           {"uk", {"Пн-Пт 9:00-18:00, Нд вихідний"}, "9-18 9-18 9-18 9-18 9-18 . closed"},
           {"en", {"Concert on 12.05. at 20:00"}, ". . . . . . ."},
       }) {
    INFO(language << ": " << lines.front());
    CHECK(week_of(language, lines) == week);
  }
}

TEST_CASE("every verdict of the opening hours can be reached") {
  const std::string same = "\"openingHours\": [\"Tu-Sa 07:00-18:00\"]";
  hold_contact_rows(
      "opening-hours",
      {
          {"text alone", nothing, "clear", "so-so"},
          {"data alone", all_of({hours(""), published(same)}), "clear", "so-so"},
          {"text and data", published(same), "clear", "wow"},
          {"text and other data", published("\"openingHours\": \"Tu-Sa 08:00-18:00\""), "clear",
           "sucks"},
          {"another page says other hours",
           on(kHome, "</footer>", "<p>Opening hours</p><p>Tue-Sat 8-18</p></footer>"), "clear",
           "sucks"},
          {"shop and office apart",
           all_of({hours(line + "</p><p>Office: Tue-Sat 9-12"),
                   published("\"openingHours\": \"Tu-Sa 08:00-18:00\"")}),
           "clear", "wow"},
          {"by appointment", hours("By appointment only"), "clear", "wow"},
          {"specified",
           published("\"openingHoursSpecification\": {\"@type\": "
                     "\"OpeningHoursSpecification\", \"dayOfWeek\": [\"Tuesday\", "
                     "\"https://schema.org/Wednesday\"], \"opens\": \"07:00\", "
                     "\"closes\": \"18:00\"}"),
           "clear", "wow"},

          {"five days", nothing, "days", "so-so"},
          {"seven", hours(line + ", closed on Sunday and Monday"), "days", "wow"},
          {"always", hours("Open 24/7"), "days", "wow"},
          {"as agreed", hours("By appointment only"), "days", "wow"},

          {"nothing of holidays", nothing, "holidays", "so-so"},
          {"a note", hours(line + "</p><p>Closed on public holidays"), "holidays", "wow"},
          {"a day of its own", on_home("<p>We are open on December 24.</p>"), "holidays", "wow"},
          {"a day on which nothing is open", on_home("<p>Order until December 24.</p>"), "holidays",
           "so-so"},
          {"dates to come", published(special("2026")), "holidays", "wow"},
          {"dates that are over", published(special("2024")), "holidays", "sucks"},

          {"none", hours(""), "clear", "not applicable"},
          {"none seen, and not all seen", all_of({hours(""), cut_short}), "clear",
           "not assessed: budget-exhausted"},
      });
}

TEST_CASE("times of events contradict no opening hours") {
  const auto found =
      judged_after("opening-hours", on_home("<p>Concert: Saturday 20:00 - 22:00</p>"));
  CHECK(found.verdict("clear") == "so-so");
}
