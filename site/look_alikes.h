#pragma once

// Names that people type or hear in place of a domain: other zones, the hyphens left out, letters
// with and without their marks. The crawler asks for them where the user wants it; checks read it.

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

// At most eight registrable domains in ASCII, the likeliest first, without the domain itself.
// `languages`: those of the site, whose countries' zones are tried. Empty for what is no domain.
std::vector<std::string> look_alikes_of(std::string_view host,
                                        const std::vector<std::string>& languages);

}  // namespace touchstone
