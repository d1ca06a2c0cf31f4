#pragma once

// The table of misbehaviours: each row is one address of a site that is whole otherwise, with the
// outcome that it must have. Rows of one table share a few audits; nothing else in them may change.
//
// No outcome may depend on how fast or how busy the machine is: a user waits for each request far
// longer than any row needs, but for the rows that never answer at all.

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
  const char* outcome;  // as Visited::fetched tells it; several by "|" where either is right
  std::function<void(Wire&)> behave;
  bool hangs = false;  // it ends when the user's patience does
};

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

// Each as a link to scheme://row0.example/ ..., at most twenty. Who does not answer is given up
// when the company has answered everything.
void check_strangers(const std::vector<HostileStranger>& rows, const std::string& scheme,
                     const StrangersWorld& world);

// A file or page of the site that misbehaves, whatever the query; rows of one path meet different
// audits.
struct HostileFile {
  const char* name;
  const char* path;
  const char* outcome;
  std::function<void(Wire&)> behave;
  bool hangs = false;
};
void check_files(const Company& firm, const std::vector<HostileFile>& rows,
                 const std::set<std::string>& touched);

// Checks the debts, and that the outcomes are the healthy ones but for `touched`.
void check_visit(const Visited& visited, const Visited& healthy,
                 const std::set<std::string>& touched);

bool is_one_of(const std::string& outcome, const std::string& wanted);

// Says on standard output what took longest and held most, where TOUCHSTONE_TELL is set; where it
// is "rows", each page that misbehaves has an audit of its own.
void tell(const std::string& name, const Visited& visited);

// The arguments of a user who waits long for each request, or not for what `hangs`.
std::vector<std::string> patiently(bool hangs = false,
                                   const std::string& name_server = "127.0.0.1:9");
// The same of a crawl within this process; no pause before another try.
CrawlOptions patient();

}  // namespace touchstone
