#include <catch2/catch.hpp>

#include "tests/checks/contact/contact_facts.h"

namespace touchstone {
namespace checks {
extern const Check phone_number;
}
namespace {

using checks::phone_number;

TEST_CASE("the number of the sample is at hand, linked and the same everywhere") {
  auto facts = facts_of(SampleSite::perfect(), phone_number);
  CHECK(facts["present"] == "true");
  CHECK(facts["reach"] == "home");
  CHECK(facts["wrong_links"] == "0");
  CHECK(facts["unlinked"] == "0");
  CHECK(facts["national_links"] == "0");
  CHECK(facts["contradictions"] == "0");
  CHECK(facts["toll_free"] == "false");
}

TEST_CASE("one thing broken in the number is one fact changed") {
  struct Row {
    std::string old, text, fact, value;
  };
  const std::vector<Row> rows{
      {"tel:+493012345678", "tel:+493012345600", "wrong_links", "1"},
      {"tel:+493012345678", "tel:03012345678", "national_links", "1"},
      {"tel:+493012345678", "/call", "unlinked", "1"},
      {"tel:+493012345678", "tel:+03012345678", "wrong_links", "1"},
      {"tel:+493012345678", "tel:+03012345678", "national_links", "1"},
      {"030 12345678", "030 1234 5678", "blocks", "0"},
      {"\"telephone\": \"+49 30 12345678\"", "\"telephone\": \"+49 30 12345600\"", "contradictions",
       "1"},
      {"030 12345678", "0800 4499330", "toll_free", "true"},
  };
  for (const auto& row : rows) {
    auto sample = SampleSite::perfect();
    replace_everywhere(sample, row.old, row.text);
    INFO(row.text);
    CHECK(facts_of(sample, phone_number)[row.fact] == row.value);
  }
}

TEST_CASE("a number in the header is at hand where the customer begins") {
  const std::string home = "https://example.com/", shop = home + "shop/";
  const std::string header =
      "<html lang='de'><title>Brot</title><body><header><p>Telefon: "
      "030 12345678</p></header><main><h1>Brot</h1></main>";
  auto sample = SampleSite::perfect();
  for (const std::string text : {"030 12345678", "tel:+493012345678"}) {
    std::string& body = sample.fetch(home).body;
    for (std::size_t at; (at = body.find(text)) != std::string::npos;) body.erase(at, text.size());
  }
  sample.page(shop, header);
  CHECK(facts_of(sample, phone_number)["reach"] == "contact");
}

TEST_CASE("no number is absent only when all was seen") {
  auto sample = SampleSite::perfect();
  replace_everywhere(sample, "030 12345678", "");
  replace_everywhere(sample, "tel:+493012345678", "/call");
  replace_everywhere(sample, "\"telephone\": \"+49 30 12345678\",", "");
  CHECK(facts_of(sample, phone_number)["present"] == "false");
  sample.recording().complete = false;
  CHECK(facts_of(sample, phone_number)["present"] == "unknown: budget-exhausted");
}

TEST_CASE("the number is judged by reach, link, form and unity") {
  const std::string id = "phone-number";
  for (const auto* component : {"reachable", "tel-link", "international", "consistent"}) {
    INFO(component);
    CHECK(verdict_of(SampleSite::perfect(), id, component) == "wow");
  }
  struct Change {
    std::string old, text, component, verdict;
  };
  for (const auto& change :
       std::vector<Change>{{"tel:+493012345678", "tel:+493012345600", "tel-link", "sucks"},
                           {"tel:+493012345678", "/call", "tel-link", "so-so"},
                           {"tel:+493012345678", "tel:03012345678", "international", "so-so"},
                           {"030 12345678", "030 1234 5678", "grouped", "wow"}}) {
    auto sample = SampleSite::perfect();
    replace_everywhere(sample, change.old, change.text);
    INFO(change.text);
    CHECK(verdict_of(sample, id, change.component) == change.verdict);
  }
}

}  // namespace
}  // namespace touchstone
