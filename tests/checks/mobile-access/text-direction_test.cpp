#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string persian =
    "ما هر شب در نانوایی کوچک خود نان می پزیم. خمیر یک روز کامل استراحت می کند، زیرا زمان به نان "
    "طعم می دهد و آن را تازه نگه می دارد. از سه شنبه تا شنبه بین ساعت هفت صبح و شش عصر بیایید یا "
    "تا "
    "ظهر با تلفن سفارش دهید و نان خود را روز بعد تحویل بگیرید. کیک تولد و نان مهمانی شما را به "
    "سفارش می پزیم. به ما بگویید چه می خواهید و ما همان روز پاسخ می دهیم.";

// One page in Persian.
SampleSite written(const std::string& html_attributes, const std::string& head,
                   const std::string& body_attributes, const std::string& inside) {
  SampleSite sample(home);
  sample.page(home,
              "<!DOCTYPE html><html lang=fa " + html_attributes + "><head>" + head +
                  "</head><body " + body_attributes + "><main><p>" + persian + "</p>" + inside +
                  "</main></body></html>",
              Role::home);
  return sample;
}

std::string dir_of(const SampleSite& sample) {
  return judged("text-direction", sample).verdict("dir");
}

std::string islands(const std::string& inside, const std::string& printed,
                    const std::string& place) {
  Phone phone;
  phone.printed = printed;
  phone.url = home;
  phone.place = "/html/body/main/" + place;
  Presence presence;
  presence.phones = {phone};
  return judged("text-direction", written("dir=rtl", "", "", inside), presence).verdict("islands");
}

}  // namespace

TEST_CASE("every verdict of the direction can be reached") {
  CHECK(dir_of(written("dir=rtl", "", "", "")) == "wow");
  CHECK(dir_of(written("dir=RTL", "", "", "")) == "wow");
  CHECK(dir_of(written("", "", "", "")) == "sucks");
  CHECK(dir_of(written("dir=ltr", "", "", "")) == "sucks");
  CHECK(dir_of(written("dir=auto", "", "", "")) == "so-so");
  CHECK(dir_of(written("", "", "dir=rtl", "")) == "so-so");
  CHECK(dir_of(written("style='direction: rtl'", "", "", "")) == "so-so");
  CHECK(dir_of(written("", "<style>body { direction: rtl }</style>", "", "")) == "so-so");
  CHECK(dir_of(written("", "<style>.box { direction: rtl }</style>", "", "")) == "sucks");
  CHECK(dir_of(written("", "<link rel=stylesheet href=/a.css>", "", "")) ==
        "not assessed: budget-exhausted");
  SampleSite styled = written("", "<link rel=stylesheet href=/a.css>", "", "");
  styled.answer(home + "a.css", Role::resource, "text/css", "html{direction:rtl}");
  CHECK(dir_of(styled) == "so-so");
}

TEST_CASE("every verdict of the numbers among right-to-left words can be reached") {
  CHECK(islands("<a href=tel:+98>+98 21 1234</a>", "+98 21 1234", "a") == "so-so");
  CHECK(islands("<a dir=ltr href=tel:+98>+98 21 1234</a>", "+98 21 1234", "a") == "wow");
  CHECK(islands("<a href=tel:+98><bdi>+98 21 1234</bdi></a>", "+98 21 1234", "a") == "wow");
  CHECK(islands("<div dir=ltr><a href=tel:+98>+98 21 1234</a></div>", "+98 21 1234", "div/a") ==
        "wow");
  CHECK(islands("<a href=tel:+98>021-1234</a>", "021-1234", "a") == "not applicable");
  CHECK(islands("<a href=tel:+98>۰۲۱ ۱۲۳۴</a>", "۰۲۱ ۱۲۳۴", "a") == "so-so");
}

TEST_CASE("languages that run from left to right need no direction") {
  const JudgedSample found = judged("text-direction", SampleSite::perfect());
  CHECK(found.verdict("dir") == "not applicable");
  CHECK(found.verdict("islands") == "not applicable");
}

TEST_CASE("a shell that a script fills may be in any language") {
  SampleSite sample(home);
  sample.page(home,
              "<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
              "</body></html>",
              Role::home);
  CHECK(judged("text-direction", sample).verdict("dir") == "not assessed: js-rendered");
}
