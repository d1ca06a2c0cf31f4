#include "checks/menu.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_map>

#include "checks/unseen.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

// "/", "/index.html" and "/index.php" are one place: "/"; so are "/en/" and "/en/index.html".
std::string_view folder_of(std::string_view path) {
  const std::size_t name = path.rfind('/') + 1;
  const std::string_view stem = path.substr(name, path.find('.', name) - name);
  return stem == "index" || stem == "default" ? path.substr(0, name) : path;
}

// One place, however its address is written.
std::string place_of(const Url& url) {
  std::string place(folder_of(url.path()));
  if (!url.query().empty()) place += "?" + std::string(url.query());
  if (!url.fragment().empty()) place += "#" + std::string(url.fragment());
  return place;
}

bool in_frame(const Link& link) {
  return link.region == Region::header || link.region == Region::navigation;
}

// Each place once that a page links to outside its footer, in this site.
std::unordered_set<std::string> targets_of(const Site& site, const Page& page) {
  std::unordered_set<std::string> targets;
  for (const Link& link : page.links()) {
    if (link.region == Region::footer || !link.url || !site.is_own(*link.url)) continue;
    targets.insert(place_of(*link.url));
  }
  return targets;
}

bool is_menu(const Element& element) {
  return element.name() == "nav" || element.attribute("role") == "navigation";
}

// An entry of the menu: the outermost <li> or drawer round the link, or the link itself.
struct Entry {
  Element menu, item;
};

bool is_drawer(const Element& element) {
  static const RE2 drawer("(?i)drop|sub-?menu|mega|flyout");
  return element.name() == "li" ||
         RE2::PartialMatch(element.attribute("class").value_or(""), drawer);
}

Entry entry_of(const Link& link) {
  Entry entry{{}, link.element};
  Element item = link.element;
  for (Element at = link.element.parent(); at; at = at.parent()) {
    if (is_menu(at)) {
      entry = {at, item};
      break;
    }
    if (is_drawer(at)) item = at;
  }
  return entry;
}

// Not one of several drawers of its menu, nor of a list.
bool is_only_drawer(const Entry& entry) {
  if (entry.item.name() == "li" || entry.item.name() == "a") return false;
  std::size_t drawers = 0;
  for (const Element& child : entry.item.parent().children()) drawers += is_drawer(child) ? 1 : 0;
  return drawers == 1;
}

bool is_language(std::string_view name) {
  const auto& languages = vocabulary_languages();
  return std::any_of(languages.begin(), languages.end(),
                     [&](const std::string& one) { return name.substr(0, 2) == one; }) &&
         (name.size() == 2 || (name.size() == 5 && (name[2] == '-' || name[2] == '_')));
}

}  // namespace

std::unordered_set<std::string> common_targets(const Site& site) {
  std::unordered_map<std::string, std::size_t> pages_with;
  std::size_t pages = 0;
  for (const Page* page : site.sample()) {
    if (absence_unproven_because(*page)) continue;
    ++pages;
    for (const std::string& target : targets_of(site, *page)) ++pages_with[target];
  }
  std::unordered_set<std::string> common;
  for (const auto& [target, count] : pages_with) {
    if (2 * count > pages) common.insert(target);
  }
  // Every language has a menu of its own: that of its first page.
  std::unordered_set<std::string> languages;
  for (const Page* page : site.sample()) {
    if (!languages.insert(page->language()).second) continue;
    for (const Link& link : page->links()) {
      if (in_frame(link) && link.url && site.is_own(*link.url)) common.insert(place_of(*link.url));
    }
  }
  return common;
}

bool shows_menu(const Page& page, const std::unordered_set<std::string>& targets) {
  constexpr std::size_t least = 3;
  std::unordered_set<std::string> shown;
  for (const Link& link : page.links()) {
    if (link.region == Region::footer || !link.url) continue;
    std::string place = place_of(*link.url);
    if (targets.contains(place)) shown.insert(std::move(place));
    if (shown.size() == least) return true;
  }
  return false;
}

int menu_items(const Page& page) {
  // The entries of one menu follow each other, so that the last one seen tells a new one. Where no
  // menu is marked, the different words in the header are its entries.
  int most = 0, entries = 0, below = 0;
  Entry last;
  std::unordered_set<std::string_view> words;
  for (const Link& link : page.links()) {
    if (!in_frame(link)) continue;
    const Entry entry = entry_of(link);
    if (!entry.menu) {
      if (link.url && !link.text.empty()) words.insert(link.text);
      continue;
    }
    if (!(entry.menu == last.menu)) entries = 0;
    const bool next = entries == 0 || !(entry.item == last.item);
    entries += next ? 1 : 0;
    below = next ? 1 : below + 1;
    last = entry;
    // A drawer that opens the whole menu is no entry of it; a button may stand beside it.
    constexpr int fewest = 3;
    most = std::max({most, entries, entries < fewest && is_only_drawer(entry) ? below : 0});
  }
  // So many words in an unmarked header are more than its menu.
  constexpr std::size_t most_words = 20;
  if (most == 0 && words.size() <= most_words) return static_cast<int>(words.size());
  return most;
}

bool leads_home(const Site& site, const Link& link) {
  if (!link.url || !site.is_own(*link.url) || !link.url->query().empty()) return false;
  std::string_view folder = folder_of(link.url->path());
  if (folder == "/" || folder == folder_of(site.home_url().path())) return true;
  folder.remove_prefix(1);
  if (folder.ends_with('/')) folder.remove_suffix(1);
  return is_language(folder);
}

}  // namespace touchstone
