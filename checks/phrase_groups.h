#pragma once

// Which of several kinds of things a text names, by an embedded list with a line "KIND: PHRASE;
// PHRASE; ..." for each. Safe from several threads; linear in the text.

#include <string>
#include <string_view>
#include <vector>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

// The kinds named, in the order of the list.
std::vector<std::string> phrase_groups_in(std::string_view text, std::string_view embedded_path);

// Says how many; too few are unknown where the page was not read in full.
void say_groups(Facts& facts, std::string_view name, const std::vector<std::string>& kinds,
                const Page& page);

}  // namespace touchstone
