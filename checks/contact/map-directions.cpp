#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "checks/check.h"
#include "checks/contact_absence.h"
#include "checks/listed_words.h"
#include "checks/map_service.h"
#include "checks/presence/finders.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/phrase_list.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check map_directions;

namespace {

// The pages on which a visitor looks for the way.
std::vector<const Page*> pages_of(const Site& site, const Presence& presence) {
  constexpr std::size_t kMost = 8;
  std::vector<const Page*> pages;
  const auto add = [&](const Page* page) {
    const bool known = std::find(pages.begin(), pages.end(), page) != pages.end();
    if (page && !known && page->document() && pages.size() < kMost) pages.push_back(page);
  };
  add(page_of_class(site, "contact"));
  add(site.home());
  add(page_of_class(site, "branches"));
  add(page_of_class(site, "about"));
  for (const PostalAddress& address : presence.addresses) {
    const auto url = Url::parse(address.url);
    const Visit* const visit = url ? site.visit_of(*url) : nullptr;
    if (visit) add(site.page(*visit));
  }
  return pages;
}

struct Maps {
  std::vector<Evidence> routes;    // links and frames of a service
  std::vector<Evidence> pictures;  // a picture, a script, coordinates
  std::set<std::string> services;
};

// One path for every way in which a page may name the service.
void look_for_maps(const Page& page, Maps& maps) {
  constexpr std::size_t kMost = 20;
  const auto add_route = [&](const Url& url, const Element& element) {
    const std::string service = map_service_of(url);
    if (service.empty()) return;
    maps.services.insert(service);
    if (maps.routes.size() < kMost) {
      maps.routes.push_back({page.url().href(), element.path(), shorten(url.href(), 200)});
    }
  };
  for (const Link& link : page.links()) {
    if (link.url) add_route(*link.url, link.element);
    if (maps.pictures.size() < kMost && fold(link.href.substr(0, 4)) == "geo:") {
      maps.pictures.push_back({page.url().href(), link.element.path(), shorten(link.href, 200)});
    }
  }
  for (const Resource& resource : page.resources()) {
    if (resource.kind == Resource::Kind::frame) add_route(resource.url, resource.element);
  }
}

void say_map(Facts& facts, const std::vector<const Page*>& pages, const Maps& maps) {
  if (!maps.routes.empty()) {
    facts.say("map", "route", maps.routes);
    return;
  }
  std::vector<Evidence> drawn = maps.pictures;
  for (const Page* page : pages) {
    if (shows_map(*page)) drawn.push_back({page->url().href(), "", "map"});
  }
  facts.say("map", drawn.empty() ? "none" : "picture", drawn);
}

using WayWords = std::vector<ListedWords>;

// Those of the page's language; of all where it has none.
const WayWords& way_words(const std::string& language) {
  static const auto by_language = [] {
    std::map<std::string, WayWords, std::less<>> read;
    for (const auto& word : word_list("route")) read[""].emplace_back(std::vector{word});
    for (const auto& one : vocabulary_languages()) {
      for (const auto& word : word_list("route", one)) read[one].emplace_back(std::vector{word});
    }
    return read;
  }();
  const auto found = by_language.find(language);
  return found == by_language.end() || found->second.empty() ? by_language.at("") : found->second;
}

bool tells_the_way(std::string_view line, const WayWords& words) {
  const std::string folded = fold(line);
  return std::count_if(words.begin(), words.end(), [&](const ListedWords& word) {
           return word.first_in(folded).has_value();
         }) >= 2;
}

// A paragraph of some length with two words of the way.
std::optional<std::string> description_in(const Page& page) {
  constexpr std::size_t kShortest = 80, kShortestCjk = 35, kLongest = 3'000;
  const WayWords& words = way_words(page.language());
  const std::string_view text = page.text();
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.size() < kShortest || line.size() > kLongest) continue;
    if (grapheme_count(line) < (mostly_cjk(line) ? kShortestCjk : kShortest)) continue;
    if (tells_the_way(line, words)) return std::string(line);
  }
  return std::nullopt;
}

