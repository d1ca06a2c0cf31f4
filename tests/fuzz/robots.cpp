// robots.txt: an address in the first line, the file behind it.

#include "site/robots.h"

#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto [address, file] = fuzz::split_line(fuzz::text_of(bytes, size));
  const auto robots = Robots::parse(file);
  if (const auto url = Url::parse(address))
    fuzz::hold(robots.allows("touchstone", *url) == robots.allows("Touchstone", *url),
               "an agent's name has no case");
  const auto path = robots_path(address);
  robots.allows_path("touchstone", path);
  fuzz::hold(robots.allows_path("touchstone", "/robots.txt"), "the file itself may be asked for");
  robots.crawl_delay("touchstone");
  fuzz::hold(robots.sitemaps().size() <= 1'000, "sitemaps are bounded");
  fuzz::hold(path.starts_with('/'), "a path begins with a slash");
  const auto pattern = normalise_pattern(address);
  fuzz::hold(normalise_pattern(pattern) == pattern, "a normalised pattern is normal");
  fuzz::hold(pattern.size() <= 3 * address.size(), "a pattern grows three times at most");
  return 0;
}
