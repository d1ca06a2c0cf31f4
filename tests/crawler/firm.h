#pragma once

// A small company on a FakeNetwork, and what the tests of a crawl ask of its Recording.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "tests/crawler/fake_company.h"

namespace touchstone {

inline const std::string host = "https://firm.example";
inline const std::string home = host + "/";

// Home with links to /p0 ... and as many pages.
inline FakeNetwork company_of(int pages) {
  FakeNetwork network;
  std::string links = "<html lang=\"en\"><a href=\"/contact\">Contact</a>";
  for (int i = 0; i < pages; ++i) {
    const auto path = "/p" + std::to_string(i);
    links += "<a href=\"" + path + "\">Page</a>";
    network.world[host + path] = {html("<html lang=\"en\"><p>text</p>")};
  }
  network.world[home] = {html(links)};
  network.world[host + "/contact"] = {html("<p>Call us</p>")};
  for (const auto* entry :
       {"http://firm.example/", "http://www.firm.example/", "https://www.firm.example/"})
    network.world[entry] = {moved(home)};
  return network;
}

inline FaultKind fault_of(const Visit* visit) {
  REQUIRE(visit);
  REQUIRE(visit->fetch.fault);
  return visit->fetch.fault->kind;
}

inline bool has_note(const Recording& recording, const std::string& part) {
  return std::any_of(recording.notes.begin(), recording.notes.end(),
                     [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

}  // namespace touchstone
