// The rulebook as a company wants it: importances, periods, owners, circumstances.

#include "rules/company.h"

#include <algorithm>

namespace touchstone {

namespace {

constexpr int least = 1, most = 10;

std::optional<int> wish_of(const ImportanceByHorizon& importance, const std::string& horizon) {
  if (horizon == "month" && importance.month) return importance.month;
  if (horizon == "year" && importance.year) return importance.year;
  return importance.today;
}

int delta_of(const std::map<std::string, int>& deltas, const std::string& id) {
  const auto found = deltas.find(id);
  return found == deltas.end() ? 0 : found->second;
}

class Tailor {
 public:
  Tailor(const Rulebook& rulebook, const Company& company, int month) : company_(company) {
    for (const auto& factor : rulebook.factors) {
      const auto wanted = company.factors.find(factor.factor);
      const bool holds = wanted != company.factors.end() && wanted->second == factor.value;
      if (holds) factors_.push_back(factor);
      if (factor.factor == "season") season_ = factor;
      if (factor.factor == "wish") wish_title_ = factor.title;
    }
    for (const auto& season : company.seasons) {
      if (std::find(season.months.begin(), season.months.end(), month) == season.months.end()) {
        continue;
      }
      in_season_.insert(in_season_.end(), season.touchpoints.begin(), season.touchpoints.end());
    }
  }

  void fit(Tailored& suit) {
    for (const auto& factor : factors_) {
      if (factor.plan) suit.rulebook.plan_length = static_cast<std::size_t>(*factor.plan);
    }
    for (auto& rule : suit.rulebook.touchpoints) {
      weigh(rule, suit.changes);
      for (const auto& factor : factors_) {
        const auto absence = factor.absence.find(rule.id);
        if (absence != factor.absence.end() && rule.absence == Absence::expected) {
          rule.absence = absence->second;
        }
      }
      const auto period = company_.periods.find(rule.id);
      if (period != company_.periods.end()) rule.period = period->second;
      const auto stage = company_.stages.find(rule.id);
      if (stage != company_.stages.end()) rule.stage = stage->second;
      rule.owner = owner_of(rule);
    }
  }

 private:
  void weigh(TouchpointRule& rule, std::vector<Emphasis>& changes) const {
    const int before = rule.importance;
    std::string why;
    const auto add = [&](int delta, const std::string& reason) {
      if (delta == 0) return;
      rule.importance += delta;
      why += (why.empty() ? "" : ", ") + reason;
    };
    const auto wished = company_.importances.find(rule.id);
    if (wished != company_.importances.end()) {
      const auto wish = wish_of(wished->second, company_.horizon);
      if (wish) add(*wish - before, wish_title_);
    }
    for (const auto& factor : factors_) {
      add(delta_of(factor.groups, rule.group) + delta_of(factor.touchpoints, rule.id),
          factor.title);
    }
    const bool in_season =
        std::find(in_season_.begin(), in_season_.end(), rule.id) != in_season_.end();
    if (in_season && season_) add(season_->named, season_->title);
    rule.importance = std::clamp(rule.importance, least, most);
    if (rule.importance != before) changes.push_back({rule.id, before, rule.importance, why});
  }

  std::string owner_of(const TouchpointRule& rule) const {
    for (const auto& key : {rule.id, rule.owner}) {
      const auto found = company_.owners.find(key);
      if (found != company_.owners.end()) return found->second;
    }
    return rule.owner.empty() ? company_.conductor : rule.owner;
  }

  const Company& company_;
  std::vector<FactorRule> factors_;
  std::optional<FactorRule> season_;
  std::string wish_title_;
  std::vector<std::string> in_season_;
};

}  // namespace

Tailored tailor(Rulebook rulebook, const Company& company, int month) {
  Tailor tailor(rulebook, company, month);
  Tailored suit{std::move(rulebook), {}};
  tailor.fit(suit);
  return suit;
}

}  // namespace touchstone
