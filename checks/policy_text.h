#pragma once

// What a page of rules (privacy, terms) holds, whatever its language. Pure; linear in the page, of
// which the first 100,000 bytes are read.

#include <string>

#include "checks/class_page.h"

namespace touchstone {

// Its own text, as far as it is read; empty without a page.
std::string policy_text(const ClassPage& found);

// Says, for the page that was found:
//   "length"      characters of its own text, wide ones twice; unknown when it is short and was not
//                 read in full
//   "months_old"  whole months since the newest date in it; absent: no date
// Where there is no page to read: unknown or not applicable, as say_unseen has it.
void say_length_and_age(Facts& facts, const Site& site, const ClassPage& found);

}  // namespace touchstone
