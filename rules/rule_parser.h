#pragma once

// From the JSON of rule files (rules/README.md) to rules. Every function throws RuleError at the
// member that is wrong.

#include <map>
#include <string>
#include <vector>

#include "rules/rule_reader.h"
#include "rules/rulebook.h"

namespace touchstone {

// The facts that a touchpoint's rules may name: its check's and its looks', with their units.
using KnownFacts = std::map<std::string, std::string, std::less<>>;

// `check` is null for a touchpoint made of looks alone.
TouchpointRule parse_touchpoint(const RuleNode& node, const Check* check);
Component parse_component(const RuleNode& node, const KnownFacts& facts);
Look parse_look(const RuleNode& node);
GroupRule parse_group(const RuleNode& node);
CompositeRule parse_composite(const RuleNode& node);
ChainRule parse_chain(const RuleNode& node);
FactorRule parse_factor(const RuleNode& node);

// The members of a touchpoint that say what it is to a customer and to the company.
void parse_meta(RuleReader& reader, TouchpointRule& rule);

// A member that says what the absence of a touchpoint means: "required", "optional" ...
Absence parse_absence_word(const RuleNode& node);
const std::vector<std::string>& profile_names();
const std::vector<std::string>& period_names();
const std::vector<std::string>& stage_names();

// {"maximum_scale": "< 200", "user_scalable": true}
std::vector<Condition> parse_conditions(const RuleNode& when, const KnownFacts& facts);

// The sentence's {fact} placeholders name known facts.
void check_sentence(const RuleNode& sentence, const KnownFacts& facts);

// Throws at `node` unless the fact is known.
void need_fact(const RuleNode& node, std::string_view fact, const KnownFacts& facts);

}  // namespace touchstone
