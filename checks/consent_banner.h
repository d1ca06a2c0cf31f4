#pragma once

// The question for consent on a page, as far as the page itself holds it. Pure; one walk of the
// page, linear in its size.

#include <optional>
#include <vector>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct ConsentBanner {
  Evidence evidence;
  std::optional<Evidence> accept, reject;  // buttons with words for it
  std::vector<Evidence> ticked;            // optional boxes that are ticked beforehand; at most 20
};

// Absent when no element of the page is named as one and holds text.
std::optional<ConsentBanner> consent_banner_on(const Page& page);

// The source of a page, a script or a style speaks of such an element, so that one may be built.
bool speaks_of_consent_banner(std::string_view source);

}  // namespace touchstone
