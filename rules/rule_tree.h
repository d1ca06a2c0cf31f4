#pragma once

// A rule file as read: JSON values that know the file and the JSON pointer (RFC 6901) where they
// stand, so that what is wrong after files were laid over each other is told at the right place.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rulebook.h"

namespace touchstone {

struct RuleOrigin {
  std::string name;       // of the file
  bool built_in = false;  // of the program, not of a user
};

struct RuleNode {
  enum class Kind { null, truth, number, fraction, text, list, object } kind = Kind::null;
  bool truth = false;
  std::int64_t number = 0;
  std::string text;
  std::vector<RuleNode> items;    // of a list or an object, in the order written
  std::vector<std::string> keys;  // of an object, parallel to items
  std::shared_ptr<const RuleOrigin> origin;
  std::string pointer;

  const RuleNode* find(std::string_view key) const;  // null: not there
  RuleNode* find(std::string_view key);
  void set(const std::string& key, RuleNode value);  // replaces or adds
  void erase(std::string_view key);

  // Throws RuleError: file, pointer, what.
  [[noreturn]] void fail(const std::string& what) const;
};

std::string_view to_string(RuleNode::Kind kind);  // "a text", "a list", as messages say it

// Throws RuleError with line and column for what is no JSON, for a key written twice and for what
// is nested deeper than any rule.
RuleNode parse_rule_file(const RuleFile& file, bool built_in);

}  // namespace touchstone
