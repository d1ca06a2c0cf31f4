#include <catch2/catch.hpp>

#include "tests/checks/offer_pages.h"

using namespace touchstone;

namespace {

const std::string address = home + "privacy/";

std::string words(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "We keep the data of our customers for a year only. ";
  return "<p>" + text + "</p>";
}

const std::string who = "<p>Example, Berlin, answers for it: privacy@example.com</p>";
const std::string sound = "<p>Last changed on 3 May 2025.</p>" + who + words(40);

const std::string german =
    "<p>Wir verarbeiten personenbezogene Daten nur so lange, wie es notwendig ist, und geben sie "
    "nicht an Dritte weiter, wenn das Gesetz uns nicht dazu verpflichtet. Sie können jederzeit "
    "Auskunft über Ihre Daten verlangen und sie löschen lassen.</p>";

// In the place of the link in the footer stands a page with this content.
auto says(std::string content) {
  return [content](SampleSite& sample) {
    add_page(sample, "footer", "/privacy/", "Privacy policy", content);
  };
}

// Only where the pages of the sample have no link to it.
auto unlinked(std::function<void(SampleSite&)> breaks) {
  return [breaks](SampleSite& sample) {
    for (const auto& page : {home, home + "contact/"})
      swap_text(sample.fetch(page).body, "<a href=\"/privacy/\">Privacy</a>", "");
    breaks(sample);
  };
}

void as_file(SampleSite& sample) {
  sample.answer(address, Role::page, "application/pdf", "%PDF-1.7\n");
}

void gone(SampleSite& sample) {
  sample.page(address, "<p>No</p>").hops.back().status = 404;
}

}  // namespace

TEST_CASE("every verdict on the privacy policy can be reached") {
  hold_rows(
      "privacy-policy",
      {
          {"in every footer", says(sound), "reachable", "wow"},
          {"as PDF", as_file, "reachable", "wow"},
          {"in one text alone", unlinked([](SampleSite& s) {
             add_page(s, "main", "/privacy/", "Privacy policy", sound);
           }),
           "reachable", "so-so"},
          {"on home alone", unlinked(says(sound)), "reachable", "so-so"},
          {"only guessed",
           unlinked([](SampleSite& s) { add_guess(s, "/privacy/", "Privacy policy", sound); }),
           "reachable", "so-so"},
          {"a dead link", gone, "reachable", "sucks"},
          {"a link into a wall",
           [](SampleSite& s) { s.page(address, "<p>No</p>").hops.back().status = 403; },
           "reachable", "not assessed: blocked-403"},

          {"in full", says(sound), "substance", "wow"},
          {"short", says(who + words(15)), "substance", "so-so"},
          {"of nobody", says(words(40) + "<p>Ask us@bakers.net</p>"), "substance", "so-so"},
          {"without a way to ask", says("<p>Example answers for it.</p>" + words(40)), "substance",
           "so-so"},
          {"next to nothing", says(who), "substance", "sucks"},
          {"a template", says(sound + "<p>[Company Name] values your privacy.</p>"), "substance",
           "sucks"},
          {"a template in Russian", says(sound + "<p>[наименование организации]</p>"), "substance",
           "sucks"},
          {"brackets that are none", says(sound + "<p>[1] See [our shop window].</p>"), "substance",
           "wow"},
          {"as PDF", as_file, "substance", "not assessed: no-source"},
          {"a page that scripts fill",
           [](SampleSite& s) { add_shell(s, "/privacy/", "Privacy policy"); }, "substance",
           "not assessed: js-rendered"},

          {"in the same language", says(sound), "language", "wow"},
          {"in another language", says(german), "language", "so-so"},
          {"declared so, too",
           [](SampleSite& sample) {
             says(german)(sample);
             swap_text(sample.fetch(address).body, "lang=\"en\"", "lang=\"de\"");
           },
           "language", "sucks"},
          {"in no language", says("<p>1234</p>"), "language", "wow"},

          {"dated last year", says(sound), "dated", "wow"},
          {"dated by another notation", says(words(40) + "<p>2025-11-30</p>"), "dated", "wow"},
          {"dated long ago", says(words(40) + "<p>As of 25 May 2018</p>"), "dated", "so-so"},
          {"a law's date beside its own", says(sound + "<p>of 27 April 2016</p>"), "dated", "wow"},
          {"a month and a year", says(words(40) + "<p>Última actualización: abril de 2025</p>"),
           "dated", "wow"},
          {"a month in Japanese", says(words(40) + "<p>制定日：2025年11月</p>"), "dated", "wow"},
          {"a law's date alone",
           says(words(40) + "<p>Federal law of 27.07.2006 No. 152</p><p>Закон от 27.07.2006 г. № "
                            "152-ФЗ</p><p>Regulation 2016/679 of 27 April 2016</p>"),
           "dated", "so-so"},
          {"not dated", says(words(40)), "dated", "so-so"},
          {"a date to come", says(words(40) + "<p>until 1 January 2030</p>"), "dated", "so-so"},
      });
}

TEST_CASE("a policy is missing where something is collected") {
  const auto rated = [](bool collects) {
    SampleSite sample = SampleSite::perfect();
    unlinked([](SampleSite&) {})(sample);
    if (!collects) swap_text(sample.fetch(home + "contact/").body, "method=\"post\"", "");
    return judged("privacy-policy", sample);
  };
  CHECK(rated(true).touchpoint.status == Status::missing);
  CHECK(rated(true).touchpoint.points == 0);
  CHECK(rated(true).verdict("reachable") == "sucks");
  CHECK(rated(false).verdict("reachable") == "so-so");
  const auto loads = [](const std::string& html) {
    SampleSite sample = SampleSite::perfect();
    unlinked([](SampleSite&) {})(sample);
    swap_text(sample.fetch(home + "contact/").body, "method=\"post\"", "");
    swap_text(sample.fetch(home + "contact/").body, "</body>", html + "</body>");
    return judged("privacy-policy", sample).verdict("reachable");
  };
  CHECK(loads("<script src=\"https://code.jquery.com/jquery.js\"></script>") == "so-so");
  CHECK(loads("<iframe src=\"https://www.youtube.com/embed/x\"></iframe>") == "sucks");
  CHECK(loads("<script src=\"https://www.google-analytics.com/analytics.js\"></script>") ==
        "sucks");
}
