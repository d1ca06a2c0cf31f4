#pragma once

// Lists whose lines are a name, a kind and an expression for web addresses: "google entry
// ^https?://...".

#include <re2/re2.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct AddressPattern {
  std::string name, kind;
  std::unique_ptr<RE2> address;  // matched anywhere in a folded address
};

std::vector<AddressPattern> read_address_patterns(std::string_view path);  // of an embedded file

// The first that matches; null when none does.
const AddressPattern* pattern_of(const std::vector<AddressPattern>& patterns,
                                 const std::string& folded_address);

}  // namespace touchstone
