#pragma once

// Gumbo compares a formatting element (<b>, <font>, ...) with those that are open, attribute by
// attribute: a page of <b> with sixteen attributes each keeps it busy for minutes.

#include <string_view>

namespace touchstone {

// Whether the formatting tags of a page have more attributes than Gumbo can compare in time. Tags
// in scripts and comments are counted too: what is a tag only Gumbo knows.
bool has_too_many_formatting_attributes(std::string_view html);

}  // namespace touchstone
