#include "site/version.h"

namespace touchstone {

std::string_view version() {
  return TOUCHSTONE_VERSION;
}

}  // namespace touchstone
