#include "checks/brand.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>

#include "checks/titles.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone {

namespace {

// A name is short; what is longer is a sentence.
constexpr std::size_t longest_name = 60;

void add(std::set<std::string>& names, std::string_view name) {
  std::string folded = collapse_spaces(fold(name.substr(0, 4 * longest_name)));
  if (folded.size() < 2 || grapheme_count(folded) > longest_name || is_generic_title(folded))
    return;
  names.insert(std::move(folded));
}

void add_json_ld(std::set<std::string>& names, const Page& home) {
  static const RE2 pattern(
      R"json("@type"\s*:\s*\[?\s*"(?:Organization|Corporation|WebSite|[A-Z][A-Za-z]*(?:Business|Store|Shop))")json"
      R"json([^{}]{0,400}?"name"\s*:\s*"((?:[^"\\]){2,80})")json");
  for (const std::string& block : home.json_ld()) {
    re2::StringPiece rest(block), name;
    while (RE2::FindAndConsume(&rest, pattern, &name)) add(names, {name.data(), name.size()});
  }
}

// What at least half of several pages' titles have in common is the name at their end.
void add_shared_parts(std::set<std::string>& names, const Site& site) {
  std::map<std::string, std::size_t> seen;
  std::set<std::string> titles;
  for (const Page* page : site.sample()) {
    if (!titles.insert(page->title()).second) continue;
    std::set<std::string> parts;
    for (const std::string& part : title_parts(page->title())) parts.insert(part);
    for (const std::string& part : parts) ++seen[part];
  }
  for (const auto& [part, count] : seen) {
    if (count >= 2 && 2 * count >= titles.size()) add(names, part);
  }
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (const std::string& word : words(text)) out += word;
  return out;
}

// "huber-brot.de" -> "huber-brot"; nothing of an IP address.
std::string domain_label(const Url& url) {
  if (url.host_is_ip()) return {};
  const std::string domain = registrable_domain(url.host()).value_or(std::string(url.host()));
  const std::string name = host_to_unicode(domain);
  return name.substr(0, name.find('.'));
}

}  // namespace

std::vector<std::string> brand_names(const Site& site) {
  std::set<std::string> names;
  if (const Page* home = site.home()) {
    for (const char* meta : {"og:site_name", "application-name", "apple-mobile-web-app-title"}) {
      if (const auto name = home->meta(meta)) add(names, *name);
    }
    add_json_ld(names, *home);
  }
  add(names, domain_label(site.home_url()));
  add(names, site.recording().known.name);
  for (const auto& brand : site.recording().known.brands) add(names, brand);
  add_shared_parts(names, site);
  std::vector<std::string> ordered(names.begin(), names.end());
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return ordered;
}

TitleWords words_beside_brand(std::string_view title, const std::vector<std::string>& brands) {
  TitleWords found;
  std::vector<std::string> left = meaningful_words(title);
  const std::string whole = squeezed(fold(title));
  for (const std::string& brand : brands) {
    const std::string name = squeezed(brand);
    if (name.empty() || whole.find(name) == std::string::npos) continue;
    found.branded = true;
    std::erase_if(left, [&](const std::string& word) {
      return name.find(word) != std::string::npos || word.find(name) != std::string::npos;
    });
  }
  found.others = std::move(left);
  return found;
}

}  // namespace touchstone
