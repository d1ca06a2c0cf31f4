#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string russian =
    "Мы печём хлеб каждую ночь в маленькой пекарне. Тесто отдыхает целый день, потому что время "
    "даёт хлебу вкус и свежесть. Приходите со вторника по субботу с семи утра до шести вечера или "
    "закажите по телефону до полудня, и мы отложим хлеб для вас на следующий день. Торты на день "
    "рождения мы печём по заказу. Расскажите нам, что вам нравится, и мы ответим в тот же день.";

auto declared(std::string page, std::string attribute) {
  return [page, attribute](SampleSite& sample) {
    swap_text(sample.fetch(page).body, "<html lang=\"en\">", "<html" + attribute + ">");
  };
}

auto written(std::string attribute, std::string text) {
  return [attribute, text](SampleSite& sample) {
    sample.remove(contact);
    sample.fetch(home).body = "<!DOCTYPE html><html" + attribute + "><body><main><p>" + text +
                              "</p></main></body></html>";
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict of the declared language can be reached") {
  hold_rows("page-language",
            {
                {"agrees", nothing, "lang", "wow"},
                {"with a region", declared(home, " lang=en-GB"), "lang", "wow"},
                {"missing", declared(home, ""), "lang", "so-so"},
                {"missing on another page", declared(contact, ""), "lang", "so-so"},
                {"empty", declared(home, " lang=''"), "lang", "so-so"},
                {"an underscore", declared(home, " lang=en_US"), "lang", "so-so"},
                {"a country that is none", declared(home, " lang=en-UK"), "lang", "so-so"},
                {"another language on two pages",
                 [](SampleSite& sample) {
                   declared(home, " lang=fr")(sample);
                   declared(contact, " lang=fr")(sample);
                 },
                 "lang", "sucks"},
                {"another script", written(" lang=en", russian), "lang", "sucks"},
                {"its own script", written(" lang=ru", russian), "lang", "wow"},
                {"few letters", written(" lang=fr", "Our bread"), "lang",
                 "not assessed: insufficient-evidence"},
            });
}

TEST_CASE("one page that seems to be in another language is no proof") {
  SampleSite sample = SampleSite::perfect();
  declared(contact, " lang=fr")(sample);
  const JudgedSample found = judged("page-language", sample);
  CHECK(found.component("lang").unconfirmed);
  CHECK(found.verdict("lang") == "so-so");
}
