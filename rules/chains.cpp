#include "rules/chains.h"

#include <algorithm>
#include <limits>

#include "rules/arithmetic.h"

namespace touchstone {

namespace {

constexpr int golden_floor = 80, strong_floor = 60, so_so_floor = 40, fall = 30;
constexpr std::size_t fewest_links = 2;

// One way to pass a link: a touchpoint or a composite.
struct Way {
  std::string id;
  std::optional<int> points;
  bool contact = false;
};

class Ways {
 public:
  Ways(const std::vector<Touchpoint>& touchpoints, const std::vector<Composite>& composites) {
    for (const auto& one : touchpoints) {
      known_.push_back(one.rule->id);
      // What does not apply, or need not be there, is no way for this company's customers.
      if (!one.counted() && one.status != Status::not_assessed) continue;
      const auto& positions = one.rule->positions;
      const bool contact =
          std::find(positions.begin(), positions.end(), "contact") != positions.end();
      ways_.push_back({one.rule->id, one.points, contact});
    }
    for (const auto& one : composites) {
      known_.push_back(one.id);
      ways_.push_back({one.id, one.score.points, false});
    }
  }

  bool is_built(const std::string& id) const {
    return std::find(known_.begin(), known_.end(), id) != known_.end();
  }
  const Way* find(const std::string& id) const {
    for (const auto& way : ways_) {
      if (way.id == id) return &way;
    }
    return nullptr;
  }

 private:
  std::vector<std::string> known_;
  std::vector<Way> ways_;
};

struct FoundLink {
  ChainLink link;
  bool contact = false;
};

// The customer takes the best way; a way that nobody saw may be better than one that sucks.
std::optional<FoundLink> find_link(const ChainLinkRule& rule, const Ways& ways) {
  const Way *best = nullptr, *unseen = nullptr;
  for (const auto& id : rule.any_of) {
    const Way* way = ways.find(id);
    if (!way) continue;
    if (!way->points) {
      if (!unseen) unseen = way;
    } else if (!best || *way->points > *best->points) {
      best = way;
    }
  }
  if (unseen && (!best || *best->points < so_so_floor)) best = unseen;
  if (!best) return std::nullopt;
  FoundLink found;
  found.contact = best->contact;
  found.link.touchpoint = best->id;
  found.link.role = rule.role;
  found.link.points = best->points;
  if (best->points) found.link.verdict = verdict_of(*best->points);
  return found;
}

void mark_falls(std::vector<FoundLink>& links) {
  std::optional<int> best, last;
  for (auto& [link, contact] : links) {
    if (link.points) {
      link.drop = best && *best - *link.points >= fall;
      link.imbalance = contact && last && *last - *link.points >= fall;
      best = std::max(best.value_or(0), *link.points);
    }
    last = link.points;
  }
}

ChainState state_of(const std::vector<ChainLink>& links, bool has_final) {
  int weakest = 100;
  for (const auto& link : links) {
    if (!link.points) return ChainState::unproven;
    weakest = std::min(weakest, *link.points);
  }
  if (weakest >= golden_floor && has_final) return ChainState::golden;
  return weakest >= strong_floor ? ChainState::strong : ChainState::weak;
}

void judge_links(Chain& chain) {
  const auto broken =
      std::find_if(chain.links.begin(), chain.links.end(),
                   [](const ChainLink& link) { return link.points && *link.points < so_so_floor; });
  for (auto link = chain.links.begin(); link != chain.links.end(); ++link) {
    link->reached = link <= broken;
    if (link->reached && link->points) {
      chain.points = std::min(chain.points.value_or(100), *link->points);
    }
  }
  // A break that was seen breaks the chain, whatever stood unseen before it.
  if (broken != chain.links.end()) {
    chain.state = ChainState::broken;
    chain.broken_at = broken->touchpoint;
  } else {
    chain.state = state_of(chain.links, chain.final_chord);
  }
}

// How many of those who were counted before came here.
std::optional<int> conversion_of(std::optional<int> visitors, std::optional<int> before) {
  constexpr std::int64_t tenths_of_a_percent = 1000;
  if (!visitors || before.value_or(0) == 0) return std::nullopt;
  const std::int64_t share = rdiv(tenths_of_a_percent * *visitors, *before);
  return static_cast<int>(std::min<std::int64_t>(share, std::numeric_limits<int>::max()));
}

LeftOutLink left_out(const ChainLinkRule& link, const Rulebook& rulebook, std::size_t before) {
  const std::string& id = link.any_of.front();
  const TouchpointRule* rule = rulebook.find(id);
  return {id, rule ? rule->title : link.title.empty() ? id : link.title, before};
}

Chain judge_chain(const ChainRule& rule, const Ways& ways, const Rulebook& rulebook) {
  Chain chain;
  chain.rule = &rule;
  std::vector<FoundLink> found;
  std::optional<int> before;  // how many customers came to the counted link before
  for (const auto& link : rule.links) {
    auto one = find_link(link, ways);
    if (one) {
      one->link.visitors = link.visitors;
      one->link.conversion = conversion_of(link.visitors, before);
      found.push_back(std::move(*one));
    } else {
      chain.left_out.push_back(left_out(link, rulebook, found.size()));
    }
    if (link.visitors) before = link.visitors;
  }
  mark_falls(found);
  for (auto& [link, contact] : found) chain.links.push_back(std::move(link));
  // O17: a chain whose last link is not there just ends.
  chain.final_chord = !chain.links.empty() && chain.links.back().role == "final";
  judge_links(chain);
  return chain;
}

std::size_t built_links(const ChainRule& rule, const Ways& ways) {
  return static_cast<std::size_t>(
      std::count_if(rule.links.begin(), rule.links.end(), [&](const ChainLinkRule& link) {
        return std::any_of(link.any_of.begin(), link.any_of.end(),
                           [&](const std::string& id) { return ways.is_built(id); });
      }));
}

}  // namespace

std::vector<Chain> judge_chains(const Rulebook& rulebook,
                                const std::vector<Touchpoint>& touchpoints,
                                const std::vector<Composite>& composites,
                                std::vector<std::string>& dropped) {
  const Ways ways(touchpoints, composites);
  std::vector<Chain> chains;
  for (const auto& rule : rulebook.chains) {
    if (built_links(rule, ways) < fewest_links) continue;
    Chain chain = judge_chain(rule, ways, rulebook);
    if (chain.links.size() < fewest_links) {
      dropped.push_back(rule.title);
    } else {
      chains.push_back(std::move(chain));
    }
  }
  return chains;
}

const ChainLink* weakest_conversion(const Chain& chain) {
  const ChainLink* weakest = nullptr;
  for (const auto& link : chain.links) {
    if (!link.conversion) continue;
    if (!weakest || *link.conversion < *weakest->conversion) weakest = &link;
  }
  return weakest;
}

bool is_assessed(const Chain& chain) {
  constexpr std::ptrdiff_t fewest = 2;
  return std::count_if(chain.links.begin(), chain.links.end(),
                       [](const ChainLink& link) { return link.points.has_value(); }) >= fewest;
}

std::optional<int> chain_index(const std::vector<Chain>& chains) {
  std::int64_t weight = 0, points = 0;
  for (const auto& chain : chains) {
    if (!is_assessed(chain)) continue;
    weight += chain.rule->importance;
    points += std::int64_t{chain.rule->importance} * chain.points.value_or(0);
  }
  if (weight == 0) return std::nullopt;
  return static_cast<int>(rdiv(points, weight));
}

}  // namespace touchstone
