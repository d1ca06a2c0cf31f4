#include "checks/presence/icons.h"

#include <algorithm>
#include <set>

#include "checks/presence/data_url.h"
#include "site/challenge.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t most_declared = 12;

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// The first of the icon relations among the words of a rel attribute; empty when there is none.
std::string icon_rel(const std::string& rel) {
  static const std::vector<std::string_view> rels = embedded_list("checks/data/icon-rels.txt");
  const std::string words = " " + lower_case(collapse_spaces(rel)) + " ";
  for (const std::string_view name : rels) {
    if (words.find(" " + std::string(name) + " ") != std::string::npos) return std::string(name);
  }
  return {};
}

struct Declared {
  std::string href, rel, place;
};

std::vector<Declared> declared_icons(const Document& document) {
  std::vector<Declared> found;
  for (const Element& link : document.find("//link[@rel and @href]")) {
    const std::string rel = icon_rel(*link.attribute("rel"));
    if (rel.empty()) continue;
    found.push_back({collapse_spaces(*link.attribute("href")), rel, link.path()});
    if (found.size() == most_declared) return found;
  }
  for (const Element& meta : document.find("//meta[@name and @content]")) {
    if (lower_case(*meta.attribute("name")) != "msapplication-tileimage") continue;
    found.push_back(
        {collapse_spaces(*meta.attribute("content")), "msapplication-TileImage", meta.path()});
    break;
  }
  return found;
}

void read_bytes(FoundIcon& found, std::string bytes) {
  found.image = read_image(bytes);
  Icon& icon = found.icon;
  icon.width = found.image.width;
  icon.height = found.image.height;
  icon.format = found.image.format;
  icon.resolves = !icon.format.empty();
  icon.decodes = found.image.decodes;
  icon.bytes = static_cast<std::int64_t>(bytes.size());
  found.bytes = std::move(bytes);
}

// A 200 with HTML is no icon; a block on the icon alone says nothing of it.
void read_answer(FoundIcon& found, const Visit& visit) {
  const Fetch& fetch = visit.fetch;
  found.fetch = &fetch;
  if (const auto obstacle = obstacle_in(fetch)) {
    found.icon.unknown_because = obstacle->reason;
  } else if (fetch.ok() && fetch.status() == 200) {
    read_bytes(found, fetch.body);
    if (fetch.truncated && found.icon.resolves) found.icon.unknown_because = Reason::truncated;
  }
}

FoundIcon read_declared(const Site& site, const Page& home, const Declared& declared) {
  FoundIcon found;
  found.icon.source = "link";
  found.icon.rel = declared.rel;
  found.place = declared.place;
  if (auto bytes = data_url_bytes(declared.href)) {
    found.icon.url = declared.href.substr(0, 60);
    read_bytes(found, std::move(*bytes));
    return found;
  }
  const auto url = home.base().resolve(declared.href);
  found.icon.url = url ? url->href() : declared.href;
  if (!url) return found;
  if (const Visit* visit = site.visit_of(url->without_fragment())) {
    read_answer(found, *visit);
  } else {
    found.icon.unknown_because =
        site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
  }
  return found;
}

FoundIcon uncaptured_default(const Site& site) {
  FoundIcon found;
  found.icon.url = site.home_url().with_path("/favicon.ico").href();
  found.icon.source = "default";
  found.icon.unknown_because = Reason::not_captured;
  found.place = "/favicon.ico";
  return found;
}

}  // namespace

bool is_tab_icon(const Icon& icon) {
  return icon.rel == "icon" || icon.source == "default";
}

FoundIcon icon_of(const Visit& visit, std::string source) {
  FoundIcon found;
  found.icon.url = visit.fetch.asked.href();
  found.icon.source = std::move(source);
  found.place =
      found.icon.source == "manifest" ? "manifest" : std::string(visit.fetch.asked.path());
  read_answer(found, visit);
  return found;
}

std::vector<FoundIcon> icon_candidates(const Site& site) {
  std::vector<FoundIcon> icons;
  std::set<std::pair<std::string, std::string>> seen;
  std::set<std::string> addresses;
  const Page* home = site.home();
  if (home && home->document()) {
    for (const Declared& declared : declared_icons(*home->document())) {
      FoundIcon found = read_declared(site, *home, declared);
      addresses.insert(found.icon.url);
      if (seen.emplace(declared.href, declared.rel).second) icons.push_back(std::move(found));
    }
  }
  for (const Visit* visit : site.visits(Role::icon)) {
    if (visit->note != "manifest" || !addresses.insert(visit->fetch.asked.href()).second) continue;
    icons.push_back(icon_of(*visit, "manifest"));
  }
  const Visit* root = site.visit(Role::root_icon);
  if (root && addresses.insert(root->fetch.asked.href()).second) {
    icons.push_back(icon_of(*root, "default"));
  }
  // Another tool asks for it only where a page names it: that it was not asked proves nothing.
  if (!root && site.recording().foreign) icons.push_back(uncaptured_default(site));
  return icons;
}

std::vector<Icon> find_icons(const Site& site) {
  std::vector<Icon> icons;
  for (FoundIcon& found : icon_candidates(site)) {
    const Icon& icon = found.icon;
    // Nothing at an address that nobody named is no icon.
    const bool looked_for = icon.unknown_because && icon.unknown_because != Reason::not_captured;
    if (icon.source == "default" && !icon.resolves && !looked_for) continue;
    icons.push_back(std::move(found.icon));
  }
  return icons;
}

}  // namespace touchstone
