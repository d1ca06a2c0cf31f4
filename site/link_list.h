#pragma once

// Embedded lists of places on the web: "wa.me", "goo.gl/maps", "google.*/maps".

#include <string_view>

#include "site/url.h"

namespace touchstone {

// The address is one of the list's: its host is the entry's or below it, whole labels only (".*"
// stands for any public suffix), and its path begins with the entry's.
bool is_in_link_list(const Url& url, std::string_view embedded_path);

}  // namespace touchstone
