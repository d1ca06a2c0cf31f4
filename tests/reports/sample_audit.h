#pragma once

// An audit made by hand that has one of everything a report must tell, hostile text included.

#include "rules/audit.h"

namespace touchstone {

// The rules that sample_audit's touchpoints and chains point to live as long as the program.
Audit sample_audit();

}  // namespace touchstone
