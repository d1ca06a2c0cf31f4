#pragma once

// When two addresses are one for a crawl: what only tells how a visitor came (utm_source, fbclid),
// who he is (session ids) or was grown by careless escaping ("amp;b=2"), and the order of the
// parameters, make no new page.

#include <cstdint>
#include <string>
#include <string_view>

namespace touchstone {

// FNV-1a with a finish that spreads its bits.
std::uint64_t hash_of(std::string_view text);

// `href`: normalised, without fragment.
std::uint64_t address_key(std::string_view href);

// The same for addresses that differ in case, a slash at the end or the name of an index page
// alone: some servers take them for one, others do not.
std::uint64_t loose_address_key(std::string_view href);

// Whether the address can be its own key: nothing in it needs a closer look.
bool is_plain_address(std::string_view href);

}  // namespace touchstone
