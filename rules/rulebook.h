#pragma once

// What a fact is worth: the rulebook, read from JSON (one file per touchpoint, rules/README.md says
// the format). A value; built once, then read from any thread.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "checks/check.h"
#include "rules/wording.h"

namespace touchstone {

enum class Verdict { wow, so_so, sucks };
std::string_view to_string(Verdict verdict);  // "wow", "so-so", "sucks"

using Units = std::map<std::string, std::string, std::less<>>;  // by the fact's name

enum class Severity { critical, major, minor };
enum class Confidence { measured, heuristic, estimate };     // h, m, l
enum class Absence { required, expected, optional, never };  // never: "n/a"

// A condition on one fact. In JSON: "< 16", "<= 40", "> 3", ">= 2", "16..47" (both included),
// true/false, "absent", a text, or a list of texts (any of them).
struct Condition {
  std::string fact;
  enum class Op {
    less,
    at_most,
    more,
    at_least,
    between,
    equals,
    one_of,
    is_absent
  } op = Op::equals;
  std::int64_t number = 0, upper = 0;  // upper: for between
  Value value = false;                 // for equals
  std::vector<std::string> texts;      // for one_of
};

// First case whose every condition holds gives the verdict.
struct Case {
  Verdict verdict = Verdict::so_so;
  bool not_applicable = false;  // "verdict": "not-applicable"
  std::vector<Condition> when;  // empty: otherwise
  std::string says;             // the sentence, overrides the component's for this verdict
};

struct Graded {
  std::string fact;
  std::int64_t best = 0, good = 0, poor = 0, worst = 0;  // lower is better iff best < worst
};

// A look: a fact read by data instead of code, for users' rules.
struct Look {
  enum class Where { home, contact, missing, all, robots } where = Where::home;
  enum class Of { xpath, header, body } of = Of::xpath;
  std::string expression;  // XPath or header name
  std::string pattern;     // RE2, optional
  enum class Take { exists, count, text, length, number } take = Take::exists;
};

struct Component {
  std::string id;  // "size"; reports print "favicon.size"
  std::string title;
  int weight = 1;
  Severity severity = Severity::minor;
  Confidence confidence = Confidence::measured;
  std::string fact;              // the one whose value is shown
  std::string unit;              // of that fact, from the check unless written
  std::optional<Graded> graded;  // either graded
  std::vector<Case> cases;       // or cases (a graded one may have cases before it: they win)
  std::map<Verdict, std::string> says;  // one sentence for every verdict that it can reach
  std::string fix;                      // what to do when it is not wow
  std::optional<Look> look;
  bool manual = false;  // only a person can see it; `says` are its criteria in words

  bool can_reach(Verdict verdict) const;
  // The criterion from the numbers: ">= 48 px, or vector"; facts other than the shown one by name.
  std::string criterion(Verdict verdict, const Check* check, const Wording& wording = {}) const;
  // The same for people: the sentences of the verdict with its numbers in the places of values,
  // "The largest icon has ≥ 48 px, enough for search results.", one for each case of its own.
  std::vector<std::string> told_criterion(Verdict verdict, const Units& units,
                                          const Wording& wording = {}) const;
};

struct ChipRule {
  std::string id, title;
  std::vector<Condition> when;
};

struct TouchpointRule {
  std::string id, group, title;
  int importance = 5;
  std::string period;  // "daily", "weekly", "monthly", "quarterly", "yearly"
  std::vector<std::string> positions;
  Absence absence = Absence::never;
  std::map<std::string, Absence> absence_by_profile;
  std::string kind;  // "situation", "place", "interface"
  std::string term, frequency, stage, control, effort, owner;
  std::vector<int> observations;
  std::string experience, authority, remedy, not_fooled_by;
  std::string plain;  // what to do, for a first page; empty: the remedy needs no plainer words
  std::vector<std::string> chip_ideas;  // what would make people remember it
  bool universal = false;               // nearly every company has it
  bool hygiene = false;                 // always `wow (standard)`
  bool live = false;                    // people, not things
  bool offline = false;                 // from a scorecard; no crawler sees it
  bool sales = false;                   // decides directly whether somebody buys or asks
  bool lexical = false;                 // judged by the address alone: a parked site keeps it
  std::vector<std::string> needs;       // touchpoints whose remedy comes first in a plan
  Units units;                          // of its check's and looks' facts
  std::vector<Condition> missing;       // when all hold, the touchpoint itself is missing; or never
  std::vector<Component> components;
  std::vector<ChipRule> chips;
  std::string source;  // the file that it came from
  std::shared_ptr<const Wording> wording = std::make_shared<const Wording>();  // never null
};

struct GroupRule {
  std::string id, title;
  std::string period;              // of its touchpoints that name none
  std::vector<std::string> order;  // its touchpoints in the customer's order; others follow
};

struct CompositeRule {
  std::string id, title;
  std::vector<std::string> members;
  int importance = 0;
};

struct ChainLinkRule {
  std::vector<std::string> any_of;
  std::string role;               // "start", "intermediate", "final"
  std::string title;              // of what only a scorecard holds, by the starter list; else empty
  std::optional<int> visitors{};  // how many customers came there, as the company counted them
};

struct ChainRule {
  std::string id, title, next_chain;
  std::string channel;  // what leads customers to its start: "search", "print"; empty: no one way
  int importance = 5;
  std::vector<ChainLinkRule> links;
};

// What a customer says of a touchpoint at one position of the way.
struct Reaction {
  std::string remembered, wow, so_so, sucks, missing;
};

// A circumstance of a company that makes touchpoints matter more or less, or be expected or not.
struct FactorRule {
  std::string id, factor, value, title;    // "competition", "high", "competition is high"
  std::map<std::string, int> groups;       // what is added to the importance, by group
  std::map<std::string, int> touchpoints;  // likewise, on top, by touchpoint
  std::map<std::string, Absence> absence;  // by touchpoint
  int named = 0;                           // added to the touchpoints that the company file names
  std::optional<int> plan;                 // how many improvements a plan shows
};

struct Rulebook {
  std::string version;            // changes with every byte of the rules: "2026.11-3f2a91c0"
  std::vector<GroupRule> groups;  // in the customer's order
  std::vector<TouchpointRule> touchpoints;  // in group order, then as groups.json orders them
  std::vector<CompositeRule> composites;
  std::vector<ChainRule> chains;
  std::vector<FactorRule> factors;
  std::map<std::string, Reaction, std::less<>> reactions;  // by position
  // How one knows what kind of company it is, in words: by profile, "stated", "no-site".
  std::map<std::string, std::string, std::less<>> profile_reasons;
  std::size_t plan_length = 10;

  const TouchpointRule* find(std::string_view touchpoint) const;
};

// What is wrong with a rule file, in one line: file, JSON pointer, what, what was probably meant.
class RuleError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct RuleFile {
  std::string name, text;
};

// The built-in rules with users' files laid over in order: the same id replaces the members that
// are given, "off": true removes, new ids add. Chains of users may also name `further` touchpoints,
// those of a scorecard. Throws RuleError.
Rulebook load_rulebook(const std::vector<RuleFile>& overlays = {},
                       const std::vector<std::string>& further = {});

}  // namespace touchstone
