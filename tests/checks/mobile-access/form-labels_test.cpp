#include <catch2/catch.hpp>

#include "tests/checks/judged.h"

using namespace touchstone;

namespace {

const std::string home = "https://example.com/", contact = home + "contact/";
const std::string name = "<label for=\"name\">Your name</label>",
                  mail = "<label for=\"mail\">Your e-mail</label>",
                  text = "<label for=\"text\">Your message</label>";

auto swapped(std::string from, std::string to) {
  return [from, to](SampleSite& sample) { swap_text(sample.fetch(contact).body, from, to); };
}

// The form's inside in place of the perfect one's.
auto form(std::string inside, std::string attributes = "") {
  return [inside, attributes](SampleSite& sample) {
    std::string& body = sample.fetch(contact).body;
    const auto begin = body.find("<form"), end = body.find("</form>");
    body.replace(begin, end - begin, "<form " + attributes + ">" + inside);
  };
}

void without_labels(SampleSite& sample) {
  for (const std::string& label : {name, mail, text}) {
    swap_text(sample.fetch(contact).body, label, "");
  }
}

void nothing(SampleSite&) {}

const std::string mail_field = "<input id=\"mail\" name=\"email\" type=\"email\">",
                  name_field = "autocomplete=\"name\"";

}  // namespace

TEST_CASE("every verdict of the fields can be reached") {
  hold_rows(
      "form-labels",
      {
          {"labels", nothing, "named", "wow"},
          {"one without a label", swapped(mail, ""), "named", "so-so"},
          {"none", without_labels, "named", "sucks"},
          {"names in placeholders alone", form("<input name=email placeholder=Mail>"), "named",
           "so-so"},
          {"an aria-label", form("<input name=email aria-label=Mail>"), "named", "wow"},
          {"a label round it", form("<label>Mail <input name=email></label>"), "named", "wow"},
          {"a search box with a named button",
           form("<input type=search name=q><button>Search</button>"), "named", "wow"},
          {"a search box with a mere icon",
           form("<input type=search name=q><button><svg></svg></button>"), "named", "sucks"},
          {"a trap by its class",
           form("<label>Mail <input name=email></label><p class=hp-field><input name=url></p>"),
           "named", "wow"},
          {"a trap by its style",
           form("<label>Mail <input name=email></label>"
                "<div style='position:absolute;left:-9999px'><input name=url></div>"),
           "named", "wow"},
          {"a trap by its name",
           form("<label>Mail <input name=email></label><input type=checkbox name=botcheck>"),
           "named", "wow"},
          {"a trap by hidden",
           form("<label>Mail <input name=email></label><input hidden name=url>"), "named", "wow"},
          {"the same form on another page",
           [](SampleSite& sample) {
             std::string& body = sample.fetch(contact).body;
             const auto begin = body.find("<form"), end = body.find("</form>") + 7;
             const std::string bare = "<form action=/n><input name=a><input name=b></form>";
             swap_text(sample.fetch(home).body, "</main>", bare + "</main>");
             body.insert(end, bare);
             body.insert(begin, "<form action=/s><label>x<input name=c></label></form>");
           },
           "named", "so-so"},
          {"no form", form("<p>none</p>"), "named", "not applicable"},

          {"one of two kinds", nothing, "autocomplete", "so-so"},
          {"two kinds", swapped(mail_field, "<input name=email autocomplete='work email'>"),
           "autocomplete", "wow"},
          {"forbidden", swapped(mail_field, "<input name=email autocomplete=off>"), "autocomplete",
           "sucks"},
          {"forbidden for the form", form("<input name=email type=email>", "autocomplete=off"),
           "autocomplete", "sucks"},
          {"allowed in a form that forbids",
           form("<input name=email type=email autocomplete=email>", "autocomplete=off"),
           "autocomplete", "wow"},
          {"a wrong token", form("<input name=email autocomplete=tel>"), "autocomplete", "so-so"},
          {"only the phone, known", form("<input name=phone autocomplete=tel-national>"),
           "autocomplete", "wow"},
          {"nothing personal", form("<input name=colour>"), "autocomplete", "not applicable"},

          {"of type email", nothing, "types", "wow"},
          {"an address as text", swapped(mail_field, "<input name=email>"), "types", "so-so"},
          {"a phone as text", form("<input name=phone type=text>"), "types", "so-so"},
          {"a phone with its keyboard", form("<input name=phone inputmode=tel>"), "types", "wow"},
          {"neither is asked", form("<input name=colour>"), "types", "not applicable"},
      });
}

TEST_CASE("a shell that a script fills may still have forms") {
  SampleSite sample("https://example.com/");
  sample.page(home,
              "<html><head><script src='/app.js'></script></head><body><div id='root'></div>"
              "</body></html>",
              Role::home);
  for (const char* component : {"named", "autocomplete", "types"}) {
    CHECK(judged("form-labels", sample).verdict(component) == "not assessed: js-rendered");
  }
}
