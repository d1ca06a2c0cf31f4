#pragma once

// The signatures of those who stand between a site and its visitors, from
// site/data/challenges.json.

#include <optional>
#include <string>

#include "site/fetch.h"
#include "site/page.h"

namespace touchstone {

// What a signature is compared with.
struct Answer {
  const Fetch& fetch;
  std::string source;          // ASCII letters lower case
  std::string title;           // folded
  std::size_t characters = 0;  // of visible text; of the whole body where it is no HTML
  std::size_t internal_links = 0;
  bool has_fields = false;  // something to fill in
};

Answer answer_of(const Page& page);
Answer answer_of(const Fetch& fetch);  // no HTML, or no body

// The vendor whose challenge this is.
std::optional<std::string> challenger(const Answer& answer);

}  // namespace touchstone
