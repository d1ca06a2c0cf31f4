// Reports speak four languages, and no sentence of the rules is missing in any.

#include "rules/translation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "rules/laws.h"
#include "site/embedded.h"
#include "tests/rules/rule_files.h"

using namespace touchstone;

namespace {

// "{a}" and "{b}" of "{b} of {a}", in order.
std::multiset<std::string> placeholders(const std::string& text) {
  std::multiset<std::string> found;
  for (auto open = text.find('{'); open != text.npos; open = text.find('{', open + 1)) {
    const auto close = text.find('}', open);
    if (close != text.npos) found.insert(text.substr(open, close - open));
  }
  return found;
}

// The texts of the starter list of scorecards.
void take_starter(std::set<std::string>& texts) {
  const auto starter = nlohmann::json::parse(embedded_file("rules/starter.json"));
  for (const auto& group : starter["groups"]) texts.insert(group["title"]);
  for (const auto& item : starter["touchpoints"]) {
    texts.insert(item["title"]);
    texts.insert(item["remedy"]);
    for (const auto& sentence : item["says"]) texts.insert(sentence);
    if (!item.contains("components")) continue;
    for (const auto& part : item["components"]) texts.insert(part["title"]);
  }
}

// Every text that a report can show, from the rules and from the starter list of scorecards.
std::set<std::string> all_texts() {
  std::set<std::string> texts;
  Rulebook rulebook = load_rulebook();
  take_starter(texts);
  const auto website = nlohmann::json::parse(embedded_file("rules/without_site.json"));
  for (const char* key : {"title", "experience", "remedy"}) texts.insert(website[key]);
  for (const auto& part : website["components"]) {
    texts.insert(part["title"]);
    texts.insert(part["fix"]);
    for (const auto& sentence : part["says"]) texts.insert(sentence);
  }
  for (const auto& rule : rulebook.touchpoints) {
    for (const auto& [fact, unit] : rule.units) {
      if (!unit.empty()) texts.insert(unit);
    }
  }
  for_each_text(rulebook, [&](std::string& text) { texts.insert(text); });
  for (const auto& law : laws()) texts.insert(law.text);
  return texts;
}

}  // namespace

TEST_CASE("the rules speak Russian, Spanish and Persian beside English") {
  CHECK(translation_languages() == std::vector<std::string>{"es", "fa", "ru"});
}

TEST_CASE("no text of the rules lacks a translation, and each keeps its facts") {
  const auto texts = all_texts();
  for (const auto& language : translation_languages()) {
    const Wording wording = wording_of(language);
    std::vector<std::string> lacking, changed;
    for (const auto& text : texts) {
      if (!wording.has(text)) {
        lacking.push_back(text);
      } else if (placeholders(wording(text)) != placeholders(text)) {
        changed.push_back(text + " -> " + wording(text));
      }
    }
    CAPTURE(language);
    CHECK(lacking == std::vector<std::string>{});
    CHECK(changed == std::vector<std::string>{});
  }
}

TEST_CASE("no translation stands for a text that nobody says any more") {
  const auto texts = all_texts();
  for (const auto& language : translation_languages()) {
    const std::string folder = "rules/translations/" + language + "/";
    for (const auto& file : embedded_below(folder)) {
      if (file.path == folder + "words.json") continue;
      const auto translations = nlohmann::json::parse(file.bytes);
      for (const auto& [english, text] : translations.items()) {
        INFO(file.path << ": " << english);
        CHECK(texts.contains(english));
      }
    }
  }
}

TEST_CASE("a translated rulebook says everything in its language and judges the same") {
  const Rulebook english = load_rulebook();
  const Rulebook russian = translated(english, "ru");
  REQUIRE(russian.touchpoints.size() == english.touchpoints.size());
  const auto& rule = *russian.find("favicon");
  CHECK(rule.title != english.find("favicon")->title);
  CHECK(rule.components[0].weight == english.find("favicon")->components[0].weight);
  CHECK(translated(english, "en").find("favicon")->title == english.find("favicon")->title);
}

TEST_CASE("there are three laws and twenty-four observations, and each rule rests on one") {
  const auto all = laws();
  CHECK(all.size() == 3 + 24);
  std::set<std::string> ids;
  for (const auto& law : all) ids.insert(law.id);
  for (const auto& rule : load_rulebook().touchpoints) {
    INFO(rule.id);
    REQUIRE_FALSE(rule.observations.empty());
    for (const int number : rule.observations) CHECK(ids.contains("O" + std::to_string(number)));
  }
}
