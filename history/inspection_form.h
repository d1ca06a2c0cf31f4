#pragma once

// An Inspection as bytes: JSON, packed by zlib. Small enough to keep for years; read with care,
// because a file may come from anywhere. What reports do not print of the presence is left out.

#include <stdexcept>
#include <string>
#include <string_view>

#include "rules/inspection.h"

namespace touchstone {

// The bytes are none that pack() wrote, or damaged.
class FormError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

std::string pack(const Inspection& inspection);

// Whatever a check of today says and the inspection does not know is unknown (not_captured).
// Throws FormError.
Inspection unpack(std::string_view bytes);

}  // namespace touchstone
