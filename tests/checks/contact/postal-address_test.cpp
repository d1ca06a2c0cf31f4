#include "checks/address_parts.h"
#include "tests/checks/contact/contact_rows.h"

namespace touchstone::checks {
extern const Check postal_address;
}

using namespace touchstone;

namespace {

const std::string footer = "<address>Example, Bergmannstr. 12, 10961 Berlin, Germany</address>";
const std::string paragraph = "<p>Example, Bergmannstr. 12, 10961 Berlin, Germany.";

const Break no_footer = everywhere(footer, "");
const Break no_data = on(kHome, "\"@type\": \"PostalAddress\"", "\"@type\": \"Thing\"");
const Break no_paragraph = on(kContact, paragraph, "<p>Come in.");

std::string parts_of(const std::string& text) {
  const AddressParts parts = address_parts(text);
  return std::string(parts.street ? "street " : "") + (parts.city ? "city " : "") +
         (parts.postcode ? "postcode" : "");
}

}  // namespace

TEST_CASE("the parts of an address are told apart") {
  const std::string all = "street city postcode";
  for (const std::string text :
       {"Bergmannstr. 12, 10961 Berlin", "12 Main Street, Springfield, IL 62701",
        "10 Downing Street, London SW1A 2AA", "101000, г. Москва, ул. Мясницкая, д. 5",
        "Calle Mayor 5, 28013 Madrid", "ul. Prosta 51, 00-838 Warszawa",
        "Keizersgracht 10, 1015 CN Amsterdam", "〒150-0001 東京都渋谷区神宮前1-2-3",
        "5 Rue de la Paix, 75002 Paris", "Via Roma 1, 20121 Milano (MI)",
        "Rua Augusta, 100 - São Paulo, SP, 01305-000",
        "تهران، خیابان آزادی، پلاک ۱۲، کد پستی ۱۴۵۸۸۸۹۳۴۷"}) {
    INFO(text);
    CHECK(parts_of(text) == all);
  }
  CHECK(parts_of("Bergmannstr. 12, Berlin") == "street city ");
  CHECK(parts_of("10961 Berlin") == "city postcode");
}

TEST_CASE("spellings of one place are one place") {
  const std::vector<PostalAddress> places =
      distinct_places({{"Bergmannstr. 12, 10961 Berlin", kHome},
                       {"Bergmannstrasse 12\n10961 Berlin, Germany", kContact},
                       {"Bergmannstr. 12", kHome},
                       {"Hauptstr. 5, 20095 Hamburg", kContact},
                       {"Lindenweg 12", kContact}});
  REQUIRE(places.size() == 3);
  CHECK(places[0].url == kHome);
}

TEST_CASE("every verdict of the address can be reached") {
  hold_contact_rows(
      "postal-address",
      {
          {"a full one", nothing, "complete", "wow"},
          {"without a postcode",
           all_of({no_data, everywhere(footer, "<address>Bergmannstr. 12, Berlin</address>"),
                   no_paragraph}),
           "complete", "so-so"},
          {"over two lines",
           all_of({no_data, no_paragraph,
                   everywhere(footer, "<p>12 Main Street<br>10961 Berlin-Kreuzberg</p>")}),
           "complete", "wow"},
          {"with a line for the flat",
           all_of({no_data, no_paragraph,
                   everywhere(footer, "<p>12 Main Street<br>Second floor<br>10961 Berlin</p>")}),
           "complete", "wow"},
          {"the postcode above",
           all_of({no_data, no_paragraph,
                   everywhere(footer, "<p>〒150-0043<br>東京都渋谷区道玄坂1-10-8 ビル2F</p>")}),
           "complete", "wow"},
          {"a number below that is no postcode",
           all_of({no_data, no_paragraph,
                   everywhere(footer, "<p>12 Main Street<br>Tel. 12345 Berlin</p>")}),
           "complete", "so-so"},
          {"a city alone",
           all_of({no_footer, no_paragraph,
                   on(kHome, "\"streetAddress\": \"Bergmannstr. 12\", \"postalCode\": \"10961\",",
                      "")}),
           "complete", "sucks"},

          {"the same everywhere", nothing, "consistent", "wow"},
          {"in one place", all_of({no_data, no_paragraph, on(kContact, footer, "")}), "consistent",
           "so-so"},
          {"in the legal notice as well",
           all_of({no_data, no_paragraph, on(kContact, footer, ""),
                   [](SampleSite& sample) {
                     sample.page(kHome + "legal/",
                                 "<html lang=de><title>Impressum</title><p>Example, Bergmannstr. "
                                 "12, 10961 Berlin</p>");
                   }}),
           "consistent", "wow"},
          {"an authority in the notice",
           all_of({no_data, no_paragraph, on(kContact, footer, ""),
                   [](SampleSite& sample) {
                     sample.page(kHome + "legal/",
                                 "<html lang=de><title>Impressum</title><p>Aufsicht: Amtsstr. 7, "
                                 "20095 Hamburg</p>");
                   }}),
           "consistent", "so-so"},
          {"another one on the contact page",
           all_of({on(kContact, footer, ""),
                   on(kContact, paragraph, "<p>Example, Hauptstr. 5, 20095 Hamburg, Germany.")}),
           "consistent", "sucks"},
          {"hours beside it",
           all_of({no_data, on(kContact, footer, ""),
                   on(kContact, paragraph,
                      "<p>Example, Bergmannstr. 12, 10961 Berlin, 9:00 to 18:00.")}),
           "consistent", "wow"},
          {"branches", on_contact("<p>Hauptstr. 5, 20095 Hamburg</p>"), "consistent", "wow"},

          {"in the footer", nothing, "placed", "wow"},
          {"not in the footer", no_footer, "placed", "so-so"},

          {"none", all_of({no_footer, no_paragraph, no_data}), "complete", "not applicable"},
          {"none seen, and not all seen", all_of({no_footer, no_paragraph, no_data, cut_short}),
           "complete", "not assessed: budget-exhausted"},
      });
}

TEST_CASE("the one part that an address lacks is named") {
  auto sample = SampleSite::perfect();
  for (const Break& change :
       {no_data, no_paragraph, everywhere(footer, "<address>Bergmannstr. 12, Berlin</address>")}) {
    change(sample);
  }
  const Site site = sample.site();
  const auto facts = checks::postal_address.measure(site, find_presence(site));
  CHECK(to_string(facts.find("lacking")->value) == "postcode");
}

TEST_CASE("street and city are enough where postcodes do not exist") {
  const auto found =
      judged_after("postal-address",
                   all_of({no_paragraph, on(kHome, "\"postalCode\": \"10961\",", ""),
                           on(kHome, "\"addressCountry\": \"DE\"", "\"addressCountry\": \"AE\""),
                           everywhere(footer, "<address>Al Wasl Road 12, Dubai</address>"),
                           everywhere("030 12345678", ""), everywhere("tel:+493012345678", "/call"),
                           everywhere("+49 30 12345678", "")}));
  CHECK(found.verdict("complete") == "wow");
}
