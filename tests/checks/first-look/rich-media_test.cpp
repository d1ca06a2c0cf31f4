#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";

void nothing(SampleSite&) {}

auto in_main(std::string html) {
  return [html](SampleSite& sample) {
    swap_text(sample.fetch(home, Role::home).body, "</main>", html + "</main>");
  };
}

void shell(SampleSite& sample) {
  sample.fetch(home, Role::home).body =
      "<html><head><script src='/app.js'></script></head><body><div id='root'></div></body>";
}

std::string gallery(int pictures) {
  std::string html = "<div class=gallery>";
  for (int i = 0; i < pictures; ++i) {
    html += "<img src='/g" + std::to_string(i) + ".jpg' alt=x>";
  }
  return html + "</div>";
}

const std::string film = "<iframe src='https://www.youtube.com/embed/abc'></iframe>";

}  // namespace

TEST_CASE("every verdict of rich media can be reached") {
  hold_rows(
      "rich-media",
      {
          {"a film", in_main(film), "variety", "so-so"},
          {"a gallery", in_main(gallery(4)), "variety", "so-so"},
          {"a film and a gallery", in_main(film + gallery(4)), "variety", "wow"},
          {"a film and an infographic", in_main(film + "<img src='/infographic.png' alt=x>"),
           "variety", "wow"},
          {"three pictures", in_main(gallery(3)), "variety", "not applicable"},
          {"a silent film as wallpaper",
           in_main("<video autoplay muted loop src='/x.mp4'></video>"), "variety",
           "not applicable"},
          {"a shell", shell, "variety", "not assessed: js-rendered"},

          {"an embed", in_main(film), "captions", "wow"},
          {"captions", in_main("<video src='/x.mp4'><track kind=captions src='/x.vtt'></video>"),
           "captions", "wow"},
          {"no captions", in_main("<video><source src='/x.mp4'></video>"), "captions", "so-so"},
          {"no film", nothing, "captions", "not applicable"},

          {"own pictures", nothing, "own", "wow"},
          {"a stock picture", in_main("<img src='https://images.unsplash.com/photo-1' alt=x>"),
           "own", "so-so"},
          {"no pictures", shell, "own", "not applicable"},
      });
}

TEST_CASE("films and tours are chips") {
  SampleSite sample = SampleSite::perfect();
  in_main(film + gallery(4) +
          "<iframe src='https://my.matterport.com/show/?m=1'></iframe>")(sample);
  CHECK(judged("rich-media", sample).touchpoint.chips == std::vector<std::string>{"film", "tour"});
}
