#pragma once

// Rows that are judged with what the pages of the sample really show, and ways to break them.

#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <vector>

#include "checks/presence.h"
#include "tests/checks/judged.h"

namespace touchstone {

using Break = std::function<void(SampleSite&)>;

inline const std::string kHome = "https://example.com/", kContact = "https://example.com/contact/";

inline void hold_contact_rows(std::string_view touchpoint, const std::vector<ComponentRow>& rows) {
  for (const ComponentRow& row : rows) {
    INFO(touchpoint << "." << row.component << ": " << row.when);
    SampleSite sample = SampleSite::perfect();
    row.breaks(sample);
    CHECK(judged(touchpoint, sample, find_presence(sample.site())).verdict(row.component) ==
          row.verdict);
  }
}

inline JudgedSample judged_after(std::string_view touchpoint, const Break& breaks) {
  SampleSite sample = SampleSite::perfect();
  breaks(sample);
  return judged(touchpoint, sample, find_presence(sample.site()));
}

inline void nothing(SampleSite&) {}

// `to` for every `from` on one page.
inline Break on(const std::string& url, const std::string& from, const std::string& to) {
  return [=](SampleSite& sample) { swap_text(sample.fetch(url).body, from, to); };
}

// The same on every page that has it.
inline Break everywhere(const std::string& from, const std::string& to) {
  return [=](SampleSite& sample) {
    for (auto& visit : sample.recording().visits) {
      if (visit.fetch.body.find(from) != std::string::npos) swap_text(visit.fetch.body, from, to);
    }
  };
}

// Under the heading of the contact page or of the start page.
inline Break on_contact(const std::string& html) {
  return on(kContact, "<h1>Contact</h1>", "<h1>Contact</h1>" + html);
}
inline Break on_home(const std::string& html) {
  return on(kHome, "<h1>", html + "<h1>");
}

inline Break all_of(const std::vector<Break>& breaks) {
  return [=](SampleSite& sample) {
    for (const auto& one : breaks) one(sample);
  };
}

inline void cut_short(SampleSite& sample) {
  sample.recording().complete = false;
}

}  // namespace touchstone
