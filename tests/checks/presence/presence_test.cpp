#include "checks/presence.h"

#include <catch2/catch.hpp>

#include "tests/checks/sample_site.h"

namespace touchstone {
namespace {

// A site whose start page has this body.
Presence presence_of(const std::string& body, const std::string& language = "en") {
  SampleSite sample("https://firm.test/");
  sample.page("https://firm.test/",
              "<!DOCTYPE html><html lang=\"" + language + "\"><title>Firm</title><body><main>" +
                  body + "</main></body></html>",
              Role::home);
  return find_presence(sample.site());
}

TEST_CASE("the perfect sample shows every way to reach it") {
  const auto presence = find_presence(SampleSite::perfect().site());
  CHECK(presence.languages == std::vector<std::string>{"en"});
  CHECK(presence.contact_page == "https://example.com/contact/");
  CHECK(presence.clicks_to_contact == 1);
  REQUIRE(presence.phones.size() == 1);
  CHECK(presence.phones[0].e164 == "+493012345678");
  CHECK(presence.phones[0].printed == "030 12345678");
  CHECK(presence.phones[0].tel_link);
  CHECK(presence.phones[0].in_json_ld);
  CHECK(presence.phones[0].region == Region::header);
  CHECK_FALSE(presence.phones[0].mismatched_tel);
  REQUIRE(presence.emails.size() == 1);
  CHECK(presence.emails[0].address == "hello@example.com");
  CHECK(presence.emails[0].mailto);
  CHECK_FALSE(presence.addresses.empty());
  CHECK(presence.opening_hours);
  CHECK(presence.map);
  REQUIRE(presence.forms.size() == 1);
  CHECK(presence.forms[0].kind == "contact");
}

TEST_CASE("a visible number and another tel: target are two numbers") {
  const auto presence = presence_of("<a href='tel:+59897524500'>+598 99 155 445</a>");
  REQUIRE(presence.phones.size() == 2);
  CHECK(presence.phones[0].printed == "+598 99 155 445");
  CHECK_FALSE(presence.phones[0].tel_link);
  CHECK(presence.phones[0].mismatched_tel);
  CHECK(presence.phones[1].e164 == "+59897524500");
  CHECK_FALSE(presence.phones[1].printed.has_value());
  CHECK(presence.phones[1].tel_link);
}

TEST_CASE("a number is read across inline elements and not across blocks") {
  CHECK(presence_of("<p>+49 <b>30</b> <span>123</span><i>4567</i></p>").phones.at(0).e164 ==
        "+49301234567");
  CHECK(presence_of("<p>Tel. 030 12</p><p>345 67</p>").phones.empty());
}

TEST_CASE("the country of a number follows from what the pages say") {
  const auto country = [](const std::string& body, const std::string& language) {
    const auto phones = presence_of(body, language).phones;
    return phones.empty() ? "" : phones.back().e164.value_or("");
  };
  CHECK(country("<a href='https://wa.me/918238626900'>Chat</a><p>Phone: 8238626901</p>", "en") ==
        "+918238626901");
  CHECK(country("<p>Tel. 044 123 45 67</p>", "de-CH") == "+41441234567");
  CHECK(country("<p>Fone (54) 3045-7700</p>", "pt-BR") == "+555430457700");
  CHECK(country("<script type='application/ld+json'>{\"address\":{\"addressCountry\":\"AT\"}}"
                "</script><p>Tel. 01 5123456</p>",
                "de") == "+4315123456");
}

TEST_CASE("the postal address says in which country its numbers are dialled") {
  const auto phones =
      presence_of("<address>Moi Avenue 12, Nairobi, Kenya</address><p>Tel: 020 2345678</p>").phones;
  REQUIRE(phones.size() == 1);
  CHECK(phones[0].e164 == "+254202345678");
}

TEST_CASE("what a legal notice says of the web host is not the company's") {
  SampleSite sample("https://firm.test/");
  sample.page("https://firm.test/",
              "<html lang=fr><title>Firme</title><body><a href='/legal'>Mentions légales</a>",
              Role::home);
  sample.page("https://firm.test/legal",
              "<html lang=fr><title>Mentions légales</title><body><main><h2>Éditeur</h2>"
              "<p>Firme SARL, 12 rue de la Paix, 75002 Paris, Tél. 01 42 61 00 00, "
              "info@firm.test</p><h2>Hébergeur</h2><p>Nuage SAS<br>2 rue Kellermann, 59100 "
              "Roubaix</p><p>Téléphone : +1 650 319 8930</p><a href='tel:+16503198930'>Appeler</a>"
              "<a href='mailto:abuse@nuage.test'>Écrire</a></main></body></html>");
  const auto presence = find_presence(sample.site());
  REQUIRE(presence.phones.size() == 1);
  CHECK(presence.phones[0].e164 == "+33142610000");
  CHECK(presence.addresses.size() == 1);
  REQUIRE(presence.emails.size() == 1);
  CHECK(presence.emails[0].address == "info@firm.test");
}

TEST_CASE("two spellings of an address are one") {
  const auto addresses =
      presence_of(
          "<address>12 Main Street, 10961 Berlin</address><p>12 Main Street,<br>10961 Berlin, "
          "Germany</p>")
          .addresses;
  CHECK(addresses.size() == 1);
}

TEST_CASE("a telephone in JSON-LD is found where nothing is visible") {
  const auto presence = presence_of(
      "<div id='root'></div><script type='application/ld+json'>"
      "{\"@type\":\"Organization\",\"telephone\":\"+49 30 1234567\"}</script>");
  REQUIRE(presence.phones.size() == 1);
  CHECK(presence.phones[0].in_json_ld);
}

TEST_CASE("messengers and profiles are told from shares and posts") {
  const auto presence = presence_of(
      "<a href='https://wa.me/49301234567?text=Hi'>1</a><a href='https://wa.me/?text=Hi'>2</a>"
      "<a href='https://t.me/firm_channel'>3</a><a href='https://t.me/share/url?url=x'>4</a>"
      "<a href='https://evil-t.me/firm'>5</a><a href='viber://chat?number=%2B49301234567'>6</a>"
      "<a href='https://www.facebook.com/firm/'>7</a>"
      "<a href='https://www.facebook.com/sharer/sharer.php?u=x'>8</a>"
      "<a href='https://m.facebook.com/firm'>7 again</a>"
      "<a href='https://www.instagram.com/p/Cabc123/'>9</a><a "
      "href='https://instagram.com/firm'>10</a>"
      "<a href='https://www.linkedin.com/company/firm'>11</a>"
      "<a href='https://www.youtube.com/watch?v=1'>12</a><a href='https://youtube.com/@firm'>13</a>"
      "<a href='https://twitter.com/intent/tweet?x'>14</a><a href='https://x.com/firm'>15</a>"
      "<a href='https://facebook.com/'>16</a>");
  std::vector<std::string> messengers, social;
  for (const auto& link : presence.messengers) messengers.push_back(link.url);
  for (const auto& link : presence.social) social.push_back(link.url);
  CHECK(messengers == std::vector<std::string>{"https://wa.me/49301234567",
                                               "https://t.me/firm_channel",
                                               "viber://chat?number=%2B49301234567"});
  CHECK(social == std::vector<std::string>{"https://www.facebook.com/firm/",
                                           "https://instagram.com/firm",
                                           "https://www.linkedin.com/company/firm",
                                           "https://youtube.com/@firm", "https://x.com/firm"});
}

TEST_CASE("profiles of the staff are not the company's") {
  SampleSite sample("https://firm.test/");
  sample.page("https://firm.test/",
              "<html lang='en'><body><main><a href='https://instagram.com/anna'>Anna</a>"
              "<a href='https://instagram.com/ben'>Ben</a><a href='https://instagram.com/cleo'>Cleo"
              "</a></main><footer><a href='https://instagram.com/firm'>Instagram</a></footer>",
              Role::home);
  const auto presence = find_presence(sample.site());
  REQUIRE(presence.social.size() == 1);
  CHECK(presence.social[0].url == "https://instagram.com/firm");
}

TEST_CASE("forms are told apart by what they ask for") {
  const auto kind = [](const std::string& fields, const std::string& attributes = "") {
    // Enough text that a password form is no wall before the page.
    const std::string text = "<p>" + std::string(700, 'x') + "</p>";
    return presence_of(text + "<form " + attributes + ">" + fields + "</form>").forms.at(0).kind;
  };
  CHECK(kind("<input name=name><input type=email><textarea name=message></textarea>") == "contact");
  CHECK(kind("<input name=phone placeholder='Ваш телефон'>") == "contact");
  CHECK(kind("<input type=email placeholder='Your e-mail'><button>Subscribe</button>") ==
        "newsletter");
  CHECK(kind("<input name=fname><input type=email>", "class='newsletter'") == "newsletter");
  CHECK(kind("<input name=q>") == "search");
  CHECK(kind("<input type=search name=x>") == "search");
  CHECK(kind("<input name=user><input type=password>") == "login");
  CHECK(kind("<input name=author><input type=email><textarea name=comment></textarea>",
             "id='commentform'") == "other");
  CHECK(kind("<select name=sort></select>") == "other");
}

TEST_CASE("opening hours are read in many languages and not found in every time") {
  for (const auto* text :
       {"<p>Mo-Fr 9:00-18:00</p>", "<p>Monday to Friday: 9am - 5pm</p>",
        "<p>Daily 10:00 – 22:00</p>", "<p>Ежедневно с 9:00 до 21:00</p>",
        "<p>Lunes a viernes de 9:00 a 14:00</p>",
        "<table><tr><td>Lundi</td><td>9h00 - 12h00</td></tr></table>",
        "<p>Godziny otwarcia</p><p>8:00 - 16:00</p>", "<p>営業時間 10:00〜19:00</p>",
        "<p>شنبه تا پنجشنبه ۹:۰۰ تا ۱۸:۰۰</p>", "<p>Pzt-Cmt 09:00 - 18:00</p>",
        "<p>영업시간 10:00 ~ 19:00</p>", "<dl><dt>Samstag</dt><dd>10 Uhr bis 14 Uhr</dd></dl>"}) {
    INFO(text);
    CHECK(presence_of(text).opening_hours);
  }
  for (const auto* text : {"<p>24/7 support</p>", "<p>On Monday we deliver 3-5 cakes.</p>",
                           "<p>Ratio 16:9 - 4:3</p>", "<p>2019-2024</p>"}) {
    INFO(text);
    CHECK_FALSE(presence_of(text).opening_hours);
  }
}

TEST_CASE("postal addresses are read in the languages of the pages") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"de", "Bergmannstr. 12, 10961 Berlin"},
      {"de", "Am Markt 5\n<br>07743 Jena"},
      {"en", "123 Main Street, Springfield, IL 62701"},
      {"en", "Unit 4, Mill Road, Leeds LS1 4AP"},
      {"fr", "12 bis, rue de la Paix, 75002 Paris"},
      {"es", "Calle Mayor, 25, 28013 Madrid"},
      {"pt", "Rua Augusta, 1500 - São Paulo"},
      {"it", "Via Roma 15, 20121 Milano (MI)"},
      {"pl", "ul. Marszałkowska 10/5, 00-590 Warszawa"},
      {"ru", "г. Москва, ул. Тверская, д. 7, стр. 1"},
      {"uk", "м. Київ, вул. Хрещатик, 22"},
      {"tr", "Atatürk Mah. Cumhuriyet Cad. No: 12 Ataşehir/İstanbul"},
      {"fa", "تهران، خیابان ولیعصر، کوچه گل، پلاک ۱۲"},
      {"ar", "شارع التحرير، الدقي، القاهرة"},
      {"ja", "〒150-0043 東京都渋谷区道玄坂1-10-8"},
      {"zh", "上海市浦东新区世纪大道100号"},
      {"nl", "Keizersgracht 100, 1015 AA Amsterdam"},
  };
  for (const auto& [language, text] : rows) {
    INFO(text);
    CHECK_FALSE(presence_of("<p>" + text + "</p>", language).addresses.empty());
  }
  for (const auto* text : {"We bake 12 kinds of bread every day.", "Order 5 cakes on the way home",
                           "Copyright 2025 Firm. All rights reserved."}) {
    INFO(text);
    CHECK(presence_of(std::string("<p>") + text + "</p>").addresses.empty());
  }
}

