#include <catch2/catch.hpp>

#include "tests/checks/contact/contact_facts.h"

namespace touchstone {
namespace checks {
extern const Check contact_discoverability;
}
namespace {

using checks::contact_discoverability;

TEST_CASE("contacts on the start page need no click") {
  auto facts = facts_of(SampleSite::perfect(), contact_discoverability);
  CHECK(facts["clicks"] == "0");
  CHECK(facts["link_text"] == "word");
  CHECK(facts["framed"] == "100");
  CHECK(facts["own_language"] == "true");
}

// Home without any contact of its own; the page that it links has them.
SampleSite bare_home() {
  SampleSite sample("https://firm.test/");
  const std::string text(700, 'x');
  sample.page("https://firm.test/",
              "<html lang='en'><title>Firm</title><body><nav><a href='/contact/'>Contact</a></nav>"
              "<main><p>We are a firm and you are welcome. " +
                  text + "</p></main>",
              Role::home);
  sample.page("https://firm.test/contact/",
              "<html lang='en'><title>Contact</title><body><h1>Contact</h1><p>Phone: +49 30 1234567"
              "</p><p>hello@firm.test</p><p>" +
                  text + "</p>",
              Role::page);
  sample.visit("https://firm.test/contact/", Role::page).depth = 1;
  return sample;
}

TEST_CASE("a linked contact page is as far as its clicks") {
  auto sample = bare_home();
  CHECK(facts_of(sample, contact_discoverability)["clicks"] == "1");
  sample.visit("https://firm.test/contact/", Role::page).depth = 2;
  CHECK(facts_of(sample, contact_discoverability)["clicks"] == "2");
}

TEST_CASE("a contact page that was only guessed is not discoverable") {
  auto sample = bare_home();
  auto& visit = sample.visit("https://firm.test/contact/", Role::page);
  visit.role = Role::guessed;
  visit.depth = 0;
  replace(sample.fetch("https://firm.test/").body, "<a href='/contact/'>Contact</a>", "");
  auto facts = facts_of(sample, contact_discoverability);
  CHECK(facts["clicks"] == "absent");
  CHECK(facts["link_text"] == "guessed");
}

TEST_CASE("a messenger or a number that is written in the frame is a way to the contacts") {
  for (const char* way : {"<a href='https://wa.me/49301234567'>WhatsApp</a>",
                          "<p>+49 30 1234567</p>", "<p>hello@firm.test</p>"}) {
    auto sample = bare_home();
    replace(sample.fetch("https://firm.test/").body, "<a href='/contact/'>Contact</a>", "");
    replace(sample.fetch("https://firm.test/").body, "</main>",
            "</main><footer>" + std::string(way) + "</footer>");
    INFO(way);
    CHECK(facts_of(sample, contact_discoverability)["framed"] == "100");
  }
}

TEST_CASE("an unusual name of the link is told from the word") {
  auto sample = bare_home();
  replace(sample.fetch("https://firm.test/").body, ">Contact<", ">Say hello<");
  CHECK(facts_of(sample, contact_discoverability)["link_text"] == "unusual");
}

TEST_CASE("links to a contact page that refused us are ways to the contacts all the same") {
  auto sample = bare_home();
  sample.fetch("https://firm.test/contact/").hops.back().status = 403;
  auto facts = facts_of(sample, contact_discoverability);
  CHECK(facts["clicks"] == "unknown: blocked-403");
  CHECK(facts["link_text"] == "word");
  CHECK(facts["framed"] == "100");
}

TEST_CASE("a closed site is unknown with its reason") {
  SampleSite sample("https://firm.test/");
  auto& fetch = sample.page("https://firm.test/", "<title>Just a moment...</title>", Role::home);
  fetch.hops.back().status = 403;
  SampleSite::set_header(fetch, "cf-mitigated", "challenge");
  for (const auto& [name, text] : facts_of(sample, contact_discoverability)) {
    INFO(name);
    CHECK(text == "unknown: bot-challenge");
  }
}

TEST_CASE("finding the contacts is judged by clicks, words, place and language") {
  const std::string id = "contact-discoverability";
  for (const auto* component : {"clicks", "link-text", "place", "language"}) {
    INFO(component);
    CHECK(verdict_of(SampleSite::perfect(), id, component) == "wow");
  }
  auto sample = bare_home();
  sample.visit("https://firm.test/contact/", Role::page).depth = 2;
  CHECK(verdict_of(sample, id, "clicks") == "so-so");
  sample.visit("https://firm.test/contact/", Role::page).depth = 3;
  CHECK(verdict_of(sample, id, "clicks") == "sucks");
  replace(sample.fetch("https://firm.test/").body, ">Contact<", ">Say hello<");
  CHECK(verdict_of(sample, id, "link-text") == "so-so");
}

}  // namespace
}  // namespace touchstone
