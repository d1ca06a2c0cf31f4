#include "crawler/evidence.h"

#include <algorithm>

#include "crawler/ascii.h"
#include "crawler/probes.h"
#include "site/embedded.h"

namespace touchstone {
namespace {

constexpr std::size_t max_found = 50;         // of one kind on one page
constexpr std::size_t max_looked_at = 5'000;  // links and fields of one page

void add_once(std::vector<Url>& list, const std::optional<Url>& url) {
  if (!url || list.size() == max_found) return;
  const auto plain = url->without_fragment();
  if (std::find(list.begin(), list.end(), plain) == list.end()) list.push_back(plain);
}

bool is_listed(const std::string& text, std::string_view list) {
  const auto items = embedded_list(list);
  return std::find(items.begin(), items.end(), text) != items.end();
}

bool is_feed_type(std::string type) {
  type = ascii_lower(type.substr(0, type.find(';')));
  return type == "application/rss+xml" || type == "application/atom+xml" ||
         type == "application/feed+json";
}

}  // namespace

std::vector<Url> feeds_of(const Page& page) {
  std::vector<Url> result;
  if (!page.document()) return result;
  for (const auto& link :
       page.document()->find("//link[contains(@rel, 'alternate') and @type and @href]")) {
    if (!is_feed_type(*link.attribute("type"))) continue;
    const auto about = ascii_lower(*link.attribute("href") + link.attribute("title").value_or(""));
    if (about.find("comment") == about.npos)
      add_once(result, page.base().resolve(*link.attribute("href")));
  }
  return result;
}

std::vector<Url> versions_of(const Page& page) {
  std::vector<Url> result;
  if (!page.document()) return result;
  for (const auto& link :
       page.document()->find("//link[contains(@rel, 'alternate') and @hreflang and @href]"))
    add_once(result, page.base().resolve(*link.attribute("href")));
  return result;
}

std::optional<Url> canonical_of(const Page& page) {
  const auto link =
      page.document() ? page.document()->first("//link[@rel='canonical' and @href]") : std::nullopt;
  return link ? page.base().resolve(*link->attribute("href")) : std::nullopt;
}

std::vector<Url> share_pictures_of(const Page& page) {
  std::vector<Url> result;
  for (const auto* name :
       {"og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"})
    if (const auto content = page.meta(name)) add_once(result, page.base().resolve(*content));
  return result;
}

std::vector<Url> pictures_of(const Page& page) {
  std::vector<Url> result;
  for (const bool lazy : {false, true})
    for (const auto& resource : page.resources())
      if (resource.kind == Resource::Kind::image && resource.lazy == lazy)
        add_once(result, resource.url);
  return result;
}

std::vector<Url> documents_of(const Page& page) {
  std::vector<Url> result;
  std::size_t looked_at = 0;
  for (const auto& link : page.links()) {
    if (++looked_at > max_looked_at) break;
    if (link.url && is_listed(extension_of(*link.url), "site/data/document-extensions.txt"))
      add_once(result, link.url);
  }
  return result;
}

Url with_query(const Url& url, const std::string& piece) {
  const auto plain = url.without_fragment();
  const auto all = plain.query().empty() ? piece : std::string(plain.query()) + "&" + piece;
  return plain.resolve("?" + all).value_or(plain);
}

std::vector<std::pair<std::string, std::string>> conditions_of(const Fetch& fetch) {
  std::vector<std::pair<std::string, std::string>> result;
  if (const auto tag = fetch.headers().get("etag")) result.emplace_back("If-None-Match", *tag);
  if (const auto date = fetch.headers().get("last-modified"))
    result.emplace_back("If-Modified-Since", *date);
  return result;
}

std::vector<Found> usual_files(const Url& home) {
  const auto at = [&](const std::string& path) { return home.with_path(path); };
  return {{at("/.well-known/security.txt"), "security.txt"},
          {at("/humans.txt"), "humans.txt"},
          {at("/.well-known/change-password"), "change-password"},
          {at("/.well-known/apple-app-site-association"), "apple-app-site-association"},
          {at("/.well-known/assetlinks.json"), "assetlinks.json"}};
}

}  // namespace touchstone
