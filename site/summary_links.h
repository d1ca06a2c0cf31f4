#pragma once

// The links of a page as they stream by: kept as written until the page has said its base. For
// site/ alone. One thread at a time.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "site/page_summary.h"
#include "site/url.h"

namespace touchstone {

class LinkCollector {
 public:
  // `href` with its references decoded.
  void add(std::string_view href, bool nofollow, bool hidden);

  // `page`: whose origin tells what is of the same one.
  SummaryLinks resolve(const Url& base, const Url& page) const;

 private:
  // Of one page, each address counted as often as it stands there.
  static constexpr std::size_t most_written = 20'000;

  struct Written {
    std::uint32_t begin = 0, size = 0;
    bool nofollow = false, hidden = false;
  };
  std::string text_;
  std::vector<Written> written_;
  bool more_ = false;
};

}  // namespace touchstone
