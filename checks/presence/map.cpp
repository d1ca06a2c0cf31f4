#include <re2/re2.h>

#include <memory>
#include <string>
#include <vector>

#include "checks/presence/finders.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

using Patterns = std::vector<std::unique_ptr<RE2>>;

Patterns read_patterns(std::string_view list) {
  Patterns patterns;
  for (const auto line : embedded_list(list)) {
    patterns.push_back(std::make_unique<RE2>(std::string(line)));
  }
  return patterns;
}

bool any_matches(const Patterns& patterns, const Url& url) {
  std::string address = std::string(url.host()) + std::string(url.path());
  if (!url.query().empty()) address += "?" + std::string(url.query().substr(0, 1000));
  for (const auto& pattern : patterns) {
    if (RE2::PartialMatch(address, *pattern)) return true;
  }
  return false;
}

// Frames that load late carry their address in another attribute.
bool has_map_frame(const Page& page, const Patterns& embeds) {
  static const std::vector<std::string> attributes{
      "src",           "data-src", "data-lazy-src",   "data-lazyload",
      "data-original", "data-url", "data-iframe-src", "data-cmp-src"};
  for (const auto& frame : page.document()->find("//iframe | //embed | //object | //frame")) {
    for (const auto& name : attributes) {
      const auto address = frame.attribute(name);
      const auto url = address ? page.base().resolve(*address) : std::nullopt;
      if (url && any_matches(embeds, *url)) return true;
    }
    const auto data = frame.attribute("data");
    const auto url = data ? page.base().resolve(*data) : std::nullopt;
    if (url && any_matches(embeds, *url)) return true;
  }
  return false;
}

bool has_place_for_map(const Page& page) {
  return !page.document()
              ->find(
                  "//body//*[self::div or self::section or self::figure or self::ymaps]"
                  "[matches(concat(@id, ' ', @class), '(?i)(^|[^a-z])(g?maps?|ymaps?|leaflet|"
                  "karte|mapa|carte|harita|google-?maps?|yandex-?map|map-?(canvas|container|"
                  "block|box|wrap|wrapper|area|frame|embed|root|view|holder))([^a-z]|$)')]")
              .empty();
}

}  // namespace

bool shows_map(const Page& page) {
  static const Patterns embeds = read_patterns("checks/data/map-embeds.txt");
  static const Patterns scripts = read_patterns("checks/data/map-scripts.txt");
  if (!page.document()) return false;
  if (has_map_frame(page, embeds)) return true;
  bool draws = false;
  for (const auto& resource : page.resources()) {
    if (resource.kind == Resource::Kind::script || resource.kind == Resource::Kind::image) {
      if (any_matches(embeds, resource.url)) return true;
      draws = draws || any_matches(scripts, resource.url);
    }
  }
  return draws && has_place_for_map(page);
}

bool find_map(const Site& site) {
  for (const Page* page : site.pages()) {
    if (shows_map(*page)) return true;
  }
  return false;
}

}  // namespace touchstone
