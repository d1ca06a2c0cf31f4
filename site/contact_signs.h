#pragma once

// The ways to reach somebody that a part of a page shows, counted coarsely.

#include <cstddef>
#include <set>
#include <string>

#include "site/page.h"
#include "site/walk.h"

namespace touchstone {

enum class ContactSign { phone, email, address, form, map, messenger, hours };

// Fed with the steps of a walk, until so many bytes of visible text or so many elements were seen.
class ContactSigns {
 public:
  ContactSigns(const Page& page, std::size_t limit) : page_(page), limit_(limit) {}

  Walk see(const Step& step);
  const std::set<ContactSign>& found();  // reads the text collected so far

 private:
  void see_element(const Element& element);

  const Page& page_;
  std::size_t limit_, elements_ = 0;
  std::string text_;
  std::set<ContactSign> signs_;
};

}  // namespace touchstone
