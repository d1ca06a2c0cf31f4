#include "checks/people.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

std::string card(const std::string& inside) {
  return "<section><div class=card>" + inside + "</div></section>";
}

const std::string anna = "<h3>Anna Huber</h3><p>Sales manager</p>";

}  // namespace

TEST_CASE("names are known by their look") {
  for (const std::string name : {"Anna Huber", "Dr. Ahmed Ali", "Иванов Иван Иванович",
                                 "Jean-Pierre Dupont", "Ludwig van Beethoven", "آقای محمد رضایی"}) {
    INFO(name);
    CHECK(looks_like_name(name));
  }
  for (const std::string other : {"Opening hours", "Contact", "Sales manager", "Anna",
                                  "Our Bread Is Good Today", "10961 Berlin", ""}) {
    INFO(other);
    CHECK_FALSE(looks_like_name(other));
  }
}

TEST_CASE("every verdict of the people can be reached") {
  hold_contact_rows(
      "contact-people",
      {
          {"a name with a job", on_contact(card(anna)), "named", "wow"},
          {"a job alone", on_contact(card("<p>Sales manager</p><p>030 12345690</p>")), "named",
           "so-so"},
          {"structured data",
           on_contact("<script type=\"application/ld+json\">{\"@type\": \"Person\", \"name\": "
                      "\"Anna Huber\", \"jobTitle\": \"Baker\"}</script>"),
           "named", "wow"},

          {"the job behind the name", on_contact(card("<p>Anna Huber, Sales manager</p>")), "named",
           "wow"},
          {"the job before the name", on_contact(card("<p>Director: Anna Huber</p>")), "named",
           "wow"},
          {"a lawyer", on_contact(card("<p>Julia Nowak adwokat</p>")), "named", "wow"},
          {"the sign of a person", on_contact(card("<p>👤 Anna Huber</p><p>030 12345690</p>")),
           "named", "wow"},
          {"a heading above a duty",
           on_contact(card("<h2>Política de Privacidad</h2><h3>1. Responsable del "
                           "tratamiento</h3>")),
           "named", "not applicable"},
          {"a heading above a boast",
           on_contact(card("<h3>Uzman Kadro</h3><p>Alanında uzman ekip "
                           "arkadaşlarımız</p>")),
           "named", "not applicable"},
          {"a heading above a line of trade",
           on_contact(card("<h3>Road Building</h3><p>Residential and Commercial Construction</p>")),
           "named", "not applicable"},
          {"a heading above a promise",
           on_contact(card("<h3>Fast Facts</h3><p>✔Customs support</p><h3>Send Now</h3><p>Reach "
                           "us for planning and customer support.</p>")),
           "named", "not applicable"},
          {"the story of the house",
           on_contact(card("<h2>About Us</h2><p>A Legacy of Commercial & "
                           "Industrial Firsts</p>")),
           "named", "not applicable"},
          {"a job with capitals alone",
           on_contact(card("<h3>Consultora Clínica</h3><p>Technical Manager</p>")), "named",
           "so-so"},

          {"a line of her own", on_contact(card(anna + "<p>anna@example.com</p>")), "direct",
           "wow"},
          {"no line of her own",
           on_contact(card(anna + "<p>Come and see.</p><p>1</p><p>2</p><p>3</p><p>4</p>")),
           "direct", "so-so"},
          {"the line of another",
           on_contact(
               card(anna + "<p>She bakes</p><h3>Jana Meier</h3><p>anybody</p><p>030 12345690</p>")),
           "direct", "so-so"},

          {"a face", on_contact(card("<img src=/anna.jpg alt=Anna>" + anna)), "photo", "wow"},
          {"no face", on_contact(card(anna)), "photo", "so-so"},

          {"nobody", nothing, "named", "not applicable"},
          {"a name in a review", on_home(card("<p>Great bread!</p><h3>Anna Huber</h3>")), "named",
           "not applicable"},
          {"nobody seen, and not all seen", cut_short, "named", "not assessed: budget-exhausted"},
      });
}
