#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

auto with(std::string html) {
  return [html](SampleSite& s) { swap_text(s.fetch(home).body, "</body>", html + "</body>"); };
}

void nothing(SampleSite&) {}

const std::string popup =
                      "<script src=\"https://widgets.getsitecontrol.com/1/script.js\"></script>",
                  push = "<script src=\"https://cdn.onesignal.com/sdks/OneSignalSDK.js\"></script>",
                  dialog = "<dialog open>Ten percent off!</dialog>",
                  chat = "<script>setTimeout(function(){ jivo_api.open(); }, 5000)</script>";

}  // namespace

TEST_CASE("every verdict of the noise can be reached") {
  hold_rows(
      "interstitials",
      {
          {"silence", nothing, "sound", "wow"},
          {"a film with sound", with("<video autoplay src=/a.mp4></video>"), "sound", "sucks"},
          {"music", with("<audio autoplay><source src=/a.mp3></audio>"), "sound", "sucks"},
          {"a silent film", with("<video autoplay muted src=/a.mp4></video>"), "sound", "wow"},
          {"a film that waits", with("<video controls src=/a.mp4></video>"), "sound", "wow"},
          {"a player without a film", with("<video autoplay></video>"), "sound", "wow"},
          {"a film from elsewhere",
           with("<iframe src='https://www.youtube.com/embed/x?autoplay=1'></iframe>"), "sound",
           "sucks"},
          {"a silent film from elsewhere",
           with("<iframe src='https://www.youtube.com/embed/x?autoplay=1&mute=1'></iframe>"),
           "sound", "wow"},

          {"nothing in the way", nothing, "overlays", "wow"},
          {"a pop-up service", with(popup), "overlays", "so-so"},
          {"push messages", with(push), "overlays", "so-so"},
          {"the browser's own push messages",
           with("<script>Notification.requestPermission()</script>"), "overlays", "so-so"},
          {"an open dialog", with(dialog), "overlays", "so-so"},
          {"a window that is shown",
           with("<div class='modal promo' style='display:block'>Now!</div>"), "overlays", "so-so"},
          {"a chat that opens itself", with(chat), "overlays", "so-so"},
          {"a chat that opens on a click",
           with("<script>b.onclick = () => setTimeout(() => jivo_api.open(), 9)</script>"),
           "overlays", "wow"},
          {"two of them", with(popup + push), "overlays", "so-so"},
          {"three of them", with(popup + dialog + chat), "overlays", "sucks"},
          {"a closed dialog", with("<dialog>Ten percent off!</dialog>"), "overlays", "wow"},
          {"a question of cookies", with("<dialog open class=cookie-banner>OK?</dialog>"),
           "overlays", "wow"},
          {"a question of age", with("<dialog open id=age-gate>Are you 18?</dialog>"), "overlays",
           "wow"},

          {"one window", nothing, "new-window", "wow"},
          {"new ones",
           [](SampleSite& s) {
             swap_text(s.fetch(home).body, "<a href=\"/", "<a target=_blank href=\"/");
           },
           "new-window", "so-so"},
          {"new ones for others", with("<a target=_blank href=https://other.example/>x</a>"),
           "new-window", "wow"},
      });
}

TEST_CASE("what a script may still show is not assessed") {
  SampleSite sample(home);
  sample.page(home,
              "<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
              "</body></html>",
              Role::home);
  for (const char* component : {"sound", "overlays", "new-window"}) {
    CHECK(judged("interstitials", sample).verdict(component) == "not assessed: js-rendered");
  }
}

TEST_CASE("a page without links opens no windows") {
  SampleSite sample(home);
  sample.page(home, "<html><body><p>" + std::string(700, 'a') + "</p></body></html>", Role::home);
  CHECK(judged("interstitials", sample).verdict("new-window") == "not applicable");
}
