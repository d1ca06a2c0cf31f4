#include <algorithm>
#include <cctype>
#include <set>

#include "checks/presence.h"
#include "site/deep_summary.h"

namespace touchstone {

namespace {

// "zh-Hant-TW" -> "zh"; empty for "x-default" and what is no language tag (BCP 47).
std::string primary_language(std::string_view tag) {
  std::string language;
  for (const char c : tag) {
    if (c == '-' || c == '_') break;
    if (!std::isalpha(static_cast<unsigned char>(c))) return "";
    language += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (language.size() != 2) return "";
  if (language == "iw") return "he";  // the old code of Hebrew
  return language;
}

}  // namespace

std::vector<std::string> find_languages(const Site& site) {
  std::set<std::string> languages;
  for (const Page* page : site.pages()) {
    languages.insert(primary_language(page->language()));
    languages.insert(primary_language(page->declared_language()));
    if (!page->document()) continue;
    for (const auto& version : page->document()->find("//link[@hreflang]")) {
      const auto rel = version.attribute("rel").value_or("");
      if (rel.find("alternate") == std::string::npos) continue;
      languages.insert(primary_language(version.attribute("hreflang").value_or("")));
    }
  }
  if (const auto& deep = site.recording().deep) {
    for (const auto& [language, pages] : deep->languages) {
      if (pages > 1) languages.insert(primary_language(language));  // one may be misread
    }
  }
  languages.erase("");
  return {languages.begin(), languages.end()};
}

}  // namespace touchstone
