#include "checks/meta_refresh.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>

namespace touchstone {

std::optional<MetaRefresh> meta_refresh_of(const Page& page) {
  static const RE2 pattern(
      R"((?i)^\s*(\d*)[\d.]*(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?['"]?\s*([^'"\s][^'"]*))");
  if (!page.document()) return std::nullopt;
  for (const Element& meta : page.document()->find("//meta[@http-equiv and @content]")) {
    const std::string name = *meta.attribute("http-equiv"), content = *meta.attribute("content");
    std::string seconds, target;
    if (!RE2::FullMatch(name, R"((?i)\s*refresh\s*)")) continue;
    if (!RE2::PartialMatch(content, pattern, &seconds, &target)) continue;
    const auto url = page.base().resolve(target);
    if (!url || url->without_fragment() == page.url().without_fragment()) continue;
    int wait = 0;
    std::from_chars(seconds.data(), seconds.data() + std::min<std::size_t>(seconds.size(), 6),
                    wait);
    return MetaRefresh{meta, *url, wait};
  }
  return std::nullopt;
}

}  // namespace touchstone
