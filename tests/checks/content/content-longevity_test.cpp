#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/";
const std::string film = "https://www.youtube-nocookie.com/embed/abc";

auto shows(std::string html) {
  return [html](SampleSite& s) { swap_text(s.fetch(home).body, "</main>", html + "</main>"); };
}

const std::string frame = "<iframe src='" + film + "'></iframe>";

auto answered(int status) {
  return [status](SampleSite& s) {
    shows(frame)(s);
    s.page(film, "<p>x</p>", Role::third_party).hops.back().status = status;
  };
}

}  // namespace

TEST_CASE("films and slides live on platforms") {
  hold_rows("content-longevity", "hosted",
            {
                {"one platform", shows(frame), "so-so"},
                {"one platform twice", shows(frame + "<a href='https://youtu.be/abc'>Watch</a>"),
                 "so-so"},
                {"two platforms",
                 shows(frame + "<a href='https://speakerdeck.com/huber/bread'>Slides</a>"), "wow"},
                {"a platform and a file",
                 shows(frame + "<video src='/bread.mp4' controls></video>"), "wow"},
                {"gone", answered(404), "sucks"},
                {"refused to us", answered(403), "so-so"},
                {"a channel alone", shows("<a href='https://www.youtube.com/@huber'>YouTube</a>"),
                 "not applicable"},
                {"none", [](SampleSite&) {}, "not applicable"},
                {"none seen", [](SampleSite& s) { s.recording().complete = false; },
                 "not assessed: budget-exhausted"},
            });
}
