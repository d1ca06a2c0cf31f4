#pragma once

// Rule files laid over each other: the same id replaces the members that are given, component by
// component and chip by chip; "off": true removes; null takes one member away; new ids add.

#include <string>
#include <vector>

#include "rules/rule_tree.h"

namespace touchstone {

struct RuleTrees {
  std::string dated;  // the date part of the version
  std::vector<RuleNode> groups, touchpoints, composites, chains, factors;
  RuleNode reactions, profile_reasons;  // objects; null: none was given

  // One file: a touchpoint, or an object with any of "groups", "touchpoints", "composites",
  // "chains", "factors", "reactions",
  // "profile_reasons". Throws RuleError.
  void lay_over(const RuleNode& file);
};

}  // namespace touchstone
