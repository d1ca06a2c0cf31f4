#pragma once

// A sitemap in any form that the protocol allows (https://www.sitemaps.org/protocol.html): a
// urlset, an index of further sitemaps, an RSS or Atom feed, a text of addresses; plain or gzipped.
// Read as a stream: no tree, no DTD, no entity but the five of XML, no network.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/fetch.h"
#include "site/url.h"

namespace touchstone {

struct Sitemap {
  enum class Kind {
    none,    // something else: a web page, an image, nothing
    urlset,  // pages
    index,   // further sitemaps
    feed,    // RSS or Atom
    text,    // an address a line
  };
  Kind kind = Kind::none;
  std::vector<Url> locations;  // in order, without the sitemap's own address; at most 50,000
  bool truncated = false;      // more than 50,000 locations or 50 MiB unpacked
  std::string error;           // what is wrong with the file; what stands before it was still read
  std::string name_space;      // of the root of an XML form; "" where it has none
  std::optional<Time> newest;  // the latest lastmod; absent when no entry has one that is a date
};

// `address`: where it was fetched; relative locations in feeds resolve against it.
Sitemap read_sitemap(std::string_view bytes, const Url& address);

// The same piece by piece, for sitemaps that are not to be held in memory: each location is handed
// out as it comes, and `locations` stays empty. What is gzipped itself is held until the end.
class SitemapStream {
 public:
  using Take = std::function<void(Url)>;

  SitemapStream(const Url& address, Take take);
  ~SitemapStream();

  bool add(std::string_view piece);  // false: nothing more is wanted
  Sitemap::Kind kind() const;        // of an XML form, known before its first location
  Sitemap finish();                  // once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
