#include "checks/check.h"

#include <exception>

#include "checks/measuring.h"

namespace touchstone {

Facts measured_by(const Check& check, const Site& site, const Presence& presence) {
  Facts facts;
  try {
    facts = check.measure(site, presence);
  } catch (const std::exception&) {
    facts = Facts{};
  }
  for (const auto& spec : check.facts) {
    if (!facts.find(spec.name)) facts.unknown(spec.name, Reason::internal_error);
  }
  return facts;
}

Facts all_unknown(const Check& check, Reason why) {
  Facts facts;
  for (const auto& spec : check.facts) facts.unknown(spec.name, why);
  return facts;
}

Facts all_not_applicable(const Check& check) {
  Facts facts;
  for (const auto& spec : check.facts) facts.not_applicable(spec.name);
  return facts;
}

std::vector<Measured> measure(const Site& site, const Presence& presence) {
  return measure_while([] { return true; }, site, presence);
}

std::vector<Measured> measure_while(const GoesOn& goes_on, const Site& site,
                                    const Presence& presence) {
  std::vector<Measured> measured;
  measured.reserve(all_checks().size());
  bool wanted = true;
  for (const Check* check : all_checks()) {
    wanted = wanted && goes_on();
    measured.push_back(
        {std::string(check->touchpoint),
         wanted ? measured_by(*check, site, presence) : all_unknown(*check, Reason::interrupted)});
  }
  return measured;
}

}  // namespace touchstone
