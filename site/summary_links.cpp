#include "site/summary_links.h"

#include <unordered_map>

namespace touchstone {

void LinkCollector::add(std::string_view href, bool nofollow, bool hidden) {
  if (written_.size() == most_written) {
    more_ = true;
    return;
  }
  written_.push_back({static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(href.size()), nofollow, hidden});
  text_ += href;
}

SummaryLinks LinkCollector::resolve(const Url& base, const Url& page) const {
  SummaryLinks links;
  links.more = more_;
  const std::string origin = page.origin();
  std::unordered_map<std::string, std::size_t> place;
  for (const Written& written : written_) {
    const auto href = std::string_view(text_).substr(written.begin, written.size);
    if (href == "#") continue;
    const auto url = base.resolve(href);
    if (!url) continue;
    const std::string address = url->without_fragment().href();
    const auto [found, is_new] = place.emplace(address, links.list.size());
    if (is_new && links.list.size() == SummaryLinks::most) {
      links.more = true;
      break;
    }
    if (is_new) {
      links.list.push_back({static_cast<std::uint32_t>(links.addresses.size()),
                            static_cast<std::uint32_t>(address.size()), written.nofollow,
                            url->origin() == origin, written.hidden});
      links.addresses += address;
    } else {
      SummaryLink& link = links.list[found->second];
      link.nofollow = link.nofollow && written.nofollow;
      link.hidden = link.hidden && written.hidden;
    }
  }
  return links;
}

}  // namespace touchstone
