#pragma once

// Touchpoints with points by hand, for the tests of chains, scores and plans.

#include <deque>
#include <string>
#include <vector>

#include "rules/audit.h"

namespace touchstone::test {

// Rules live in a deque, so that the touchpoints' pointers to them stay good.
struct Company {
  Rulebook rulebook;
  std::deque<TouchpointRule> rules;
  std::vector<Touchpoint> touchpoints;

  TouchpointRule& add(const std::string& id, int importance, std::optional<int> points,
                      Status status = Status::assessed) {
    TouchpointRule& rule = rules.emplace_back();
    rule.id = id;
    rule.title = id;
    rule.group = "group";
    rule.importance = importance;
    rule.control = "own";
    rule.effort = "S";
    rule.owner = "webmaster";
    rule.remedy = "mend " + id;
    rule.positions = {"look"};
    rulebook.touchpoints.push_back(rule);
    Touchpoint touchpoint;
    touchpoint.rule = &rule;
    touchpoint.importance = importance;
    touchpoint.status = points                       ? status
                        : status == Status::assessed ? Status::not_assessed
                                                     : status;
    touchpoint.points = points;
    if (points) touchpoint.verdict = verdict_of(*points);
    touchpoints.push_back(touchpoint);
    return rule;
  }

  // Links in order; "a|b" are alternatives; the first is the start, the last is final.
  void chain(const std::string& id, int importance, const std::vector<std::string>& links) {
    ChainRule rule;
    rule.id = id;
    rule.title = id;
    rule.importance = importance;
    for (std::size_t i = 0; i < links.size(); ++i) {
      ChainLinkRule link;
      const auto bar = links[i].find('|');
      link.any_of.push_back(links[i].substr(0, bar));
      if (bar != std::string::npos) link.any_of.push_back(links[i].substr(bar + 1));
      link.role = i == 0 ? "start" : i + 1 == links.size() ? "final" : "intermediate";
      rule.links.push_back(link);
    }
    rulebook.chains.push_back(rule);
  }
};

}  // namespace touchstone::test
