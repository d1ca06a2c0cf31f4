#pragma once

// The facts of one check on a sample, as text: "3", "true", "home", "absent", "not applicable",
// "unknown: js-rendered".

#include <map>
#include <string>

#include "checks/check.h"
#include "tests/checks/judged.h"
#include "tests/checks/sample_site.h"

namespace touchstone {

inline std::string as_text(const Fact& fact) {
  switch (fact.state) {
    case Fact::State::known:
      return to_string(fact.value);
    case Fact::State::absent:
      return "absent";
    case Fact::State::unknown:
      return "unknown: " + std::string(to_string(*fact.why));
    case Fact::State::not_applicable:
      return "not applicable";
  }
  return "";
}

inline std::map<std::string, std::string> facts_of(const SampleSite& sample, const Check& check) {
  const Site site = sample.site();
  std::map<std::string, std::string> texts;
  const Facts facts = check.measure(site, find_presence(site));
  for (const auto& [name, fact] : facts.all()) {
    texts[name] = as_text(fact);
  }
  return texts;
}

// The verdict of one component, by the program's rules and with what the pages really show.
inline std::string verdict_of(const SampleSite& sample, std::string_view touchpoint,
                              std::string_view component) {
  return judged(touchpoint, sample, find_presence(sample.site())).verdict(component);
}

// `text` in place of `old`, once; the test is wrong when it is not there.
inline void replace(std::string& page, const std::string& old, const std::string& text) {
  const auto at = page.find(old);
  if (at == std::string::npos) throw std::logic_error("not in the sample: " + old);
  page.replace(at, old.size(), text);
}

inline void replace_all(std::string& page, const std::string& old, const std::string& text) {
  for (auto at = page.find(old); at != std::string::npos; at = page.find(old, at + text.size())) {
    page.replace(at, old.size(), text);
  }
}

// The same in the bodies of home and contact page.
inline void replace_everywhere(SampleSite& sample, const std::string& old,
                               const std::string& text) {
  for (auto& visit : sample.recording().visits) replace_all(visit.fetch.body, old, text);
}

}  // namespace touchstone
