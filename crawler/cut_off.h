#pragma once

// An audit of a site on this machine or in the own network may run where no way leads into the
// world. Then no other host has a name, and that is no fault of the links that lead there.

#include "site/site.h"

namespace touchstone {

// Where the company answered from a private address and no other host was ever found, the names
// that were not found become unreachable: nobody here can know them. Does nothing otherwise.
void excuse_the_cut_off(Recording& recording, const Url& home);

}  // namespace touchstone
