#include "checks/feed.h"

#include <re2/re2.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "site/iso_date.h"
#include "site/media_type.h"
#include "site/sitemap.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t most_items = 200, longest = 1 << 20;

std::optional<Time> date_of(const std::string& text) {
  const auto time = parse_iso_date(text);
  return time ? time : parse_http_date(text);
}

// What stands between the tags, marked sections and entities undone.
std::string plain(std::string text) {
  text = collapse_spaces(text);
  if (text.starts_with("<![CDATA[") && text.ends_with("]]>")) {
    text = collapse_spaces(text.substr(9, text.size() - 12));
  }
  for (std::size_t at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at)) {
    text.erase(++at, 4);
  }
  return text;
}

FeedItem item_of(std::string_view xml, const Url& address) {
  static const RE2 date(
      R"re(<(?:pubDate|published|dc:date|updated)\b[^>]*>\s*((?:<!\[CDATA\[)?[^<]*)</)re");
  static const RE2 text_link(R"re(<link>\s*((?:<!\[CDATA\[)?[^<]*)</link>)re");
  static const RE2 alternate(R"re(<link\b[^>]*\shref\s*=\s*["']([^"'<>]+)["'])re");
  static const RE2 guid(R"re(<guid\b[^>]*>\s*(https?://[^<\s]+)\s*</guid>)re");
  const re2::StringPiece item(xml.data(), xml.size());
  FeedItem found;
  std::string text;
  if (RE2::PartialMatch(item, date, &text)) found.date = date_of(plain(text));
  for (const RE2* link : {&text_link, &alternate, &guid}) {
    if (!found.link && RE2::PartialMatch(item, *link, &text)) {
      found.link = address.resolve(plain(text));
    }
  }
  return found;
}

Feed read_xml(std::string_view bytes, const Url& address) {
  const Sitemap outline = read_sitemap(bytes, address);
  Feed feed;
  feed.sound = outline.kind == Sitemap::Kind::feed && outline.error.empty();
  static const RE2 begin(R"(<(item|entry)[\s>])");
  re2::StringPiece rest(bytes.data(), bytes.size());
  std::string name;
  while (feed.items.size() < most_items && RE2::FindAndConsume(&rest, begin, &name)) {
    const std::string_view from(rest.data(), rest.size());
    const auto end = from.find("</" + name);
    if (end == std::string_view::npos) break;
    feed.items.push_back(item_of(from.substr(0, end), address));
    rest.remove_prefix(end);
  }
  return feed;
}

std::string text_in(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Feed read_json(std::string_view bytes, const Url& address) {
  Feed feed;
  const auto object = nlohmann::json::parse(bytes, nullptr, false);
  if (!object.is_object()) return feed;
  const auto items = object.find("items");
  if (items == object.end() || !items->is_array()) return feed;
  feed.sound = text_in(object, "version").find("jsonfeed.org/version") != std::string::npos;
  for (const auto& one : *items) {
    if (!one.is_object() || feed.items.size() == most_items) continue;
    FeedItem item;
    const std::string link = text_in(one, "url"), published = text_in(one, "date_published");
    if (!link.empty()) item.link = address.resolve(link);
    item.date = date_of(published.empty() ? text_in(one, "date_modified") : published);
    feed.items.push_back(std::move(item));
  }
  return feed;
}

}  // namespace

const FeedItem* Feed::newest() const {
  const FeedItem* newest = nullptr;
  for (const FeedItem& item : items) {
    if (item.date && (!newest || *item.date > *newest->date)) newest = &item;
  }
  return newest;
}

Feed read_feed(std::string_view bytes, const Url& address) {
  bytes = bytes.substr(0, longest);
  const auto first = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == std::string_view::npos) return {};
  return bytes[first] == '{' ? read_json(bytes.substr(first), address) : read_xml(bytes, address);
}

std::vector<Url> declared_feeds(const Page& page) {
  constexpr std::size_t most = 20;
  static const RE2 type("(?i)^application/(rss|atom|rdf)\\+xml|^application/(feed\\+)?json$");
  static const RE2 comments("(?i)comment|/kommentare");
  std::vector<Url> feeds;
  if (!page.document()) return feeds;
  for (const Element& link : page.document()->find("//link[@rel and @type and @href]")) {
    const std::string href = *link.attribute("href");
    if (fold(*link.attribute("rel")).find("alternate") == std::string::npos ||
        !RE2::PartialMatch(*link.attribute("type"), type) || RE2::PartialMatch(href, comments) ||
        RE2::PartialMatch(link.attribute("title").value_or(""), comments) ||
        href.find("wp-json") != std::string::npos) {
      continue;
    }
    const auto url = page.base().resolve(href);
    if (url && std::find(feeds.begin(), feeds.end(), *url) == feeds.end()) feeds.push_back(*url);
    if (feeds.size() == most) break;
  }
  return feeds;
}

}  // namespace touchstone
