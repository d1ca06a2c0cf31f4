#pragma once

// A company that shows hello@example.com, and a DNS in which nothing exists but what a test adds:
// for the tests of mail-domain.

#include <string>
#include <string_view>
#include <vector>

#include "tests/checks/judged.h"

namespace touchstone {

// A presence with that address in the footer.
Presence written_to(std::string address);

// The name has an IPv4 address.
void hold_address(SampleSite& sample, std::string_view name);

// Says of every question about the mail of example.com that is not answered yet: no such name.
void answer_the_rest(SampleSite& sample);

// Like hold_rows, for that company; `breaks` runs before the rest is answered.
void hold_mail_rows(std::string_view touchpoint, const std::vector<ComponentRow>& rows);

// That company, judged.
JudgedSample judged_mail(std::string_view touchpoint, SampleSite sample);

}  // namespace touchstone
