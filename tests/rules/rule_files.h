#pragma once

// A small rulebook in files, and checks that measure nothing, for the tests of loading.

#include <string>
#include <vector>

#include "rules/loader.h"

namespace touchstone::test {

inline Facts measure_nothing(const Site&, const Presence&) {
  return {};
}

inline const Check sign_check{"sign",
                              {{"height", "cm", "how high the sign is"},
                               {"lit", "", "it is lit at night"},
                               {"words", "", "the words on it"}},
                              measure_nothing};

inline const RuleFile groups_file{"rules/groups.json", R"({
  "dated": "2026.11",
  "groups": [
    {"id": "street", "title": "In the street", "order": ["sign", "door"]},
    {"id": "inside", "title": "Inside"}
  ]
})"};

inline const RuleFile sign_file{"rules/street/sign.json", R"({
  "id": "sign", "group": "street", "title": "The sign", "importance": 6,
  "positions": ["find"], "absence": "required", "missing": {"height": "absent"},
  "components": [
    {"id": "size", "title": "Size", "weight": 2, "severity": "major", "fact": "height",
     "cases": [
       {"verdict": "sucks", "when": {"height": "< 50"}},
       {"verdict": "so-so", "when": {"height": "50..99"}},
       {"verdict": "wow"}
     ],
     "says": {"wow": "It is read from afar.", "so-so": "It is {height} high.", "sucks": "Too low."},
     "fix": "Make it higher than {height}."},
    {"id": "light", "title": "Light", "fact": "lit",
     "cases": [{"verdict": "wow", "when": {"lit": true}}, {"verdict": "so-so"}],
     "says": {"wow": "It shines.", "so-so": "It is dark."}, "fix": "Light it."}
  ],
  "chips": [{"id": "joke", "title": "It makes people smile", "when": {"words": ["ha", "ho"]}}]
})"};

inline const RuleFile chains_file{"rules/chains.json", R"({
  "composites": [{"id": "front", "title": "The front", "members": ["sign", "door"]}],
  "chains": [
    {"id": "walk-in", "title": "Walking in", "importance": 9, "links": [
      {"touchpoint": "sign", "role": "start"},
      {"touchpoint": "not-built-yet"},
      {"any_of": ["door", "front"], "role": "final"}]}
  ]
})"};

inline Rulebook load(const std::vector<RuleFile>& overlays) {
  return build_rulebook({groups_file, sign_file, chains_file}, overlays, {&sign_check});
}

inline Rulebook load(const std::string& overlay) {
  return load({RuleFile{"mine.json", overlay}});
}

}  // namespace touchstone::test
