#pragma once

// The built program on its way through a hostile site: a process of its own, with an end to its
// time and its memory, judged by what it prints and what it stores.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "site/site.h"

namespace touchstone {

struct Visited {
  int status = -1;     // exit status; -1: it had to be killed, or a signal ended it
  double seconds = 0;  // of the processor
  long peak_mib = 0;   // of resident memory
  std::string out{}, err{};
  std::map<std::string, std::string> outcomes{};  // of each touchpoint: verdict, status or reason
  std::optional<Recording> recording{};           // what its capture holds; absent: it ended badly

  // How the address was answered: "200", "404", with " cut" where the body was cut; or the fault:
  // "timeout". Of several visits the last one; "unasked" without one.
  std::string fetched(const std::string& address) const;
};

// `arguments`: the address and what the audit needs beside; the format and the capture are added.
// Checks nothing.
Visited visit_with_program(const std::vector<std::string>& arguments);

// `touchstone crawl` of the address: its totals stand in `out`; there are no outcomes.
Visited crawl_with_program(const std::vector<std::string>& arguments);

// What every run owes, whatever was served: it ended by itself in time and within its memory,
// its output cannot steer a terminal. One line for each debt; empty when none is.
std::vector<std::string> debts_of_run(const Visited& visited);
// The same, and a valid audit.
std::vector<std::string> debts(const Visited& visited);

}  // namespace touchstone
