#pragma once

// What a form shows to the people who fill it in, and how it treats what they write. Pure, safe
// from several threads; linear in the form, or in the links of its page.

#include <vector>

#include "site/page.h"

namespace touchstone {

// The questions that a person sees, at most 200; radio buttons of one name are one.
std::vector<const Field*> visible_fields(const Form& form);

// What is written goes through the net for everybody to read: the page or its target is http.
bool sends_openly(const Form& form, const Page& page);

// A link to the privacy policy in the form's part of the page; null when there is none.
const Link* privacy_link_beside(const Form& form, const Page& page);

}  // namespace touchstone