TEST_CASE("a map is one that is embedded") {
  CHECK(presence_of("<iframe src='https://www.google.com/maps/embed?pb=1'></iframe>").map);
  CHECK(presence_of("<iframe data-src='https://yandex.ru/map-widget/v1/?um=1'></iframe>").map);
  CHECK(presence_of("<script src='https://api-maps.yandex.ru/services/constructor/1.0/js/?um=1'>"
                    "</script>")
            .map);
  CHECK_FALSE(presence_of("<a href='https://maps.google.com/?q=Berlin'>Map</a>").map);
  CHECK_FALSE(presence_of("<iframe src='https://www.youtube.com/embed/1'></iframe>").map);
}

TEST_CASE("declared versions count as languages") {
  SampleSite sample("https://firm.test/");
  sample.page(
      "https://firm.test/",
      "<html lang='de'><head><link rel='alternate' hreflang='en-GB' href='/en/'>"
      "<link rel='alternate' hreflang='x-default' href='/'></head><body>Hallo</body></html>",
      Role::home);
  CHECK(find_presence(sample.site()).languages == std::vector<std::string>{"de", "en"});
}

TEST_CASE("e-mail addresses in code and of documentation do not count") {
  CHECK(presence_of("<code>root@server.de</code>").emails.empty());
  CHECK(presence_of("<p>info@example.com</p>").emails.empty());
  const auto presence = presence_of("<b>E-mail</b><i>info@firm.test</i>");
  REQUIRE(presence.emails.size() == 1);
  CHECK(presence.emails[0].address == "info@firm.test");
}

TEST_CASE("nothing is found where nobody answered") {
  SampleSite sample("https://firm.test/");
  sample.fault("https://firm.test/", Role::home, FaultKind::timeout);
  const auto presence = find_presence(sample.site());
  CHECK(presence.phones.empty());
  CHECK_FALSE(presence.contact_page.has_value());
}

}  // namespace
}  // namespace touchstone
