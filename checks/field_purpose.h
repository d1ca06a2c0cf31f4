#pragma once

// What a field of a form asks a person for, by its type, names and label in the languages of the
// vocabulary. Pure, safe from several threads.

#include "site/page.h"

namespace touchstone {

enum class FieldPurpose {
  nothing,  // a button, a tick, a hidden value
  name,
  email,
  phone,
  message,
  search,
  password,
  file,
  other,  // further texts and choices
};

FieldPurpose purpose_of(const Field& field);

}  // namespace touchstone
