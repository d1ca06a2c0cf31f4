#pragma once

// Reads the members of one object of a rule file. Whatever nobody asked for is an unknown key.
//
//   RuleReader reader(node);
//   rule.title = reader.needed_text("title");
//   rule.importance = reader.number("importance", 5, 1, 10);
//   reader.done();

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/nearest.h"
#include "rules/rule_tree.h"

namespace touchstone {

class RuleReader {
 public:
  explicit RuleReader(const RuleNode& object);  // throws when it is no object

  const RuleNode& node() const { return object_; }

  // Null when the member is not there, or is null.
  const RuleNode* member(std::string_view key);
  const RuleNode* object(std::string_view key);
  const RuleNode* list(std::string_view key);

  std::string text(std::string_view key, std::string_view otherwise = "");
  std::string needed_text(std::string_view key);
  std::string id();  // the member "id", in lower-case letters, digits, "-" and "_"
  int number(std::string_view key, int otherwise, int least, int most);
  bool truth(std::string_view key, bool otherwise);
  // A number with at most one decimal in tenths: 3.9 -> 39. `least` and `most` in tenths too.
  std::optional<int> tenths(std::string_view key, int least, int most);
  static int tenths_of(const RuleNode& node, int least, int most);
  std::vector<std::string> texts(std::string_view key);
  // One of a few words, which stays a word.
  std::string word(std::string_view key, std::string_view otherwise,
                   const std::vector<std::string>& words);

  template <typename Choice>
  using Choices = std::vector<std::pair<std::string, Choice>>;
  template <typename Choice>
  Choice choice(std::string_view key, Choice otherwise, const Choices<Choice>& choices) {
    const RuleNode* found = member(key);
    return found ? choose(*found, choices) : otherwise;
  }
  template <typename Choice>
  static Choice choose(const RuleNode& node, const Choices<Choice>& choices) {
    want(node, RuleNode::Kind::text);
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
      if (name == node.text) return value;
      names.push_back(name);
    }
    node.fail("unknown word \"" + node.text + "\"" + did_you_mean(node.text, names));
  }

  void done() const;  // throws for a member that was not asked for

  static void want(const RuleNode& node, RuleNode::Kind kind);  // throws when it is another

 private:
  const RuleNode* member_of(std::string_view key, RuleNode::Kind kind);

  const RuleNode& object_;
  std::vector<std::string> asked_;
};

// The elements of a list, each a text.
std::vector<std::string> texts_of(const RuleNode& list);

}  // namespace touchstone
