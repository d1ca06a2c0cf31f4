#include "rules/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "rules/reactions.h"
#include "rules/rule_overlay.h"
#include "rules/rule_parser.h"

namespace touchstone {

namespace {

using Ids = std::set<std::string, std::less<>>;

// FNV-1a over every byte of the rules; a length before each file keeps their borders apart.
class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char byte : std::to_string(bytes.size()) + ":") mix(byte);
    for (const char byte : bytes) mix(byte);
  }
  std::uint32_t value() const { return static_cast<std::uint32_t>(state_ ^ (state_ >> 32)); }

 private:
  void mix(char byte) { state_ = (state_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3; }
  std::uint64_t state_ = 0xcbf29ce484222325;
};

const Check* check_of(const std::vector<const Check*>& checks, const std::string& touchpoint) {
  for (const Check* check : checks) {
    if (check->touchpoint == touchpoint) return check;
  }
  return nullptr;
}

void need_known(const RuleNode& node, const Ids& known, std::string_view what) {
  if (node.origin->built_in || known.contains(node.text)) return;
  node.fail(fmt::format("unknown {} \"{}\"{}", what, node.text,
                        did_you_mean(node.text, {known.begin(), known.end()})));
}

void need_known_items(const RuleNode* list, const Ids& known, std::string_view what) {
  if (!list) return;
  for (const auto& item : list->items) need_known(item, known, what);
}

// The rules of the program may name touchpoints that are not built yet; those of users may not
// name what nobody knows.
void check_names(const RuleTrees& trees, const Rulebook& rulebook,
                 const std::vector<std::string>& further) {
  Ids places(further.begin(), further.end()), chains;
  for (const auto& group : rulebook.groups) places.insert(group.order.begin(), group.order.end());
  for (const auto& touchpoint : rulebook.touchpoints) places.insert(touchpoint.id);
  for (const auto& composite : trees.composites) {
    need_known_items(composite.find("members"), places, "touchpoint");
  }
  for (const auto& touchpoint : trees.touchpoints) {
    need_known_items(touchpoint.find("needs"), places, "touchpoint");
  }
  for (const auto& composite : rulebook.composites) places.insert(composite.id);
  for (const auto& chain : rulebook.chains) chains.insert(chain.id);
  for (const auto& chain : trees.chains) {
    for (const auto& link : chain.find("links")->items) {
      need_known_items(link.find("any_of"), places, "touchpoint");
      if (const RuleNode* one = link.find("touchpoint")) need_known(*one, places, "touchpoint");
    }
    if (const RuleNode* next = chain.find("next_chain")) need_known(*next, chains, "chain");
  }
}

void parse_touchpoints(const RuleTrees& trees, const std::vector<const Check*>& checks,
                       Rulebook& rulebook) {
  std::vector<std::string> groups;
  std::map<std::string, std::string> periods;
  for (const auto& group : rulebook.groups) {
    groups.push_back(group.id);
    periods[group.id] = group.period;
  }
  for (const auto& node : trees.touchpoints) {
    const Check* check = check_of(checks, node.find("id")->text);
    TouchpointRule rule = parse_touchpoint(node, check);
    if (std::find(groups.begin(), groups.end(), rule.group) == groups.end()) {
      node.find("group")->fail(
          fmt::format("unknown group \"{}\"{}", rule.group, did_you_mean(rule.group, groups)));
    }
    const RuleNode* period = node.find("period");
    if (!period || period->kind == RuleNode::Kind::null) rule.period = periods[rule.group];
    rulebook.touchpoints.push_back(std::move(rule));
  }
}

// Groups as they are listed, in each its order, then what the order does not name.
void sort_touchpoints(Rulebook& rulebook) {
  const auto rank = [&](const TouchpointRule& rule) {
    const auto group = std::find_if(rulebook.groups.begin(), rulebook.groups.end(),
                                    [&](const GroupRule& one) { return one.id == rule.group; });
    const auto place = std::find(group->order.begin(), group->order.end(), rule.id);
    return std::pair(group - rulebook.groups.begin(), place - group->order.begin());
  };
  std::stable_sort(
      rulebook.touchpoints.begin(), rulebook.touchpoints.end(),
      [&](const TouchpointRule& a, const TouchpointRule& b) { return rank(a) < rank(b); });
}

}  // namespace

Rulebook build_rulebook(const std::vector<RuleFile>& built_in,
                        const std::vector<RuleFile>& overlays,
                        const std::vector<const Check*>& checks,
                        const std::vector<std::string>& further) {
  RuleTrees trees;
  Hash hash;
  for (const auto* files : {&built_in, &overlays}) {
    for (const auto& file : *files) {
      trees.lay_over(parse_rule_file(file, files == &built_in));
      hash.add(file.text);
    }
  }
  Rulebook rulebook;
  rulebook.version = fmt::format("{}-{:08x}", trees.dated, hash.value());
  for (const auto& node : trees.groups) rulebook.groups.push_back(parse_group(node));
  parse_touchpoints(trees, checks, rulebook);
  for (const auto& node : trees.composites) rulebook.composites.push_back(parse_composite(node));
  for (const auto& node : trees.chains) rulebook.chains.push_back(parse_chain(node));
  for (const auto& node : trees.factors) rulebook.factors.push_back(parse_factor(node));
  rulebook.reactions = parse_reactions(trees.reactions);
  for (std::size_t i = 0; i < trees.profile_reasons.keys.size(); ++i) {
    const RuleNode& reason = trees.profile_reasons.items[i];
    RuleReader::want(reason, RuleNode::Kind::text);
    rulebook.profile_reasons[trees.profile_reasons.keys[i]] = reason.text;
  }
  check_names(trees, rulebook, further);
  sort_touchpoints(rulebook);
  return rulebook;
}

}  // namespace touchstone
