#include "site/summary_links.h"

#include <bit>
#include <functional>

#include "site/link_resolver.h"
#include "site/text.h"

namespace touchstone {

namespace {

// Which addresses were seen, by open addressing: places in a list plus one, 0 for none.
class Seen {
 public:
  explicit Seen(std::size_t most) : slots_(std::bit_ceil(2 * most + 1)) {}

  // The place of the address; `next` where it is new, which it then has.
  std::size_t place(const SummaryLinks& links, std::string_view address, std::size_t next) {
    auto slot = std::hash<std::string_view>{}(address) & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      const std::size_t found = slots_[slot] - 1U;
      if (links.address(links.list[found]) == address) return found;
    }
    slots_[slot] = static_cast<std::uint32_t>(next + 1);
    return next;
  }

 private:
  std::vector<std::uint32_t> slots_;
};

// Nothing that collapsing spaces would change, and no letter beyond ASCII, which might be one.
bool may_hold_spaces(std::string_view text) {
  for (const char c : text) {
    if (static_cast<signed char>(c) <= 0x20) return true;
  }
  return false;
}

}  // namespace

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
  links.list.reserve(written_.size());
  links.addresses.reserve(text_.size() + 32 * written_.size());
  const std::string page_root = page.origin() + "/";
  const bool moved = base.origin() != page.origin();
  LinkResolver resolver(base);
  Seen seen(written_.size());
  for (const Written& written : written_) {
    auto href = std::string_view(text_).substr(written.begin, written.size);
    std::string collapsed;
    if (may_hold_spaces(href)) href = collapsed = collapse_spaces(href);
    if (href == "#") continue;
    const auto begin = links.addresses.size();
    bool same_origin = false;
    if (!resolver.append(href, links.addresses, same_origin)) continue;
    const auto address = std::string_view(links.addresses).substr(begin);
    if (moved) same_origin = address.starts_with(page_root);
    const auto next = links.list.size();
    const auto place = seen.place(links, address, next);
    if (place < next) {
      SummaryLink& link = links.list[place];
      link.nofollow = link.nofollow && written.nofollow;
      link.hidden = link.hidden && written.hidden;
    } else if (next < SummaryLinks::most) {
      links.list.push_back({static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(address.size()), written.nofollow,
                            same_origin, written.hidden});
      continue;
    }
    links.addresses.resize(begin);
    links.more = links.more || place == next;
    if (place == next) break;
  }
  return links;
}

}  // namespace touchstone
