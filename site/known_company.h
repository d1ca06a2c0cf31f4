#pragma once

// What the people who ask for an audit tell of the company, beside what its site shows. All empty
// when nobody said anything.

#include <string>
#include <vector>

namespace touchstone {

struct KnownCompany {
  std::string name;                    // as it is to stand over the report
  std::vector<std::string> brands;     // further names that customers know
  std::vector<std::string> countries;  // served; ISO 3166-1 alpha-2, upper case
  std::vector<std::string> languages;  // of its customers; ISO 639-1
  bool closed_to_search = false;       // on purpose: a site for members, a staging site
};

}  // namespace touchstone
