#pragma once

// What the company calls itself, and how near a domain name comes to it. Pure, safe from several
// threads; linear in the home page.

#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct CompanyName {
  std::string name;  // as written
  Evidence evidence;
};

// From JSON-LD (the organisation, the site), og:site_name, application-name and the parts of the
// title; empty when the home page was not read or says none.
std::vector<CompanyName> company_names(const Site& site);

struct NameMatch {
  // Percent: 100 - 100 * Levenshtein / the longer length, or how much of the label at least two of
  // the name's words make up, in whatever order.
  int similarity = 0;
  bool initials = false;   // made of the first letters of the name's words, the last may be whole
  bool comparable = true;  // false: written in alphabets that cannot be compared
};

// `label`: what stands left of the public suffix, in Unicode. Letters and digits only count; other
// alphabets are also compared as firms romanise them.
NameMatch match_brand(std::string_view label, std::string_view brand);

// Letters that sound one after the other without a vowel, at most; hyphens and digits end a run.
// Absent for alphabets that write no vowels, or none of their own.
std::optional<int> longest_consonant_run(std::string_view label);

}  // namespace touchstone
