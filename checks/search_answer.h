#pragma once

// What the site's own search answered. Pure, safe from several threads; linear in the answer.

#include <optional>
#include <string>
#include <vector>

#include "checks/fact.h"
#include "site/site.h"

namespace touchstone {

struct SearchAnswer {
  const Visit* visit = nullptr;    // null: not asked
  const Page* page = nullptr;      // null: no HTML
  std::string word;                // what was looked for, folded
  std::optional<Reason> unseen;    // why nothing is known of it
  std::vector<const Link*> links;  // of the content into the site, each address once

  Evidence seen(std::string_view excerpt) const;
};

// `note`: "word" or "nothing", as the visit has it.
SearchAnswer search_answer(const Site& site, std::string_view note);

// A page of the sample offers to search.
bool offers_search(const Site& site);

}  // namespace touchstone
