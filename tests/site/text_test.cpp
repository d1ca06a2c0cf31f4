#include "site/text.h"

#include <catch2/catch.hpp>

using namespace touchstone;

TEST_CASE("folding makes alike what people read alike") {
  CHECK(fold("  Contact \n US ") == "contact us");
  CHECK(fold("Über uns") == "uber uns");
  CHECK(fold("Straße") == "strasse");
  CHECK(fold("Łódź Ørsted") == "lodz orsted");
  CHECK(fold("Ёлка й") == "елка й");
  CHECK(fold("зв’яжіться") == "зв'яжіться");
  CHECK(fold("İLETİŞİM", true) == "iletisim");
  CHECK(fold("KAYDI", true) == "kaydi");
  CHECK(fold("تماس با ما") == fold("تماس با ما"));
  CHECK(fold("كتاب علي") == "کتاب علی");
  CHECK(fold("راه\u200Cهای") == "راه های");
  CHECK(fold("مُحَمَّد") == "محمد");
  CHECK(fold("שָׁלוֹם") == "שלום");
  CHECK(fold("ＡＢＣ　１２３") == "abc 123");
  CHECK(fold("۰۹۱۲ ٠١") == "0912 01");
  CHECK(fold("con\u00ADtact\u200B") == "contact");
  CHECK(fold("がぎぐ") == "がぎぐ");
  CHECK(fold("\xFF\xC3") == "\uFFFD\uFFFD");
}

TEST_CASE("spaces of every kind collapse to one") {
  CHECK(collapse_spaces(" a\u00A0\n\t b\u3000c ") == "a b c");
  CHECK(collapse_spaces(" \n ").empty());
}

TEST_CASE("lengths are counted as people count") {
  CHECK(grapheme_count("naïve") == 5);
  CHECK(grapheme_count("👨‍👩‍👧") == 1);
  CHECK(grapheme_count("日本", true) == 4);
  CHECK(letter_count("a1б-") == 2);
  CHECK(mostly_cjk("日本語 ok"));
  CHECK_FALSE(mostly_cjk("plain"));
  CHECK(shorten("привет", 3) == "при…");
  CHECK(shorten("abc", 3) == "abc");
  CHECK(ascii_digits("тел. ٠٩١ ۹") == "тел. 091 9");
  CHECK(words("Hello, мир 42!") == std::vector<std::string>{"Hello", "мир", "42"});
}

TEST_CASE("a phrase stands at word boundaries of its script") {
  CHECK(contains_phrase("please contact us today", "contact us"));
  CHECK_FALSE(contains_phrase("contactless", "contact"));
  CHECK_FALSE(contains_phrase("наши контактыы", "контакты"));
  CHECK(contains_phrase("お問い合わせはこちら", "お問い合わせ"));
  CHECK(contains_phrase("문의하기는", "문의하기"));
  CHECK_FALSE(contains_phrase("재문의하기", "문의하기"));
  CHECK(contains_phrase("واتصل بنا", "اتصل بنا"));
  CHECK_FALSE(contains_phrase("فاتصلت", "اتصل"));
  CHECK(contains_phrase("הצור קשר", "צור קשר"));
  CHECK_FALSE(contains_phrase("x", ""));
}
