#pragma once

// A feed of news: RSS 2.0 and 1.0, Atom (RFC 4287), JSON Feed 1.1. Pure and safe from several
// threads; linear in the bytes; no tree of XML, no entity beyond its five.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"

namespace touchstone {

struct FeedItem {
  std::optional<Url> link;
  std::optional<Time> date;
};

struct Feed {
  bool sound = false;           // it is a feed, and well-formed
  std::vector<FeedItem> items;  // in its order; at most 200

  const FeedItem* newest() const;  // null where no item has a date
};

Feed read_feed(std::string_view bytes, const Url& address);

// The feeds that a page declares, without those of comments.
std::vector<Url> declared_feeds(const Page& page);

}  // namespace touchstone
