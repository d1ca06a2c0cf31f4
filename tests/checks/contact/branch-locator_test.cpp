#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

std::string card(const std::string& address, const std::string& rest) {
  return "<div><p>" + address + "</p>" + rest + "</div>";
}

const std::string phone = "<p>Phone: 040 3456789</p>", opening = "<p>Mon - Fri 9:00 - 18:00</p>";
const std::string hamburg = "5 Main Street, 20095 Hamburg",
                  munich = "7 Ludwig Street, 80539 Munich",
                  cologne = "3 Cathedral Square, 50667 Cologne";

std::string shop(const std::string& street, const std::string& more) {
  return "<script type=\"application/ld+json\">{\"@type\": \"Bakery\", \"name\": \"Example\", "
         "\"address\": {\"@type\": \"PostalAddress\", \"streetAddress\": \"" +
         street + "\"}" + more + "}</script>";
}

// In place of the sample's own address on the contact page.
Break listed(const std::string& cards) {
  return all_of(
      {on(kContact, "<address>Example, Bergmannstr. 12, 10961 Berlin, Germany</address>", ""),
       on(kContact, "<p>Example, Bergmannstr. 12, 10961 Berlin, Germany.", "<p>Come in."),
       on(kContact, "Tuesday to Saturday 7:00 - 18:00", ""),
       on(kContact, "</main>", cards + "</main>")});
}

}  // namespace

TEST_CASE("every verdict of the branches can be reached") {
  const std::string whole = phone + opening;
  hold_contact_rows(
      "branch-locator",
      {
          {"each with phone and hours",
           listed(card(hamburg, whole) + card(munich, "<p>Phone: 089 1234567</p>" + opening)),
           "each", "wow"},
          {"one of two", listed(card(hamburg, whole) + card(munich, "")), "each", "so-so"},
          {"one of three", listed(card(hamburg, whole) + card(munich, "") + card(cologne, "")),
           "each", "sucks"},
          {"structured data",
           on_contact(
               shop("Hauptstr. 5",
                    ", \"telephone\": \"+49403456789\", \"openingHours\": \"Mo-Fr 09:00-18:00\"") +
               shop("Ludwigstr. 7", ", \"telephone\": \"+49891234567\"")),
           "each", "sucks"},

          {"one list", listed(card(hamburg, "") + card(munich, "")), "own-page", "so-so"},
          {"anchors",
           listed("<a href=\"#h\">1</a><a href=\"#m\">2</a>" + card(hamburg, "") +
                  card(munich, "")),
           "own-page", "wow"},

          {"where it is registered is no branch",
           listed(card(hamburg, whole) + "<p>Registered office:</p>" + card(munich, "")), "each",
           "not applicable"},
          {"one address", nothing, "each", "not applicable"},
      });
}
