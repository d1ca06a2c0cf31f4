#pragma once

// What a look of a rule sees on a site, before it becomes a fact.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/rulebook.h"
#include "site/site.h"

namespace touchstone {

struct Find {
  std::string text;   // cut to some 2,000 bytes; later finds may only count and say nothing
  std::string place;  // an XPath, a header's name, "body"
  const Fetch* fetch = nullptr;
  std::size_t length = 0;  // in characters, of the whole text; only where it is asked for
};

// What a look found; or why it could not look.
struct Sight {
  std::vector<Find> finds;
  std::optional<Reason> unseen;  // a source that could not be read for what is not there
  bool looked = false;           // at least one source was read
  std::size_t bytes = 0;         // of the texts read
};

// Bounded in the number of finds and in the bytes read, whatever the page and the expression.
// `site` must outlive the sight.
Sight look_at(const Site& site, const Look& look);

}  // namespace touchstone
