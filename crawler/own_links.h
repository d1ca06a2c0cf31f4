#pragma once

// Which links of a page lead to the site that is crawled: its host and the twin with or without
// "www.", over http and https.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/page_summary.h"
#include "site/url.h"

namespace touchstone {

class OwnHosts {
 public:
  explicit OwnHosts(const Url& home);

  // `href`: of a Url.
  bool hold(std::string_view href) const;

 private:
  std::vector<std::string> origins_;
};

struct OwnLink {
  std::uint64_t key = 0;   // crawler/address_key.h
  std::uint32_t link = 0;  // its place in SummaryLinks::list
};

// Each key once, in the order of the page; what is longer than any sane address is left out.
std::vector<OwnLink> own_links(const SummaryLinks& links, const OwnHosts& own);

inline constexpr std::size_t longest_address = 2'000;  // bytes

}  // namespace touchstone
