#include "reports/retold_audit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/rulebook.h"
#include "rules/translation.h"

namespace touchstone {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

// A sentence as literals with the names of values between them.
struct Pieces {
  std::vector<std::string_view> literals, names;  // one literal more than names
};

Pieces pieces_of(std::string_view sentence) {
  Pieces pieces;
  while (true) {
    const auto open = sentence.find('{');
    const auto close = open == sentence.npos ? open : sentence.find('}', open);
    if (close == sentence.npos) break;
    pieces.literals.push_back(sentence.substr(0, open));
    pieces.names.push_back(sentence.substr(open + 1, close - open - 1));
    sentence.remove_prefix(close + 1);
  }
  pieces.literals.push_back(sentence);
  return pieces;
}

// What stands in the places of the names; absent: the text was not made from that sentence.
std::optional<Values> values_in(std::string_view text, const std::string& sentence) {
  const Pieces pieces = pieces_of(sentence);
  if (!text.starts_with(pieces.literals.front())) return std::nullopt;
  text.remove_prefix(pieces.literals.front().size());
  Values values;
  for (std::size_t i = 0; i < pieces.names.size(); ++i) {
    const auto next = pieces.literals[i + 1];
    const bool last = i + 1 == pieces.names.size();
    if (last && !text.ends_with(next)) return std::nullopt;
    const auto end = last ? text.size() - next.size() : text.find(next);
    if (end == text.npos) return std::nullopt;
    values.emplace(pieces.names[i], text.substr(0, end));
    text.remove_prefix(end + next.size());
  }
  return text.empty() ? std::optional(values) : std::nullopt;
}

// "1,234 ms" in the digits and units of the language; other words by its wording.
std::string told_value(std::string_view value, const Wording& wording) {
  const auto end = value.find_first_not_of("0123456789,");
  std::string digits(value.substr(0, end));
  std::erase(digits, ',');
  constexpr std::size_t most_digits = 15;
  if (digits.empty() || digits.size() > most_digits) return wording(value);
  const std::string number = wording.number(std::stoll(digits));
  if (end == value.npos) return number;
  const bool has_unit = value[end] == ' ';
  return has_unit ? number + " " + wording(value.substr(end + 1)) : std::string(value);
}

std::string filled(const std::string& sentence, const Values& values, const Wording& wording) {
  const Pieces pieces = pieces_of(sentence);
  std::string text(pieces.literals.front());
  for (std::size_t i = 0; i < pieces.names.size(); ++i) {
    const auto known = values.find(pieces.names[i]);
    std::string value = known == values.end() ? "" : told_value(known->second, wording);
    // The sentence may say the unit itself.
    const auto next = pieces.literals[i + 1];
    const auto unit = value.find(' ');
    if (unit != std::string::npos && next.starts_with(value.substr(unit))) value.erase(unit);
    text.append(value).append(next);
  }
  return text;
}

std::vector<std::string> texts_of(Rulebook rulebook) {
  std::vector<std::string> texts;
  for_each_text(rulebook, [&](std::string& text) { texts.push_back(text); });
  return texts;
}

Rulebook only(const TouchpointRule& rule) {
  Rulebook book;
  book.touchpoints.push_back(rule);
  return book;
}

class Retelling {
 public:
  Retelling(Rulebook from, Rulebook to) : from_(std::move(from)), to_(std::move(to)) {
    const auto said = texts_of(from_), told = texts_of(to_);
    for (std::size_t i = 0; i < said.size(); ++i) whole_.emplace(said[i], told[i]);
  }

  void tell(std::string& text) const {
    if (const auto found = whole_.find(text); found != whole_.end()) text = found->second;
  }

  // A text of that touchpoint, which may hold values.
  void tell(std::string& text, const std::string& touchpoint) const {
    const std::string before = text;
    tell(text);
    if (text != before || text.empty()) return;
    const TouchpointRule *said = from_.find(touchpoint), *told = to_.find(touchpoint);
    if (!said || !told) return;
    const auto sentences = texts_of(only(*said)), translations = texts_of(only(*told));
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (sentences[i].find('{') == std::string::npos) continue;
      if (const auto values = values_in(text, sentences[i])) {
        text = filled(translations[i], *values, *told->wording);
        return;
      }
    }
  }

  void tell(ToldTouchpoint& touchpoint) const {
    tell(touchpoint.title);
    tell(touchpoint.experience);
    for (auto& one : touchpoint.chips) tell(one);
    for (auto& one : touchpoint.chip_ideas) tell(one);
    for (auto& component : touchpoint.components) {
      tell(component.title);
      tell(component.says, touchpoint.id);
      tell(component.fix, touchpoint.id);
      tell_threshold(component, touchpoint.id);
    }
  }

 private:
  void tell_threshold(ToldComponent& component, const std::string& touchpoint) const {
    const TouchpointRule* rule = to_.find(touchpoint);
    if (!rule || component.threshold.empty()) return;
    for (const Component& one : rule->components) {
      if (component.id != touchpoint + "." + one.id) continue;
      component.threshold = one.criterion(Verdict::wow, nullptr, *rule->wording);
    }
  }

  Rulebook from_, to_;
  std::map<std::string, std::string, std::less<>> whole_;
};

int titles_shared(const ToldAudit& audit, const Rulebook& rulebook) {
  return static_cast<int>(
      std::count_if(rulebook.groups.begin(), rulebook.groups.end(), [&](const GroupRule& group) {
        const std::pair<std::string, std::string> titled{group.id, group.title};
        return std::find(audit.groups.begin(), audit.groups.end(), titled) != audit.groups.end();
      }));
}

}  // namespace

ToldAudit retold(ToldAudit audit, std::string_view language) {
  const Rulebook english = load_rulebook();
  std::string written = "en";
  int shared = titles_shared(audit, english);
  for (const auto& one : translation_languages()) {
    const int titles = titles_shared(audit, translated(english, one));
    if (titles > shared) written = one;
    shared = std::max(shared, titles);
  }
  if (written == language) return audit;
  const Retelling retelling(translated(english, written), translated(english, language));
  for (auto& [id, title] : audit.groups) retelling.tell(title);
  for (auto& [id, title] : audit.composites) retelling.tell(title);
  for (auto& touchpoint : audit.touchpoints) retelling.tell(touchpoint);
  for (auto& chain : audit.chains) retelling.tell(chain.title);
  for (auto* list : {&audit.plan, &audit.later}) {
    for (auto& item : *list) {
      retelling.tell(item.what, item.touchpoint);
      retelling.tell(item.who);
    }
  }
  return audit;
}

}  // namespace touchstone
