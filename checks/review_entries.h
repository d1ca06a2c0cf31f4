#pragma once

// What customers wrote of a company, as its own pages show it: in the data for machines, or in
// blocks that the page marks as reviews. Pure, safe from several threads; linear in the page.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct ReviewEntry {
  std::string text;     // collapsed, shortened
  bool named = false;   // somebody stands for it with more than a first name
  bool dated = false;   // a day, or a month or a year alone
  bool proven = false;  // a photo, a film or a link to where it was written
  bool answered = false;
  std::optional<std::chrono::sys_days> day;
  Evidence evidence;
};

// At most 200, each text once.
std::vector<ReviewEntry> review_entries(const Page& page);

}  // namespace touchstone
