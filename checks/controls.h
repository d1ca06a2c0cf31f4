#pragma once

// What a customer can press on a page: to order, or to ask. Told from the words of buttons and
// links in twenty languages, and from the marks by which shops' scripts know their buttons. Pure
// and safe from several threads; linear, bounded.

#include <string>
#include <vector>

#include "checks/fact.h"
#include "site/page.h"

namespace touchstone {

struct Controls {
  std::vector<Evidence> order;  // "Add to cart", "Book"; at most twenty of each
  std::vector<Evidence> ask;    // "Request a quote", a number to call, an e-mail link, a form
  int cart_buttons = 0;         // those that put one thing into a basket, by mark or words
};

// Those of the page's content: what stands in header, menu and footer is on every page.
Controls controls_of(const Page& page);

}  // namespace touchstone
