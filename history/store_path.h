#pragma once

// Where the history lies when nobody says otherwise (XDG Base Directory Specification).

#include <filesystem>

namespace touchstone {

// $XDG_DATA_HOME/touchstone/history.db, else below ~/.local/share; empty when neither is known. A
// relative XDG_DATA_HOME is ignored, as the specification says.
std::filesystem::path usual_store_path();

}  // namespace touchstone
