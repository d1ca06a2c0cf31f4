#pragma once

// What a customer would say of a touchpoint, in one line, before anybody explains why.

#include <map>
#include <string>

#include "rules/audit.h"
#include "rules/rule_tree.h"

namespace touchstone {

// {"find": {"wow": "Here they are.", ...}, ...}, by position or by group; none for null. Throws
// RuleError.
std::map<std::string, Reaction, std::less<>> parse_reactions(const RuleNode& node);

// By the touchpoint's group where that has its own, else by its first position, and by its verdict;
// empty for what nobody judged.
std::string reaction_to(const Touchpoint& touchpoint, const Rulebook& rulebook);

}  // namespace touchstone
