#include "crawler/cut_off.h"

#include <catch2/catch.hpp>

using namespace touchstone;

namespace {

Visit visit(Role role, const char* url, const char* address,
            std::optional<FaultKind> fault = std::nullopt) {
  const Url address_asked = *Url::parse(url);
  Fetch fetch{.asked = address_asked, .hops = {}, .body = {}, .fault = {}};
  if (fault) {
    fetch.fault = Fault{*fault, ""};
  } else {
    Hop hop{address_asked, 200, {}, {}, "1.1", address, {}};
    fetch.hops.push_back(std::move(hop));
  }
  return {role, std::move(fetch), 0, {}, {}};
}

}  // namespace

TEST_CASE("a name that nobody here can know is no name that does not exist") {
  using enum FaultKind;
  const Visit lost = visit(Role::link, "https://other.example/", "", name_not_found);
  struct Row {
    const char* name;
    std::vector<Visit> visits;
    FaultKind becomes;
  };
  for (const Row& row : {
           Row{"a site on this machine",
               {visit(Role::home, "http://firm.example/", "127.0.0.1")},
               unreachable},
           Row{"a site in the own network",
               {visit(Role::home, "http://firm.example/", "10.0.0.7")},
               unreachable},
           Row{"a site of the world",
               {visit(Role::home, "http://firm.example/", "8.8.8.8")},
               name_not_found},
           Row{"another host was found",
               {visit(Role::home, "http://firm.example/", "127.0.0.1"),
                visit(Role::link, "https://third.example/", "8.8.8.8")},
               name_not_found},
           Row{"a capture without addresses",
               {visit(Role::home, "http://firm.example/", "")},
               name_not_found},
       }) {
    INFO(row.name);
    Recording recording{.asked = *Url::parse("http://firm.example/"),
                        .visits = row.visits,
                        .dns = {},
                        .notes = {},
                        .seed = {}};
    recording.visits.push_back(lost);
    recording.visits.push_back(visit(Role::link, "http://x.firm.example/", "", name_not_found));
    excuse_the_cut_off(recording, recording.asked);
    const auto last = recording.visits.size() - 1;
    CHECK(recording.visits[last - 1].fetch.fault->kind == row.becomes);
    CHECK(recording.visits[last].fetch.fault->kind == name_not_found);
  }
}
