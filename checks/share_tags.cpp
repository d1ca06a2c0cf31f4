#include "checks/share_tags.h"

#include <vector>

#include "site/text.h"

namespace touchstone {

std::optional<SharePicture> share_picture(const Page& page, bool card_first) {
  static const std::vector<std::string_view> open_graph{"og:image", "og:image:url",
                                                        "og:image:secure_url"},
      card{"twitter:image", "twitter:image:src"};
  for (const auto& names : {card_first ? card : open_graph, card_first ? open_graph : card}) {
    for (const auto name : names) {
      const std::string written = collapse_spaces(page.meta(name).value_or(""));
      if (written.empty()) continue;
      return SharePicture{written,
                          page.base().resolve(written),
                          {page.url().href(), "meta " + std::string(name), shorten(written, 200)}};
    }
  }
  return std::nullopt;
}

}  // namespace touchstone
