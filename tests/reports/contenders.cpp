#include "tests/reports/contenders.h"

#include <algorithm>
#include <stdexcept>

namespace touchstone {

namespace {

ToldTouchpoint& told(Contender& side, const std::string& touchpoint) {
  for (auto& one : side.audit.touchpoints) {
    if (one.id == touchpoint) return one;
  }
  throw std::logic_error("no touchpoint " + touchpoint);
}

}  // namespace

const Rulebook& rules() {
  static const Rulebook rulebook = load_rulebook();
  return rulebook;
}

Contender contender(const std::string& name,
                    const std::vector<std::pair<std::string, int>>& points) {
  Contender side;
  side.source = "audit";
  side.audit.name = name;
  side.audit.host = name + ".example";
  side.audit.asked = "https://" + name + ".example/";
  side.audit.taken = "2026-02-11T09:00:00Z";
  side.audit.rulebook = rules().version;
  side.audit.profile = "local";
  side.audit.points = 50;
  side.audit.coverage = 90;
  for (const auto& [id, value] : points) {
    ToldTouchpoint one;
    one.id = id;
    one.title = id;
    one.status = "assessed";
    one.points = value;
    ToldComponent part;
    part.id = id + ".whole";
    part.points = value;
    part.fix = value < 100 ? "Mend it." : "";
    part.threshold = ">= 1";
    one.components = {part};
    side.audit.touchpoints.push_back(std::move(one));
  }
  return side;
}

void put_status(Contender& side, const std::string& touchpoint, Status status) {
  ToldTouchpoint& one = told(side, touchpoint);
  one.status = to_string(status);
  const bool judged = status == Status::assessed || status == Status::missing;
  if (!judged) one.points.reset();
}

void put_chips(Contender& side, const std::string& touchpoint, std::vector<std::string> chips) {
  told(side, touchpoint).chips = std::move(chips);
}

void put_headline(Contender& side, const std::string& text) {
  ToldTouchpoint& one = told(side, "home-headline");
  one.components[0].id = "home-headline.exists";
  one.components[0].verdict = "wow";
  one.components[0].excerpt = text;
}

}  // namespace touchstone
