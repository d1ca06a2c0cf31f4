#include "site/vocabulary.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("twenty languages name every concept of the table") {
  CHECK(vocabulary_languages().size() == 20);
  for (const auto& language : vocabulary_languages()) {
    for (const auto* name : {"contact", "about", "notfound", "privacy", "prices", "delivery",
                             "reviews", "careers", "blog", "search", "hours", "faq", "home",
                             "promotions", "branches", "press", "booking", "loyalty", "feedback"}) {
      INFO(language << " " << name);
      CHECK_FALSE(words_of(language, name).phrases.empty());
    }
    for (const auto* list : {"weekdays", "actions", "stop-words", "answer-stems", "legal-notice"}) {
      INFO(language << " " << list);
      CHECK_FALSE(word_list(list, language).empty());
    }
    CHECK(word_list("weekdays", language).size() == 7);
  }
  CHECK(words_of("xx", "contact").phrases.empty());
  CHECK(word_list("generic-titles").size() > 50);
}

TEST_CASE("a text names a concept whole or in part") {
  CHECK(match_concept("Contact us", "contact") == Match::equals);
  CHECK(match_concept("» CONTACT: ", "contact") == Match::equals);
  CHECK(match_concept("Contact our team", "contact") == Match::contains);
  CHECK(match_concept("Kontakt", "contact", "de") == Match::equals);
  CHECK(match_concept("Kontakt", "contact", "ru") == Match::none);
  CHECK(match_concept("Contact", "contact", "ru") == Match::equals);
  CHECK(match_concept("İLETİŞİM", "contact", "tr") == Match::equals);
  CHECK(match_concept("سوال", "faq", "fa") == Match::none);
  CHECK(match_concept("سوال‌های متداول", "faq", "fa") == Match::equals);
  CHECK(match_concept("سوالات متداول", "faq", "fa") == Match::equals);
  CHECK(match_concept("راه‌های تماس", "contact", "fa") == Match::equals);
  CHECK(match_concept("راههای تماس", "contact", "fa") == Match::equals);
  CHECK(match_concept("お問い合わせ", "contact", "ja") == Match::equals);
  CHECK(match_concept("Ueber uns", "about", "de") == Match::equals);
  CHECK(match_concept("", "contact") == Match::none);
  CHECK(match_concept("contact", "no such concept") == Match::none);
}

TEST_CASE("a path names a concept by its segments") {
  CHECK(match_slug("/contact", "contact") == Match::equals);
  CHECK(match_slug("/en/Contact_Us.html", "contact") == Match::equals);
  CHECK(match_slug("/our-contact-page/", "contact") == Match::contains);
  CHECK(match_slug("/contactless", "contact") == Match::none);
  CHECK(match_slug("/%D0%BA%D0%BE%D0%BD%D1%82%D0%B0%D0%BA%D1%82%D1%8B", "contact") ==
        Match::equals);
  CHECK(match_slug("/network/", "cases") == Match::none);
  CHECK(match_slug("/", "contact") == Match::none);
}

TEST_CASE("a long text is searched in one pass") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "contac contactus ";
  CHECK(match_concept(text, "contact") == Match::none);
  CHECK(match_concept(text + "contact", "contact") == Match::contains);
}
