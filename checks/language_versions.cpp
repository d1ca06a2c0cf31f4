#include "checks/language_versions.h"

#include <re2/re2.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <map>

#include "site/language_tag.h"
#include "site/page_language.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t most_versions = 200;
constexpr std::size_t longest_name = 40;  // bytes, of a language's name

using Name = SwitchLink::Name;

std::string display_name(const char* language, const char* in) {
  std::array<UChar, 100> name{};
  std::array<char, 400> utf8{};
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t size = uloc_getDisplayLanguage(language, in, name.data(), name.size(), &error);
  if (U_FAILURE(error)) return {};
  u_strToUTF8(utf8.data(), utf8.size(), &size, name.data(), size, &error);
  return U_FAILURE(error) ? std::string() : fold(utf8.data());
}

bool is_two_letters(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Names of languages, folded: in themselves, as codes, and in English.
const std::map<std::string, LanguageName, std::less<>>& known_names() {
  static const std::map<std::string, LanguageName, std::less<>> names = [] {
    std::map<std::string, LanguageName, std::less<>> all;
    for (const std::string& language : vocabulary_languages()) {
      for (const std::string& name : word_list("language-names", language)) {
        all.try_emplace(name,
                        LanguageName{language, is_two_letters(name) ? Name::code : Name::own});
      }
    }
    for (const char* const* one = uloc_getISOLanguages(); *one; ++one) {
      const std::string language = *one;
      if (!is_two_letters(language)) continue;
      all.try_emplace(display_name(*one, *one), LanguageName{language, Name::own});
      all.try_emplace(language, LanguageName{language, Name::code});
      all.try_emplace(display_name(*one, "en"), LanguageName{language, Name::foreign});
    }
    return all;
  }();
  return names;
}

// A language by a code in an address: "en", "en-us", "pt_br", and what is often written for it.
std::string language_of_code(std::string_view code) {
  if (code.size() < 2 || code.size() > 7) return {};
  const std::string folded = fold(code);
  const std::string primary = primary_language(folded);
  const bool whole = folded.size() == 2 || folded.size() == 5;
  return whole && read_language_tag(primary).valid() ? primary : std::string();
}

bool shows_flag(const Element& link) {
  static const RE2 flag(R"re((?i)flag)re");
  for (const Element& picture : link.find("self::*|.//img|.//svg|.//i|.//span")) {
    for (const char* attribute : {"class", "src", "data-src"}) {
      if (RE2::PartialMatch(picture.attribute(attribute).value_or(""), flag)) return true;
    }
  }
  return false;
}

// The language that the link's words, its hreflang or its flag names.
std::optional<LanguageName> named_language(const Link& link) {
  if (auto known = language_named(link.name())) {
    if (link.text.empty() && shows_flag(link.element)) known->name = Name::flag;
    return known;
  }
  const std::string declared = primary_language(link.element.attribute("hreflang").value_or(""));
  const std::string by_address = link.url ? language_in(*link.url) : std::string();
  const std::string language = declared.empty() ? by_address : declared;
  if (language.empty()) return std::nullopt;
  if (link.text.empty() && shows_flag(link.element)) return LanguageName{language, Name::flag};
  if (declared.empty()) return std::nullopt;
  return LanguageName{language, Name::foreign};
}

// A course "English" is no switch: the address or the markup must say the language too.
bool is_confirmed(const Link& link, const std::string& language) {
  if (!link.url) return false;
  return language_in(*link.url) == language || link.element.has_attribute("hreflang");
}

std::string_view next_item(std::string_view& list) {
  bool in_address = false;
  for (std::size_t at = 0; at < list.size(); ++at) {
    if (list[at] == '<') in_address = true;
    if (list[at] == '>') in_address = false;
    if (list[at] != ',' || in_address) continue;
    const auto item = list.substr(0, at);
    list.remove_prefix(at + 1);
    return item;
  }
  return std::exchange(list, {});
}

void add_header_versions(const Page& page, std::vector<LanguageVersion>& versions) {
  static const RE2 version(R"re((?i)^\s*<([^>]*)>.*;\s*hreflang\s*=\s*"?([\w-]+))re");
  static const RE2 alternate(R"re((?i);\s*rel\s*=\s*"?[^";]*\balternate\b)re");
  if (page.fetch().hops.empty()) return;
  for (std::string_view list : page.fetch().hops.back().headers.all("link")) {
    while (!list.empty() && versions.size() < most_versions) {
      const std::string item(next_item(list));
      std::string address, tag;
      if (!RE2::PartialMatch(item, alternate) || !RE2::PartialMatch(item, version, &address, &tag))
        continue;
      versions.push_back({fold(tag) == "x-default" ? "x-default" : tag,
                          page.base().resolve(address),
                          {page.url().href(), "Link", shorten(item, 150)}});
    }
  }
}

}  // namespace

std::vector<LanguageVersion> declared_versions(const Page& page) {
  std::vector<LanguageVersion> versions;
  add_header_versions(page, versions);
  if (!page.document()) return versions;
  for (const Element& link : page.document()->find("//link[@hreflang and @rel]")) {
    if (versions.size() == most_versions) break;
    if (fold(*link.attribute("rel")).find("alternate") == std::string::npos) continue;
    const std::string tag = collapse_spaces(*link.attribute("hreflang"));
    const std::string href = collapse_spaces(link.attribute("href").value_or(""));
    versions.push_back({fold(tag) == "x-default" ? "x-default" : tag,
                        page.base().resolve(href),
                        {page.url().href(), link.path(), shorten(tag + " " + href, 150)}});
  }
  return versions;
}

std::optional<LanguageName> language_named(std::string_view text) {
  static const RE2 sign(R"(^[^\pL\pN]+|[^\pL\pN]+$)");  // a flag as a character, an arrow
  std::string name = fold(text.substr(0, longest_name));
  RE2::GlobalReplace(&name, sign, "");
  const auto known = known_names().find(name);
  return known == known_names().end() ? std::nullopt : std::optional(known->second);
}

std::string language_in(const Url& url) {
  static const RE2 parameter(
      R"re((?:^|&)(?:lang|language|locale|hl|l)=([A-Za-z_-]{2,7})(?:&|$))re");
  static const RE2 file(R"re([^/][-_.]([A-Za-z]{2})\.(?:html?|php|aspx?)$)re");
  const std::string_view path = url.path(), host = url.host();
  const std::string_view first = path.substr(1, path.find('/', 1) - 1);
  if (std::string language = language_of_code(first); !language.empty()) return language;
  const auto dot = host.find('.');
  if (dot != host.npos && host.find('.', dot + 1) != host.npos) {
    if (std::string language = language_of_code(host.substr(0, dot)); !language.empty()) {
      return language;
    }
  }
  std::string code;
  if (RE2::PartialMatch({path.data(), path.size()}, file, &code)) {
    if (std::string language = language_of_code(code); !language.empty()) return language;
  }
  const std::string_view query = url.query();
  return RE2::PartialMatch({query.data(), query.size()}, parameter, &code) ? language_of_code(code)
                                                                           : std::string();
}

std::vector<SwitchLink> switch_links(const Page& page) {
  constexpr std::size_t most_links = 2'000;
  std::vector<SwitchLink> confirmed, others;
  std::size_t looked = 0;
  for (const Link& link : page.links()) {
    if (++looked > most_links) break;
    if (!link.url || link.name().size() > longest_name) continue;
    const auto known = named_language(link);
    if (!known) continue;
    auto& list = is_confirmed(link, known->language) ? confirmed : others;
    list.push_back({&link, known->language, known->name});
  }
  const bool leads_elsewhere =
      std::any_of(confirmed.begin(), confirmed.end(), [&](const SwitchLink& one) {
        return one.language != page.language() || language_in(page.url()) != one.language;
      });
  if (!leads_elsewhere) return {};
  // The main language often has no code in its address.
  for (const SwitchLink& other : others) {
    if (language_in(*other.link->url).empty()) confirmed.push_back(other);
  }
  return confirmed;
}

std::set<std::string> served_languages(const Site& site) {
  std::set<std::string> languages;
  if (!site.home()) return languages;
  for (const LanguageVersion& version : declared_versions(*site.home())) {
    languages.insert(primary_language(version.is_default() ? "" : version.tag));
  }
  std::map<std::string, int> pages;
  for (const Page* page : site.pages()) ++pages[page->language()];
  for (const auto& [language, count] : pages) {
    if (count >= 2) languages.insert(language);
  }
  languages.insert(site.home()->language());
  languages.erase("");
  return languages;
}

}  // namespace touchstone