// "Right across from the bus station": an address may tell the way in fewer words.
std::optional<std::string> description_in_address(const Page& page, const Presence& presence) {
  constexpr std::size_t kShortest = 40;
  for (const PostalAddress& address : presence.addresses) {
    const bool here = address.url == page.url().href();
    if (here && grapheme_count(address.text) >= kShortest &&
        tells_the_way(address.text, way_words(page.language()))) {
      return address.text;
    }
  }
  return std::nullopt;
}

std::optional<Evidence> scheme_on(const Page& page) {
  constexpr std::size_t kMost = 300;
  static const RE2 name(
      R"((?i)(^|[^a-z])(scheme?|route|proezd|proyezd|anfahrt|lageplan|wegbeschreibung|shema|skhema|how-?to-?(get|find)|plan-?acces|croquis|mappa|mapka))"
      R"((?:[^a-z]|$)|схема проезда|схема проїзду|کروکی|карта проезда)");
  std::size_t looked = 0;
  for (const Element& picture : page.document()->find("//img")) {
    if (++looked > kMost) break;
    const std::string text = fold(picture.attribute("src").value_or("").substr(0, 300) + " " +
                                  picture.attribute("alt").value_or("").substr(0, 300));
    if (RE2::PartialMatch(text, name)) {
      return Evidence{page.url().href(), picture.path(), shorten(text, 200)};
    }
  }
  return std::nullopt;
}

void say_route(Facts& facts, const Presence& presence, const std::vector<const Page*>& pages) {
  for (const Page* page : pages) {
    auto text = description_in(*page);
    if (!text) text = description_in_address(*page, presence);
    if (text) {
      facts.say("route", true, {{page->url().href(), "text", shorten(*text, 200)}});
      return;
    }
    if (const auto scheme = scheme_on(*page)) {
      facts.say("route", true, {*scheme});
      return;
    }
  }
  facts.say("route", false);
}

void say_transport(Facts& facts, const std::vector<const Page*>& pages, bool has_map) {
  constexpr std::size_t kMostText = 60'000;
  for (const Page* page : pages) {
    if (!has_listed_phrase(fold(page->text().substr(0, kMostText)),
                           "checks/data/transport-words.txt")) {
      continue;
    }
    facts.say("transport", true, {{page->url().href(), "text", ""}});
    return;
  }
  facts.say("transport", false).signals = has_map ? 2 : 1;
}

void say_chips(Facts& facts, const Site& site, const Maps& maps) {
  facts.say("services", maps.services.size());
  static const RE2 video(
      R"(youtube(-nocookie)?\.com/embed|player\.vimeo|rutube\.ru/play|vk\.com/video_ext|aparat\.com/video)");
  const Page* const contact = page_of_class(site, "contact");
  bool film = false;
  if (contact) {
    for (const Resource& resource : contact->resources()) {
      film = film || (resource.kind == Resource::Kind::frame &&
                      RE2::PartialMatch(resource.url.href(), video));
    }
  }
  facts.say("film", film);
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(map_directions, *why);
  const auto pages = pages_of(site, presence);
  Maps maps;
  for (const Page* page : pages) look_for_maps(*page, maps);
  Facts facts;
  say_map(facts, pages, maps);
  const bool has_map = facts.find("map")->value != Value(std::string("none"));
  say_route(facts, presence, pages);
  const bool described = facts.find("route")->value == Value(true);
  if (!has_map && !described) return no_contact_found(map_directions, site);
  facts.say("present", true);
  say_transport(facts, pages, has_map);
  say_chips(facts, site, maps);
  return facts;
}

}  // namespace

const Check map_directions{
    "map-directions",
    {{"present", "", "a map or a description of the way is there"},
     {"map", "", "route (a link or frame that plans the way), picture (or coordinates), none"},
     {"route", "",
      "a text of 80 characters (40 in an address) with two words of the way, or a picture of it"},
     {"transport", "", "parking or public transport is mentioned"},
     {"services", "", "different map services"},
     {"film", "", "the contact page shows a film"}},
    measure};

}  // namespace touchstone::checks
