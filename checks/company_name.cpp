#include "checks/company_name.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_set>

#include "checks/characters.h"
#include "checks/structured_data.h"
#include "checks/titles.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongestName = 200;  // bytes: more is a sentence, and costs

// The letters of other alphabets in Latin, by each scheme of the list.
constexpr std::size_t kSchemes = 3;
using Romanization = std::array<std::map<char32_t, std::string>, kSchemes>;

const Romanization& romanization() {
  static const Romanization schemes = [] {
    Romanization read;
    for (const std::string_view line : embedded_list("checks/data/romanization.txt")) {
      std::size_t begin = line.find(' ');
      const char32_t letter = characters(line.substr(0, begin)).front();
      for (auto& scheme : read) {
        const auto end = line.find(' ', begin + 1);
        const std::string_view latin = line.substr(begin + 1, end - begin - 1);
        scheme[letter] = latin == "-" ? "" : latin;
        begin = end;
      }
    }
    return read;
  }();
  return schemes;
}

std::string romanized(std::string_view text, std::size_t scheme) {
  std::string latin;
  std::size_t at = 0;
  for (const char32_t letter : characters(text)) {
    std::size_t size = 1;
    while (at + size < text.size() && (text[at + size] & 0xC0) == 0x80) ++size;
    const auto known = romanization()[scheme].find(letter);
    latin += known == romanization()[scheme].end() ? text.substr(at, size) : known->second;
    at = std::min(at + size, text.size());
  }
  return latin;
}

// Folding takes the marks off umlauts and lowers Cyrillic, so letters are looked up on both sides.
std::string folded_latin(std::string_view text, std::size_t scheme) {
  return romanized(fold(romanized(text, scheme)), scheme);
}

using Words = std::vector<std::string>;

const std::unordered_set<std::string_view>& legal_forms() {
  static const std::unordered_set<std::string_view> forms = [] {
    const auto list = embedded_list("checks/data/legal-forms.txt");
    return std::unordered_set<std::string_view>(list.begin(), list.end());
  }();
  return forms;
}

Words without_legal_form(const Words& words) {
  Words kept;
  std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
               [](const std::string& word) { return !legal_forms().contains(word); });
  return kept.empty() ? words : kept;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

int levenshtein(const std::u32string& a, const std::u32string& b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i) + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const int changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

int similarity_of(const std::string& a, const std::string& b) {
  const std::u32string left = characters(a), right = characters(b);
  const auto longer = static_cast<int>(std::max(left.size(), right.size()));
  return longer == 0 ? 0 : 100 - 100 * levenshtein(left, right) / longer;
}

// The label is put together from words of the name: "mueller" and "ulmmueller" of "Mueller in Ulm".
bool is_made_of(const Words& words, const std::string& label) {
  constexpr std::size_t shortest_word = 2;
  std::vector<bool> reached(label.size() + 1);
  reached[0] = true;
  for (std::size_t at = 0; at < label.size(); ++at) {
    if (!reached[at]) continue;
    for (const std::string& word : words) {
      const bool fits = word.size() >= shortest_word && label.compare(at, word.size(), word) == 0;
      if (fits) reached[at + word.size()] = true;
    }
  }
  return !label.empty() && reached[label.size()];
}

// How much of the label words of the name make up, in whatever order; percent. One word alone may
// be chance.
int share_of_words(const Words& words, const std::string& label) {
  constexpr std::size_t shortest_word = 3;
  const auto in_label = [&](const std::string& word) {
    return word.size() >= shortest_word && label.find(word) != std::string::npos;
  };
  if (std::count_if(words.begin(), words.end(), in_label) < 2) return 0;
  std::vector<std::size_t> covered(label.size() + 1);
  for (std::size_t at = 0; at < label.size(); ++at) {
    covered[at + 1] = std::max(covered[at + 1], covered[at]);
    for (const std::string& word : words) {
      if (word.size() < shortest_word || label.compare(at, word.size(), word) != 0) continue;
      std::size_t& end = covered[at + word.size()];
      end = std::max(end, covered[at] + word.size());
    }
  }
  return static_cast<int>(100 * covered.back() / label.size());
}

// The first letters of the first words, and behind them the others whole: "hgservice" of "Home &
// Garden Service".
bool begins_with_initials(const Words& words, const std::string& label) {
  constexpr std::size_t shortest_rest = 3;
  const std::u32string wanted = characters(label);
  std::u32string rest = characters(joined(words)), initials;
  if (wanted == rest) return false;  // the whole name, however short its first word
  for (const std::string& word : words) {
    if (rest.size() < shortest_rest) return false;
    if (!initials.empty() && wanted == initials + rest) return true;
    const std::u32string letters = characters(word);
    initials += letters.substr(0, 1);
    rest.erase(0, letters.size());
  }
  return false;
}

