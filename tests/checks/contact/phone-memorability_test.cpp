#include "checks/memorability.h"
#include "tests/checks/contact/contact_rows.h"

using namespace touchstone;

namespace {

Break number(const std::string& printed, const std::string& dialled) {
  return all_of({everywhere("030 12345678", printed),
                 everywhere("tel:+493012345678", "tel:" + dialled),
                 everywhere("+49 30 12345678", dialled)});
}

}  // namespace

TEST_CASE("what a number costs the memory is the cheapest of its splits") {
  struct Cost {
    const char* digits;
    int cost;
  };
  for (const auto& [digits, cost] : std::vector<Cost>{{"8002000600", 25},
                                                      {"8005553535", 25},
                                                      {"4951234567", 27},
                                                      {"9161234321", 37},
                                                      {"9261830000", 37},
                                                      {"47218364", 40},
                                                      {"2071838750", 47},
                                                      {"4953871946", 50},
                                                      {"3087512946381", 67},
                                                      {"", 0}}) {
    INFO(digits);
    CHECK(recall_cost(digits) == cost);
  }
}

TEST_CASE("groups hide a pattern when they cut through it") {
  CHECK_FALSE(grouping_hides_pattern({"800", "555", "35", "35"}));
  CHECK_FALSE(grouping_hides_pattern({"495", "387", "19", "46"}));
  CHECK_FALSE(grouping_hides_pattern({"800", "2000", "600"}));
  CHECK_FALSE(grouping_hides_pattern({"1", "34", "53", "09", "01"}));
  CHECK(grouping_hides_pattern({"800", "200", "06", "00"}));
  CHECK(grouping_hides_pattern({"916", "123", "43", "21"}));
}

TEST_CASE("every verdict of the number's memorability can be reached") {
  hold_contact_rows(
      "phone-memorability",
      {
          {"a sequence", nothing, "cost", "wow"},
          {"a plain number", number("030 47218364", "+493047218364"), "cost", "so-so"},
          {"no number",
           all_of({everywhere("030 12345678", ""), everywhere("tel:+493012345678", "/call"),
                   everywhere("+49 30 12345678", "")}),
           "cost", "not applicable"},
          {"no number seen, and not all seen",
           all_of({everywhere("030 12345678", ""), everywhere("tel:+493012345678", "/call"),
                   everywhere("+49 30 12345678", ""), cut_short}),
           "cost", "not assessed: budget-exhausted"},
          {"home was refused", [](SampleSite& s) { s.fetch(kHome).hops.back().status = 403; },
           "cost", "not assessed: blocked-403"},

          {"the sequence in one group", nothing, "grouping", "wow"},
          {"the sequence cut", number("030 123 45 678", "+493012345678"), "grouping", "so-so"},
          {"only a link", everywhere(">030 12345678<", ">Call us<"), "grouping", "not applicable"},
      });
}

TEST_CASE("short codes are easy to remember, and long rows are not") {
  const auto verdict = [](const std::string& printed) {
    Presence presence;
    presence.phones.push_back({std::nullopt, printed, true, "tel:" + printed, kHome, Region::header,
                               "", "/html/body/a", false, false});
    return judged("phone-memorability", SampleSite::perfect(), presence).verdict("cost");
  };
  CHECK(verdict("4242") == "wow");
  CHECK(verdict("3087512946381") == "sucks");
}

TEST_CASE("a number that spells a word is a chip") {
  const auto found =
      judged_after("phone-memorability", on_home("<a href=\"tel:+18003569377\">1-800-FLOWERS</a>"));
  CHECK(found.touchpoint.chips == std::vector<std::string>{"vanity"});
  CHECK(judged_after("phone-memorability", nothing).touchpoint.chips.empty());
}
