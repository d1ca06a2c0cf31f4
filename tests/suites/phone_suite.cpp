#include "checks/presence/dialling.h"
#include "checks/presence/phone_text.h"
#include "checks/presence/tel_link.h"
#include "suite.h"

namespace touchstone::suites {
namespace {

std::string e164_of(const std::optional<DialledNumber>& number) {
  return number ? number->e164 : "none";
}

// What stands in the text as a number, the way a contact page is read.
std::string found_in(const nlohmann::json& test) {
  PhoneText reader({test.at("region").get<std::string>()});
  const auto text = test.at("text").get<std::string>();
  for (const auto& number : reader.find(text, "", PhonePlace::contact)) {
    if (number.dialled) return number.dialled->e164;
  }
  return "none";
}

}  // namespace

Tally phone_numbers(const std::string& folder) {
  Tally tally;
  const auto suite = read_json(folder + "/libphonenumber/example_numbers.json");
  for (const auto& test : suite.at("cases")) {
    const auto wanted = test.at("e164").get<std::string>();
    const auto region = test.at("region").get<std::string>();
    const auto expect = [&](const std::string& text, const std::string& from) {
      const auto got = e164_of(dial(text, from));
      tally.expect(got == wanted,
                   region + " " + shown(text) + ": wanted " + wanted + ", got " + got);
    };
    expect(wanted, "");
    expect(test.at("international").get<std::string>(), "");
    expect(tel_target(test.at("rfc3966").get<std::string>()).value_or(""), "");
    if (region != "001") expect(test.at("national_as_dialled").get<std::string>(), region);
  }
  return tally;
}

// Texts with a number and texts that only look so. The lists were made for the library's test
// plans; a number that is not valid under the true plans cannot be asked for.
Tally phone_texts(const std::string& folder) {
  Tally tally;
  const auto lists = read_json(folder + "/python-phonenumbers/matcher_cases.json").at("lists");
  for (const auto* name : {"IMPOSSIBLE_CASES", "POSSIBLE_ONLY_CASES"}) {
    for (const auto& test : lists.at(name)) {
      const auto got = found_in(test);
      tally.expect(got == "none", test.dump() + ": wanted none, got " + got);
    }
  }
  for (const auto* name : {"VALID_CASES", "STRICT_GROUPING_CASES", "EXACT_GROUPING_CASES"}) {
    for (const auto& test : lists.at(name)) {
      if (!dial(test.at("text").get<std::string>(), test.at("region").get<std::string>())) {
        tally.skip("not valid under the true numbering plan");
        continue;
      }
      const auto got = found_in(test);
      tally.expect(got != "none", test.dump() + ": wanted a number, got none");
    }
  }
  return tally;
}

}  // namespace touchstone::suites
