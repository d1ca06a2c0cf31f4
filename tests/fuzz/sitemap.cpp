// Sitemaps in all their forms, and the feeds of news that look like them.

#include "site/sitemap.h"

#include "checks/feed.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  static const Url address = *Url::parse("https://firm.example/sitemap.xml");
  const auto text = fuzz::text_of(bytes, size);
  const auto sitemap = read_sitemap(text, address);
  fuzz::hold(sitemap.locations.size() <= 50'000, "locations are bounded");
  for (const auto& url : sitemap.locations)
    fuzz::hold(url != address, "a sitemap does not list itself");
  fuzz::hold(sitemap.kind != Sitemap::Kind::none || sitemap.locations.empty(),
             "what is no sitemap has no locations");
  fuzz::hold(read_feed(text, address).items.size() <= 200, "items are bounded");
  return 0;
}
