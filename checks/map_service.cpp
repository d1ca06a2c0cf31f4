#include "checks/map_service.h"

#include "site/embedded.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

bool host_is(std::string_view host, std::string_view pattern) {
  if (!pattern.ends_with(".*")) return host_within(host, pattern);
  const std::string suffix = public_suffix(host);
  return !suffix.empty() &&
         host_within(host, std::string(pattern.substr(0, pattern.size() - 1)) + suffix);
}

}  // namespace

std::string map_service_of(const Url& url) {
  for (const auto line : embedded_list("checks/data/map-services.txt")) {
    const auto cut = line.find(' ');
    const auto place = line.substr(cut + 1);
    const auto slash = place.find('/');
    if (!host_is(url.host(), place.substr(0, slash))) continue;
    if (slash == std::string_view::npos || url.path().starts_with(place.substr(slash))) {
      return std::string(line.substr(0, cut));
    }
  }
  return {};
}

}  // namespace touchstone
