#pragma once

// The table of misbehaviours: each row is one address of a site that is whole otherwise, with the
// outcome that it must have. Rows of one table share a few audits; nothing else in them may change.

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/cli/fixture.h"
#include "tests/hostile/rude_server.h"
#include "tests/hostile/visit.h"

namespace touchstone {

struct HostileRow {
  const char* name;
  const char* outcome;  // as Visited::fetched tells it; several by "|" where timing decides
  std::function<void(Wire&)> behave;
};

// Home with thirty good pages and the bakery's own, and `more` in its body.
Company big_bakery(const std::string& more = {});

// Runs the jobs, some at a time: an audit of a hostile site mostly waits.
std::vector<Visited> at_once(const std::vector<std::function<Visited()>>& jobs);

// Each row as a page that home links to, a few rows an audit. Checks the outcomes, the debts and
// that every touchpoint but those of `touched` is what it is when the rows are good pages.
void check_pages(const std::vector<HostileRow>& rows, const std::set<std::string>& touched);

// A host of somebody else that home links to, with a port of its own.
struct HostileStranger {
  const char* name;
  const char* outcome;
  Rudeness behave;
  RudeManner manner{};
};

struct StrangersWorld {
  std::string name_server = "127.0.0.1:9";  // nobody
  std::string trusted{};                    // a file of certificates
};

// Each as a link to scheme://row0.example/ ..., at most twenty.
void check_strangers(const std::vector<HostileStranger>& rows, const std::string& scheme,
                     const StrangersWorld& world, const std::set<std::string>& touched);

// A file of the site that misbehaves; rows of one path meet different audits.
struct HostileFile {
  const char* name;
  const char* path;
  const char* outcome;
  std::function<void(Wire&)> behave;
};
void check_files(const Company& firm, const std::vector<HostileFile>& rows,
                 const std::set<std::string>& touched);

// Checks the debts, and that the outcomes are the healthy ones but for `touched`.
void check_visit(const Visited& visited, const Visited& healthy,
                 const std::set<std::string>& touched);

bool is_one_of(const std::string& outcome, const std::string& wanted);

// Says on standard output what took longest and held most, where TOUCHSTONE_TELL is set.
void tell(const std::string& name, const Visited& visited);

// The arguments of a user who does not wait long.
std::vector<std::string> in_a_hurry(const std::string& name_server = "127.0.0.1:9");

}  // namespace touchstone
