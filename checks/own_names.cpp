#include "checks/own_names.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "checks/company_name.h"
#include "checks/structured_data.h"
#include "checks/titles.h"
#include "checks/web_manifest.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_name = 60;   // characters: more is a sentence
constexpr std::size_t longest_line = 300;  // bytes

// The words that tell the company from others.
std::vector<std::string> core_of(std::string_view name) {
  static const std::unordered_set<std::string_view> legal_forms = [] {
    const auto list = embedded_list("checks/data/legal-forms.txt");
    return std::unordered_set<std::string_view>(list.begin(), list.end());
  }();
  const std::vector<std::string> all = words(fold(name.substr(0, longest_line)));
  std::vector<std::string> core;
  std::copy_if(all.begin(), all.end(), std::back_inserter(core),
               [](const std::string& word) { return !legal_forms.contains(word); });
  return core.empty() ? all : core;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += part;
  return text;
}

// In whatever order.
bool has_words(const std::vector<std::string>& all, const std::vector<std::string>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  });
}

bool is_company(const Thing& thing) {
  return thing.is_a("Organization") || thing.is_a("Corporation") || thing.is_a("LocalBusiness") ||
         thing.text("telephone") || thing.text("legalName");
}

class Names {
 public:
  explicit Names(std::string url) : url_(std::move(url)) {}

  void add(std::string_view text, std::string_view place) {
    std::string name = collapse_spaces(text.substr(0, longest_line));
    if (joined(core_of(name)).size() < 2 || grapheme_count(name) > longest_name) return;
    if (is_generic_title(name)) return;
    names_.push_back({name, {url_, std::string(place), shorten(name, 80)}});
  }

  const std::vector<OwnName>& all() const { return names_; }

 private:
  std::string url_;
  std::vector<OwnName> names_;
};

void add_things(const Page& home, Names& names) {
  bool company = false, site = false;
  for (const Thing& thing : things_of(home)) {
    const auto name = thing.text("name");
    if (!name) continue;
    if (!site && thing.is_a("WebSite")) {
      site = true;
      names.add(*name, "JSON-LD WebSite");
    } else if (!company && is_company(thing)) {
      company = true;
      names.add(*name, "JSON-LD Organization");
    }
  }
}

// The part of the titles that two pages or more share, and at least half of them.
std::optional<std::string> part_of_titles(const Site& site) {
  std::map<std::string, std::size_t> seen;
  std::set<std::string> titles;
  for (const Page* page : site.sample()) {
    if (!titles.insert(page->title()).second) continue;
    const auto parts = title_parts(page->title().substr(0, longest_line));
    for (const std::string& part : std::set<std::string>(parts.begin(), parts.end())) ++seen[part];
  }
  const auto best = std::max_element(
      seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const bool shared = best != seen.end() && best->second >= 2 && 2 * best->second >= titles.size();
  return shared ? std::optional(best->first) : std::nullopt;
}

// What the home page's title says of the names that other places give.
void add_title(const Site& site, Names& names) {
  if (const auto part = part_of_titles(site)) return names.add(*part, "title");
  const auto known = names.all();
  for (const std::string& part : title_parts(site.home()->title().substr(0, longest_line))) {
    const bool names_it = std::any_of(known.begin(), known.end(), [&](const OwnName& one) {
      return is_same_name(one.name, part);
    });
    if (names_it) return names.add(part, "title");
  }
}

void add_copyright(const Page& home, Names& names) {
  const std::string_view text = home.text();
  for (std::size_t sign = text.rfind("©"); sign != text.npos && sign > 0;
       sign = text.rfind("©", sign - 1)) {
    const auto before = text.rfind('\n', sign);
    const auto begin = before == text.npos ? 0 : before + 1;
    const auto line = text.substr(begin, text.find('\n', sign) - begin);
    const std::string holder = copyright_holder(std::string(line.substr(0, longest_line)));
    if (!holder.empty()) return names.add(holder, "©");
    if (text.size() - sign > 5'000) return;  // the line stands at the foot
  }
}

}  // namespace

bool is_same_name(std::string_view a, std::string_view b) {
  constexpr int alike = 80;  // percent
  const auto words_of_a = core_of(a), words_of_b = core_of(b);
  const std::string left = joined(words_of_a), right = joined(words_of_b);
  if (left.empty() || right.empty()) return false;
  if (left.find(right) != std::string::npos || right.find(left) != std::string::npos) return true;
  if (has_words(words_of_a, words_of_b) || has_words(words_of_b, words_of_a)) return true;
  const NameMatch match = match_brand(left, b);
  return match.comparable &&
         (match.similarity >= alike || match.initials || match_brand(right, a).initials);
}

std::string copyright_holder(const std::string& line) {
  static const RE2 behind(
      R"re((?i)(?:©|\(c\)|&copy;)\s*(?:copyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–—/]\s*(?:(?:19|20)\d\d|\w+))?)?[\s,.:|-]*(?:by\s+)?([^©|•·,]*))re");
  static const RE2 year(R"re((?:19|20)\d\d.*)re");
  static const std::vector<std::string_view> phrases =
      embedded_list("checks/data/rights-phrases.txt");
  std::string holder;
  if (!RE2::PartialMatch(line, behind, &holder)) return {};
  RE2::Replace(&holder, year, "");
  std::string kept;  // the first sentence that is none about rights
  while (!holder.empty()) {
    const auto end = holder.find(". ");
    const std::string sentence = collapse_spaces(holder.substr(0, end));
    holder = end == std::string::npos ? "" : holder.substr(end + 2);
    std::string folded = fold(sentence);
    const bool rights = std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
      return folded.starts_with(fold(phrase));
    });
    if (rights || sentence.empty()) continue;
    kept = sentence;
    break;
  }
  for (const std::string_view phrase : phrases) {  // "Example GmbH All rights reserved"
    const auto at = fold(kept).find(fold(phrase));
    if (at != std::string::npos && at > 0 && at <= kept.size()) kept = kept.substr(0, at);
  }
  const auto last = kept.find_last_not_of(" .,;:-–—");
  return last == std::string::npos ? std::string() : kept.substr(0, last + 1);
}

std::vector<OwnName> own_names(const Site& site) {
  const Page* home = site.home();
  if (!home || !home->document()) return {};
  Names names(home->url().href());
  for (const char* meta : {"og:site_name", "application-name"}) {
    if (const auto name = home->meta(meta)) names.add(*name, meta);
  }
  add_things(*home, names);
  const LinkedManifest linked = linked_manifest(site);
  if (linked.manifest) {
    names.add(linked.manifest->name.empty() ? linked.manifest->short_name : linked.manifest->name,
              "manifest");
  }
  add_copyright(*home, names);
  const auto logo = header_logo(site, *home);
  if (logo && logo->pictured) {
    static const RE2 word(
        R"re((?i)\b(logo(typ|tipo|type)?|home( ?page)?|start(seite)?)\b|логотип|главная|لوگو|شعار)re");
    std::string name = logo->name;
    RE2::GlobalReplace(&name, word, "");
    if (joined(core_of(name)).size() >= 3) {
      const auto known = names.all();
      const bool sure = std::any_of(known.begin(), known.end(), [&](const OwnName& one) {
        return is_same_name(one.name, name);
      });
      if (sure) names.add(name, "logo");  // other words describe what the link does
    }
  }
  add_title(site, names);
  return names.all();
}

}  // namespace touchstone
