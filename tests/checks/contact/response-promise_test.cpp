#include "checks/answer_promise.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

const std::string on_day = "we answer on the same day",
                  on_working_day = "We answer every message on the same working\nday";

// In place of what the sample promises.
Break promising(const std::string& sentence) {
  return all_of({on(kHome, on_day, sentence), on(kContact, on_working_day, "Write to us")});
}

const Break no_hours = on(kContact, "Tuesday to Saturday 7:00 - 18:00", "");

}  // namespace

TEST_CASE("promises of an answer are read in many languages") {
  struct Row {
    const char* text;
    int minutes;
  };
  for (const auto& [text, minutes] : std::vector<Row>{
           {"We reply within 30 minutes.", 30},
           {"We will get back to you within 24 hours", 1440},
           {"You will get our answer in 5-10 minutes", 10},
           {"We respond within 2 business days.", 2880},
           {"We call you back immediately", 10},
           {"Перезвоним в течение 15 минут", 15},
           {"Мы ответим вам в течение часа", 60},
           {"Ответим в течение рабочего дня", 1440},
           {"Wir antworten innerhalb von 24 Stunden", 1440},
           {"Wir melden uns innerhalb eines Werktages", 1440},
           {"Respondemos en menos de 2 horas", 120},
           {"ظرف ۲۴ ساعت پاسخ می‌دهیم", 1440},
           {"2営業日以内にご連絡いたします", 2880},
           {"Odpowiemy w ciągu 24 godzin", 1440},
           {"Find out prices and terms by tomorrow; free; about 5 minutes", 1440},
           {"Узнайте цены и условия уже завтра: бесплатно, займёт около 5 минут", 1440},
           {"We answer within 2 hours; the form takes 3 minutes", 120},
           {"Answers to your questions. It reads in about 5 minutes.", 0},
           {"Find out more in 5 minutes", 0},
           {"Delivery within 2 hours", 0},
           {"Ответственность сторон наступает через 10 дней", 0},
           {"We answer the phone from Monday to Friday", 0},
           {"30 years of answers", 0},
           {"Respondemos a emergencias las 24 horas del día, los 7 días de la semana", 0},
           {"We answer 24/7", 0},
           {"We answer 24 hours a day, 7 days a week, within 2 hours", 120},
       }) {
    INFO(text);
    const auto promise = promise_in(text);
    CHECK((promise ? promise->minutes : 0) == minutes);
  }
}

TEST_CASE("every verdict of the promise can be reached") {
  hold_contact_rows(
      "response-promise",
      {
          {"half an hour", promising("we reply within 30 minutes"), "minutes", "wow"},
          {"a day", nothing, "minutes", "so-so"},
          {"two hours", promising("we reply within 2 hours"), "minutes", "so-so"},
          {"three days", promising("we reply within 3 days"), "minutes", "sucks"},

          {"opening hours are shown", nothing, "when", "wow"},
          {"the promise says when",
           all_of({no_hours, promising("we reply within 2 business days")}), "when", "wow"},
          {"no hours", all_of({no_hours, promising("we reply within 2 hours")}), "when", "so-so"},

          {"no promise", promising("we bake"), "minutes", "not applicable"},
          {"a time of delivery", promising("we deliver within 2 hours"), "minutes",
           "not applicable"},
          {"none seen, and not all seen", all_of({promising("we bake"), cut_short}), "minutes",
           "not assessed: budget-exhausted"},
      });
}

TEST_CASE("ten minutes are a chip, and no promise is missing") {
  CHECK(judged_after("response-promise", promising("we reply within 5 minutes")).touchpoint.chips ==
        std::vector<std::string>{"ten-minutes"});
  CHECK(judged_after("response-promise", promising("we bake")).touchpoint.status ==
        Status::missing);
}
