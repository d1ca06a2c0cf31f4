#include "site/link_list.h"

#include <string>

#include "site/embedded.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

bool host_matches(std::string_view host, std::string_view pattern) {
  if (!pattern.ends_with(".*")) return host_within(host, pattern);
  const std::string suffix = public_suffix(host);
  if (suffix.empty()) return false;
  const auto name = std::string(pattern.substr(0, pattern.size() - 1)) + suffix;
  return host_within(host, name);
}

}  // namespace

bool is_in_link_list(const Url& url, std::string_view embedded_path) {
  for (const auto entry : embedded_list(embedded_path)) {
    const auto slash = entry.find('/');
    if (!host_matches(url.host(), entry.substr(0, slash))) continue;
    if (slash == std::string_view::npos || url.path().starts_with(entry.substr(slash))) return true;
  }
  return false;
}

}  // namespace touchstone
