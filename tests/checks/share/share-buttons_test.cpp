#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string whatsapp = "<a href=\"https://wa.me/?text=See%20this\">WhatsApp</a>";
const std::string telegram = "<a href=\"https://t.me/share/url?url=x\">Telegram</a>";
const std::string facebook = "<a href=\"https://www.facebook.com/sharer/sharer.php?u=x\">f</a>";
const std::string x = "<a href=\"https://x.com/intent/post?text=x\">X</a>";
const std::string plus = "<a href=\"https://plus.google.com/share?url=x\">G+</a>";
const std::string delicious = "<a href=\"https://delicious.com/save?url=x\">d</a>";
const std::string script = "<script src=\"https://static.addtoany.com/menu/page.js\"></script>";

auto on(std::string page, std::string html) {
  return [=](SampleSite& sample) { swap_text(sample.fetch(page).body, "<h1>", html + "<h1>"); };
}

}  // namespace

TEST_CASE("every verdict of sharing can be reached") {
  hold_rows(
      "share-buttons",
      {
          {"a messenger and a network", on(contact, whatsapp + facebook), "present", "wow"},
          {"two messengers", on(contact, whatsapp + telegram), "present", "wow"},
          {"the device's sheet",
           on(contact, "<script>b.onclick = () => navigator.share({url: '/'})</script>"), "present",
           "wow"},
          {"a vendor's buttons", on(contact, script), "present", "wow"},
          {"one way", on(contact, whatsapp), "present", "so-so"},
          {"no messenger", on(contact, facebook + x), "present", "so-so"},
          {"on the home page alone", on(home, whatsapp + facebook), "present", "so-so"},
          {"one that is closed", on(contact, plus), "present", "so-so"},
          {"two that are closed", on(contact, plus + delicious), "present", "sucks"},
          {"a closed one beside a live one", on(contact, plus + delicious + x), "present", "so-so"},

          {"plain links", on(contact, whatsapp + facebook), "light", "wow"},
          {"a script", on(contact, script), "light", "so-so"},
      });
}

TEST_CASE("profiles and chats are no ways to share") {
  SampleSite sample = SampleSite::perfect();
  on(contact,
     "<a href=\"https://www.facebook.com/example\">f</a><a href=\"https://x.com/example\">x</a>"
     "<a href=\"https://wa.me/493012345678?text=Hello\">w</a><a href=\"https://t.me/example\">t</a>"
     "<a href=\"mailto:hello@example.com?subject=x\">m</a>")(sample);
  CHECK(judged("share-buttons", sample).touchpoint.status == Status::absent);
}

TEST_CASE("what was not seen may be shared all the same") {
  SampleSite sample = SampleSite::perfect();
  sample.recording().complete = false;
  CHECK(judged("share-buttons", sample).verdict("present") == "not assessed: budget-exhausted");
}
