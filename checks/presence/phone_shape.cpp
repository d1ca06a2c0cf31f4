#include "checks/presence/phone_shape.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

namespace touchstone {

bool looks_like_something_else(const std::string& looks) {
  static const RE2 others(
      R"(\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)?\d{2}(?: ?-? ?\d{1,2})?)"        // 31.12.2025
      R"(|(?:19|20)\d{2}[./ -]\d{1,2}[./ -]\d{1,2}(?:[ -]+\d{1,2})?)"         // 2025-12-31 08
      R"(|\d{1,2}[./]\d{1,2}[./]\d{2,4} ?-? ?\d{1,2}[./]\d{1,2}[./]\d{2,4})"  // two dates
      R"(|\d{1,2}\.\d{1,2}\.? ?- ?\d{1,2}\.\d{1,2}\.(?:\d{2,4})?)"            // 01.02. - 03.04.
      R"(|(?:19|20)\d{2}[ /-]{1,3}(?:19|20)\d{2}(?:[ /-]{1,3}\d{1,4})?)"      // 2019 - 2025
      R"(|(?:19|20)\d{6}(?: \d{1,2})?)"                                       // 20251231
      R"(|\d{1,2}\.\d{2} ?- ?\d{1,2}\.\d{2})"                                 // 9.00 - 18.00
      R"(|\d{1,3}(?:\.\d{1,3}){3})"                                           // 192.0.2.1
      R"(|-?\d{1,3}\.\d{5,})"                                                 // 55.751244
      R"(|97[89][ -]\d{1,5}[ -]\d+[ -]\d+[ -]\d)"                             // 978-3-16-148410-0
      R"(|(?:\d{1,3} ){2,}\d{3}\.\d{2})"                                      // 1 234 567.00
      R"(|\d{1,3}(?:\.\d{3}){2,}\.\d{2})");
  return RE2::FullMatch(looks, others);
}

std::string digits_in(std::string_view looks) {
  std::string digits;
  std::copy_if(looks.begin(), looks.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::string turned_round(std::string_view looks) {
  std::vector<std::string> groups;
  bool open = false;
  for (const char c : looks) {
    if (c < '0' || c > '9') {
      open = false;
      continue;
    }
    if (!open) groups.emplace_back();
    open = true;
    groups.back() += c;
  }
  std::string turned = looks.ends_with('+') ? "+" : "";
  for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
    if (group != groups.rbegin()) turned += ' ';
    turned += *group;
  }
  return turned;
}

}  // namespace touchstone
