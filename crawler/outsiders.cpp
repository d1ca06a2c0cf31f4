#include "crawler/outsiders.h"

#include <algorithm>
#include <unordered_set>

#include "site/app_stores.h"
#include "site/embedded.h"
#include "site/link_list.h"
#include "site/page_class.h"
#include "site/public_suffix.h"

namespace touchstone {
namespace {

constexpr std::size_t max_looked_at = 300;  // foreign addresses of one page
constexpr int sure_score = 5;

bool is_somebody(const Url& url) {
  return url.path().size() > 1 || !url.query().empty();
}

// Empty: none of them.
std::string kind_of(const Link& link, const std::string& language) {
  if (is_in_link_list(*link.url, "site/data/share-links.txt")) return "";
  if (is_in_link_list(*link.url, "site/data/map-links.txt")) return "map";
  if (is_in_link_list(*link.url, "site/data/review-links.txt")) return "reviews";
  if (is_in_link_list(*link.url, "site/data/social-links.txt"))
    return is_somebody(*link.url) ? "social" : "";
  if (!app_stores_of(*link.url).empty()) return "store";
  return link_score(link, "login", language) >= sure_score ? "login" : "";
}

}  // namespace

std::vector<Found> outsiders_of(const Page& page, const Url& home) {
  std::vector<Found> result;
  std::unordered_set<std::string> seen;
  const auto is_new = [&](const Url& url) {
    return seen.size() < max_looked_at && !same_company_host(url.host(), home.host()) &&
           seen.insert(url.without_fragment().href()).second;
  };
  for (const auto& link : page.links()) {
    if (!link.url || !is_new(*link.url)) continue;
    auto kind = kind_of(link, page.language());
    if (!kind.empty()) result.push_back({link.url->without_fragment(), std::move(kind)});
  }
  for (const auto& resource : page.resources())
    if (resource.kind == Resource::Kind::frame && is_new(resource.url))
      result.push_back({resource.url.without_fragment(), "frame"});
  return result;
}

bool is_on_platform(const Url& url) {
  for (const auto* list : {"site/data/social-links.txt", "site/data/share-links.txt",
                           "site/data/map-links.txt", "site/data/review-links.txt"})
    if (is_in_link_list(url, list)) return true;
  return !app_stores_of(url).empty();
}

std::optional<Url> registration_of(const std::string& domain) {
  const auto zone = domain.substr(domain.rfind('.') + 1) + " ";
  for (const auto line : embedded_list("site/data/rdap-servers.txt"))
    if (line.starts_with(zone))
      return Url::parse(std::string(line.substr(zone.size())) + "domain/" + domain);
  return {};
}

}  // namespace touchstone
