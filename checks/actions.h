#pragma once

// The links and buttons of a page that ask the visitor to do something: "Order now", "Book a
// table", a number to call, a messenger. Pure, safe from several threads; linear in the page.

#include <optional>
#include <string>
#include <vector>

#include "checks/presence.h"
#include "site/page.h"

namespace touchstone {

struct Action {
  Element element;
  std::string kind;  // the verb that it begins with, folded; "tel:", "messenger"
  std::string text;  // as written; the address where there is none
  std::string href;  // empty for a button
  int position = 0;  // percent of the page's visible text that stands before it
  bool in_header = false;
};

// In the order of the page, at most 200. Weak words ("learn more") lead on, they ask for nothing.
std::vector<Action> actions_of(const Page& page, const std::vector<NetworkLink>& messengers);

// Whether there are words to know an action by in the page's language.
bool knows_actions(const Page& page);

}  // namespace touchstone
