#pragma once

// An audit that was written in one language, told in another.

#include <string_view>

#include "reports/told_audit.h"

namespace touchstone {

// Titles, experiences, sentences and remedies of the built-in rulebook are told again by their ids,
// with the values that stand in them. What users' own rules said stays as it is.
ToldAudit retold(ToldAudit audit, std::string_view language);

}  // namespace touchstone
