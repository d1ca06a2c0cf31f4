#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string pixel =
    "<script src=\"https://connect.facebook.net/en_US/fbevents.js\"></script>";
const std::string held =
    "<script type=\"text/plain\" src=\"https://connect.facebook.net/en_US/fbevents.js\"></script>";

std::string banner(const std::string& inside) {
  return "<div id=\"cookie-banner\" hidden><p>We use cookies.</p>" + inside + "</div>";
}

const std::string both = banner("<button>Accept all</button> <a href=\"#\">Reject all</a>");

auto with(std::string html) {
  return [html](SampleSite& sample) {
    for (const auto& page : {home, contact})
      swap_text(sample.fetch(page).body, "</body>", html + "</body>");
  };
}

auto cookie(std::string value) {
  return [value](SampleSite& sample) {
    SampleSite::set_header(sample.fetch(home), "set-cookie", value);
  };
}

void nothing(SampleSite&) {}

}  // namespace

TEST_CASE("every verdict on consent can be reached") {
  hold_rows(
      "cookie-consent",
      {
          {"nobody follows", nothing, "asked", "wow"},
          {"a cookie that is needed", cookie("session=1"), "asked", "wow"},
          {"trackers that wait", with(held + both), "asked", "wow"},
          {"a platform that makes them wait",
           with(pixel + "<script src=\"https://consent.cookiebot.com/uc.js\" "
                        "data-blockingmode=\"auto\"></script>"),
           "asked", "wow"},
          {"asked, and followed all the same", with(pixel + both), "asked", "so-so"},
          {"a banner that a script may build",
           with(pixel + "<script>show('cookie-notice')</script>"), "asked", "so-so"},
          {"a banner in a file",
           [](SampleSite& sample) {
             with(pixel)(sample);
             sample.fetch(home + "script.js").body = "show('.cookieBanner')";
           },
           "asked", "so-so"},
          {"followed and not asked", with(pixel), "asked", "sucks"},
          {"by one cookie alone, unconfirmed", cookie("_ga=GA1.2; Path=/"), "asked", "so-so"},
          {"a shell that scripts fill",
           [](SampleSite& sample) {
             sample.fetch(home).body =
                 "<html lang=de><head><script src='/app.js'></script></head><body><div id='root'>"
                 "</div></body></html>";
             sample.remove(contact);
           },
           "asked", "not assessed: js-rendered"},

          {"both", with(both), "reject", "wow"},
          {"yes alone", with(banner("<button>Accept all</button>")), "reject", "so-so"},
          {"a platform asks", with("<script src=\"https://consent.cookiebot.com/uc.js\"></script>"),
           "reject", "not assessed: js-rendered"},
          {"nobody asks", nothing, "reject", "not applicable"},

          {"none ticked", with(both), "ticked", "wow"},
          {"the needed one ticked",
           with(banner("<input type=checkbox name=necessary checked><button>Accept</button>")),
           "ticked", "wow"},
          {"one ticked",
           with(banner("<input type=checkbox name=marketing checked><button>Accept</button>")),
           "ticked", "sucks"},
      });
}

TEST_CASE("consent is asked for in Europe alone") {
  SampleSite sample = SampleSite::perfect();
  with(pixel)(sample);
  for (const auto& page : {home, contact})
    for (const auto& part : {"\"addressCountry\": \"DE\"", "+49"})
      if (sample.fetch(page).body.find(part) != std::string::npos)
        swap_text(sample.fetch(page).body, part, "");
  CHECK(judged("cookie-consent", sample).verdict("asked") == "not applicable");
  sample.recording().known.countries = {"AT"};
  CHECK(judged("cookie-consent", sample).verdict("asked") == "sucks");
}
