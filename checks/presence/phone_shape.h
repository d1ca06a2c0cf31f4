#pragma once

// What a row of digits looks like when it is no telephone number: dates, hours, years, addresses of
// machines, coordinates. `looks`: the row in glyphs (checks/presence/glyphs.h).

#include <string>
#include <string_view>

namespace touchstone {

bool looks_like_something_else(const std::string& looks);

std::string digits_in(std::string_view looks);

// Groups in reverse order, as a right-to-left page shows a number that was typed left to right:
// "2666 882 13 966+" -> "+966 13 882 2666".
std::string turned_round(std::string_view looks);

}  // namespace touchstone
