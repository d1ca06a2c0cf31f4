#include <catch2/catch.hpp>

#include "tests/checks/contact/contact_facts.h"

namespace touchstone {
namespace checks {
extern const Check contact_page;
}
namespace {

using checks::contact_page;

TEST_CASE("a full contact page has most of the ten elements and invites") {
  auto facts = facts_of(SampleSite::perfect(), contact_page);
  CHECK(facts["present"] == "true");
  CHECK(facts["kind"] == "page");
  CHECK(std::stoi(facts["elements"]) >= 6);
  CHECK(facts["invites"] == "true");
  CHECK(facts["vcard"] == "false");
}

TEST_CASE("a section of a one-page site serves as contact page") {
  SampleSite sample("https://firm.test/");
  sample.page("https://firm.test/",
              "<html lang='en'><title>Firm</title><body><nav><a href='#contact'>Contact</a></nav>"
              "<main><p>" +
                  std::string(700, 'x') +
                  "</p><section id='contact'><h2>Contact</h2>"
                  "<p>Phone: +49 30 1234567</p><p>E-mail: hello@firm.test</p></section></main>",
              Role::home);
  auto facts = facts_of(sample, contact_page);
  CHECK(facts["kind"] == "one-page");
  CHECK(facts["elements"] == "2");
}

// A start page with this at its top, and with this section of contacts.
SampleSite one_page(const std::string& top, const std::string& section) {
  SampleSite sample("https://firm.test/");
  sample.page("https://firm.test/",
              "<html lang='en'><title>Firm</title><body><header>" + top + "</header><main><p>" +
                  std::string(700, 'x') + "</p>" + section + "</main>",
              Role::home);
  return sample;
}

TEST_CASE("what the section shows counts, in whatever form it stands elsewhere") {
  struct Row {
    const char* name;
    const char* top;
    const char* section;
    const char* elements;
  };
  const std::string menu = "<a href='#contact'>Contact</a>";
  for (const Row& row : {
           Row{"a number with its country above", "<p>+48 572 917 801</p>",
               "<p>Phone: 572 917 801</p>", "1"},
           {"a number with brackets", "<p>+49 30 1234567</p>", "<p>Phone: (030) 123 45-67</p>",
            "1"},
           {"a link alone", "<p>+49 30 1234567</p>",
            "<a href='tel:+49301234567'>Call</a><p>hello@firm.test</p>", "2"},
           {"another number", "<p>+49 30 1234567</p>", "<p>hello@firm.test</p>", "1"},
           {"a link to a map", "",
            "<p>hello@firm.test</p><a href='https://maps.app.goo.gl/abc'>Map</a>", "2"},
           {"a person", "", "<p>hello@firm.test</p><p>Anna Huber</p><p>Manager</p>", "2"},
       }) {
    INFO(row.name);
    auto sample = one_page(menu + row.top, "<section id='contact'><h2>Contact</h2>" +
                                               std::string(row.section) + "</section>");
    CHECK(facts_of(sample, contact_page)["elements"] == row.elements);
  }
}

TEST_CASE("the section to which \"Find us\" leads is the contact section, where ways stand there") {
  const std::string place =
      "<address>Hauptstraße 5, 10115 Berlin</address>"
      "<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>";
  for (const char* name : {"Find us", "Nous trouver", "Dónde estamos", "Как добраться"}) {
    const std::string menu = "<nav><a href='/#way'>" + std::string(name) + "</a></nav>";
    INFO(name);
    CHECK(facts_of(one_page(menu, "<span id='way'></span><section>" + place + "</section>"),
                   contact_page)["kind"] == "one-page");
    CHECK(facts_of(one_page(menu, "<section id='way'><p>Ask around.</p></section>"),
                   contact_page)["kind"] == "none");
  }
}

TEST_CASE("a sentence that asks to write or call invites") {
  for (const char* sentence : {"Appelez-nous directement pour toute réservation de chambre",
                               "Reach out for partnerships, investments and common projects",
                               "Позвоните нашему мастеру с девяти утра до девяти вечера"}) {
    INFO(sentence);
    CHECK(facts_of(one_page("<a href='#contact'>Contact</a>",
                            "<section id='contact'><h2>Contact</h2><p>hello@firm.test</p><p>" +
                                std::string(sentence) + "</p></section>"),
                   contact_page)["invites"] == "true");
  }
}

TEST_CASE("without page and section there is none, when all was seen") {
  SampleSite sample("https://firm.test/");
  sample.page(
      "https://firm.test/",
      "<html lang='en'><title>Firm</title><body><main><p>" + std::string(700, 'x') + "</p></main>",
      Role::home);
  CHECK(facts_of(sample, contact_page)["kind"] == "none");
  sample.recording().complete = false;
  CHECK(facts_of(sample, contact_page)["kind"] == "unknown: budget-exhausted");
}

TEST_CASE("a home page that stands on another host by its own word proves no absence") {
  SampleSite sample("https://firm.test/");
  sample.page(
      "https://firm.test/",
      "<html lang='en'><title>Firm</title><link rel=canonical href='https://host.example/f/'>"
      "<body><nav><a href='https://host.example/f/imprint'>Imprint</a></nav><p>" +
          std::string(700, 'x') + "</p>",
      Role::home);
  CHECK(facts_of(sample, contact_page)["kind"] == "unknown: budget-exhausted");
}

TEST_CASE("a visiting card and a picture of the place are noticed") {
  auto sample = SampleSite::perfect();
  replace(sample.fetch("https://example.com/contact/").body, "<h2>Address</h2>",
          "<a href='/card.vcf'>Card</a><img src='/entrance.jpg' alt='Our shop'><h2>Address</h2>");
  auto facts = facts_of(sample, contact_page);
  CHECK(facts["vcard"] == "true");
  CHECK(facts["place_photo"] == "true");
}

TEST_CASE("the contact page is judged by being there, its elements, its words and its speed") {
  for (const auto* component : {"exists", "completeness", "inviting", "speed"}) {
    INFO(component);
    CHECK(verdict_of(SampleSite::perfect(), "contact-page", component) == "wow");
  }
  auto sample = SampleSite::perfect();
  auto& fetch = sample.fetch("https://example.com/contact/");
  fetch.hops.back().timing.first_byte = 1'200'000;
  CHECK(verdict_of(sample, "contact-page", "speed") == "so-so");
}

TEST_CASE("a contact page that refuses us is not assessed, one that is gone is missed") {
  const auto answered = [](int status, const std::string& touchpoint = "contact-page") {
    auto sample = SampleSite::perfect();
    for (auto& visit : sample.recording().visits) {
      if (visit.role == Role::home)
        visit.fetch.body = "<html lang=en><title>Example bakery</title>" + std::string(700, 'a') +
                           "<a href='/contact/'>Contact</a>";
    }
    auto& fetch = sample.fetch("https://example.com/contact/");
    fetch.hops.back().status = status;
    fetch.body = "<html><title>No</title><h1>No</h1>";
    return judged(touchpoint, sample, find_presence(sample.site())).touchpoint;
  };
  // What may stand on it is not missed either.
  for (const char* id : {"contact-form", "postal-address", "opening-hours", "map-directions"}) {
    INFO(id);
    CHECK(answered(403, id).status == Status::not_assessed);
    CHECK(answered(404, id).status != Status::not_assessed);
  }
  const Touchpoint refused = answered(403);
  CHECK(refused.status == Status::not_assessed);
  CHECK(refused.reason == Reason::blocked_403);
  CHECK(answered(404).verdict == Verdict::sucks);
}

}  // namespace
}  // namespace touchstone
