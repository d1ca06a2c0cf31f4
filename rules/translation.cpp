#include "rules/translation.h"

#include <memory>
#include <nlohmann/json.hpp>

#include "site/embedded.h"

namespace touchstone {

namespace {

constexpr std::string_view folder = "rules/translations/";

void take_touchpoint(TouchpointRule& rule, const std::function<void(std::string&)>& take) {
  for (auto* text : {&rule.title, &rule.experience, &rule.remedy, &rule.plain, &rule.not_fooled_by,
                     &rule.owner}) {
    take(*text);
  }
  for (auto& idea : rule.chip_ideas) take(idea);
  for (auto& component : rule.components) {
    take(component.title);
    for (auto& [verdict, sentence] : component.says) take(sentence);
    for (auto& one : component.cases) take(one.says);
    take(component.fix);
  }
  for (auto& chip : rule.chips) take(chip.title);
}

}  // namespace

void for_each_text(Rulebook& rulebook, const std::function<void(std::string&)>& take) {
  const auto take_text = [&](std::string& text) {
    if (!text.empty()) take(text);
  };
  for (auto& group : rulebook.groups) take_text(group.title);
  for (auto& rule : rulebook.touchpoints) take_touchpoint(rule, take_text);
  for (auto& composite : rulebook.composites) take_text(composite.title);
  for (auto& chain : rulebook.chains) {
    take_text(chain.title);
    for (auto& link : chain.links) take_text(link.title);
  }
  for (auto& factor : rulebook.factors) take_text(factor.title);
  for (auto& [profile, reason] : rulebook.profile_reasons) take_text(reason);
  for (auto& [position, said] : rulebook.reactions) {
    for (auto* text : {&said.remembered, &said.wow, &said.so_so, &said.sucks, &said.missing}) {
      take_text(*text);
    }
  }
}

std::vector<std::string> translation_languages() {
  std::vector<std::string> languages;
  for (const auto& file : embedded_below(folder)) {
    const auto path = file.path.substr(folder.size());
    std::string language(path.substr(0, path.find('/')));
    if (languages.empty() || languages.back() != language) languages.push_back(std::move(language));
  }
  return languages;
}

Wording wording_of(std::string_view language) {
  Wording::Words words;
  for (const auto& file : embedded_below(std::string(folder) + std::string(language) + "/")) {
    const auto texts = nlohmann::json::parse(file.bytes);
    for (const auto& [english, text] : texts.items()) words.emplace(english, text);
  }
  return Wording(std::move(words));
}

Rulebook translated(Rulebook rulebook, std::string_view language) {
  const auto wording = std::make_shared<const Wording>(wording_of(language));
  for_each_text(rulebook, [&](std::string& text) { text = (*wording)(text); });
  for (auto& rule : rulebook.touchpoints) rule.wording = wording;
  return rulebook;
}

}  // namespace touchstone
