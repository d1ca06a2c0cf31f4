#pragma once

// One block of JSON-LD, read into things.

#include <string>
#include <vector>

#include "checks/structured_data.h"

namespace touchstone {

constexpr std::size_t kMostThings = 2'000;  // of a page

// "https://schema.org/Bakery", "schema:Bakery" and "Bakery" are one type.
std::string schema_name(std::string_view type);

// Appends what the block describes. `broken`: where it is no JSON; what can be read all the same
// (comments, surplus commas) is. False: it is no JSON.
bool read_json_ld(const std::string& block, std::vector<Thing>& things, BrokenBlock& broken);

}  // namespace touchstone
