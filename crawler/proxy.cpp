#include "crawler/proxy.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "site/url.h"

namespace touchstone {

namespace {

std::string_view scheme_of(std::string_view proxy) {
  const auto end = proxy.find("://");
  return end == std::string_view::npos ? "http" : proxy.substr(0, end);
}

}  // namespace

void require_proxy(const std::string& proxy) {
  if (proxy.empty()) return;
  constexpr std::array<std::string_view, 6> schemes{"http",    "https",  "socks4",
                                                    "socks4a", "socks5", "socks5h"};
  const auto scheme = scheme_of(proxy);
  const auto rest =
      proxy.find("://") == std::string::npos ? proxy : proxy.substr(scheme.size() + 3);
  const auto as_url = Url::parse("http://" + rest);
  if (std::find(schemes.begin(), schemes.end(), scheme) == schemes.end() || !as_url) {
    throw std::runtime_error("--proxy " + proxy + ": wanted is [SCHEME://]HOST[:PORT]");
  }
}

bool proxy_looks_up(const std::string& proxy) {
  const auto scheme = scheme_of(proxy);
  return !proxy.empty() && scheme != "socks4" && scheme != "socks5";
}

}  // namespace touchstone