// With and without the short words that initials pass over ("and", "of").
bool is_initials(const Words& words, const std::string& label) {
  constexpr std::size_t short_word = 3;
  std::u32string all, of_long;
  for (const std::string& word : words) {
    const std::u32string letters = characters(word);
    if (letters.empty()) continue;
    all += letters.front();
    if (letters.size() > short_word) of_long += letters.front();
  }
  const std::u32string wanted = characters(label);
  return wanted.size() >= 2 && (wanted == all || wanted == of_long);
}

void compare(const std::string& label, const Words& name, NameMatch& match) {
  const Words bare = without_legal_form(name);
  const std::string whole = joined(bare);
  if (is_ascii(whole) != is_ascii(label)) return;
  match.comparable = true;
  match.initials = match.initials || is_initials(bare, label) || begins_with_initials(bare, label);
  const int similarity = is_made_of(name, label)
                             ? 100
                             : std::max({similarity_of(label, whole), share_of_words(bare, label),
                                         similarity_of(label, joined(name))});
  match.similarity = std::max(match.similarity, similarity);
}

class Names {
 public:
  explicit Names(const Page& page) : url_(page.url().href()) {}

  void add(std::string_view text, std::string_view place) {
    std::string name = collapse_spaces(text.substr(0, kLongestName));
    if (name.empty() || !seen_.insert(name + std::string(place)).second) return;
    names_.push_back({name, {url_, std::string(place), name}});
  }

  std::vector<CompanyName> take() { return std::move(names_); }

 private:
  std::string url_;
  std::vector<CompanyName> names_;
  std::set<std::string> seen_;
};

// Things that are the company or its site, not what it sells or says.
bool names_the_company(const Thing& thing) {
  return thing.is_a("WebSite") || thing.is_a("Organization") || thing.is_a("Corporation") ||
         thing.text("telephone") || thing.text("legalName") || thing.is_a("LocalBusiness");
}

}  // namespace

std::vector<CompanyName> company_names(const Site& site) {
  const Page* home = site.home();
  if (!home) return {};
  constexpr std::size_t most_things = 20;
  Names names(*home);
  const KnownCompany& known = site.recording().known;
  names.add(known.name, "the company file");
  for (const auto& brand : known.brands) names.add(brand, "the company file");
  std::size_t things = 0;
  for (const Thing& thing : things_of(*home)) {
    if (!names_the_company(thing) || ++things > most_things) continue;
    for (const std::string_view property : {"name", "alternateName"}) {
      if (const auto name = thing.text(property)) names.add(*name, "JSON-LD");
    }
  }
  for (const std::string_view meta : {"og:site_name", "application-name"}) {
    if (const auto name = home->meta(meta)) names.add(*name, meta);
  }
  for (const std::string& part : title_parts(home->title().substr(0, kLongestName))) {
    if (!is_generic_title(part)) names.add(part, "title");
  }
  return names.take();
}

NameMatch match_brand(std::string_view label, std::string_view brand) {
  NameMatch match;
  match.comparable = false;
  const std::string_view name = brand.substr(0, kLongestName);
  compare(joined(words(fold(label))), words(fold(name)), match);
  for (std::size_t scheme = 0; scheme < kSchemes; ++scheme) {
    compare(joined(words(folded_latin(label, scheme))), words(folded_latin(name, scheme)), match);
  }
  return match;
}

std::optional<int> longest_consonant_run(std::string_view label) {
  static const std::u32string no_consonants = [] {
    std::u32string letters;
    for (const std::string_view line : embedded_list("checks/data/vowels.txt")) {
      letters += characters(line);
    }
    return letters;
  }();
  int run = 0, longest = 0;
  for (const char32_t letter : characters(fold(label))) {
    const bool latin = (letter >= 'a' && letter <= 'z') || (letter >= 0xC0 && letter < 0x250);
    const bool greek = letter >= 0x370 && letter < 0x400;
    const bool cyrillic = letter >= 0x400 && letter < 0x530;
    if (letter >= 0x80 && !latin && !greek && !cyrillic) return std::nullopt;
    const bool consonant =
        (latin || greek || cyrillic) && no_consonants.find(letter) == std::u32string::npos;
    run = consonant ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace touchstone
