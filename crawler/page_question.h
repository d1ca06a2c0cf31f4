#pragma once

// What the owner of a deep crawl asks a carrier, and what comes back: a page boiled down to its
// summary and its links, while it was still arriving.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "crawler/own_links.h"
#include "site/fetch.h"
#include "site/page_summary.h"

namespace touchstone {

struct PageQuestion {
  std::int64_t number = 0;  // of the address
  Url url;
  bool head = false;                    // the address promises a file that is no page
  std::string etag{}, last_modified{};  // of the answer that is known; empty: unconditional
};

struct PageAnswer {
  std::int64_t number = 0;
  Url url;
  Time when{};
  int status = 0;  // 0: nobody answered
  Headers headers{};
  std::optional<Fault> fault{};
  std::int64_t wire_bytes = 0;
  std::optional<PageSummary> page{};  // absent: no HTML, or nothing came
  std::vector<OwnLink> links{};       // of the page, to the site itself
};

}  // namespace touchstone
