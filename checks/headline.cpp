#include "checks/headline.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "checks/characters.h"
#include "site/embedded.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

// A window that a click opens: its styles hide it until then.
bool is_window(const Element& element) {
  static const RE2 window(
      R"((?i)(?:^|[\s_-])(?:modal|popup|pop-up|dialog|lightbox|offcanvas)s?(?:$|[\s_-]))");
  return element.attribute("role") == "dialog" || element.attribute("aria-modal") == "true" ||
         RE2::PartialMatch(element.attribute("class").value_or(""), window) ||
         RE2::PartialMatch(element.attribute("id").value_or(""), window);
}

bool shows(Element element) {
  for (; element && element.name() != "body"; element = element.parent()) {
    if (hides_itself(element) || is_window(element)) return false;
  }
  return true;
}

// Words in the place of what a script will write.
bool asks_to_wait(std::string_view text) {
  const auto bare = [](std::string_view line) {
    std::string joined;
    for (const std::string& word : words(fold(line))) joined += word;
    return joined;
  };
  static const std::set<std::string> waiting = [&] {
    std::set<std::string> read;
    for (const auto line : embedded_list("checks/data/waiting-words.txt")) read.insert(bare(line));
    return read;
  }();
  constexpr std::size_t longest = 100;  // bytes
  return text.size() <= longest && waiting.contains(bare(text));
}

bool in_frame(Element element) {
  for (; element; element = element.parent()) {
    const auto name = element.name();
    if (name == "header" || name == "nav" || name == "footer") return true;
  }
  return false;
}

Headline read(const Element& element) {
  constexpr std::size_t longest = 2'000;
  Headline headline{element, collapse_spaces(visible_text(element, longest)), {}};
  if (!headline.text.empty()) return headline;
  for (const Element& picture : element.find(".//img[@alt]")) {
    headline.alt = collapse_spaces(*picture.attribute("alt"));
    if (!headline.alt.empty()) break;
  }
  return headline;
}

// The first of these that has words; a picture's are the second choice.
Headline first_of(const std::vector<Element>& elements, bool outside_frame) {
  constexpr std::size_t most = 20;
  Headline picture;
  for (std::size_t i = 0; i < std::min(elements.size(), most); ++i) {
    if (!shows(elements[i]) || (outside_frame && in_frame(elements[i]))) continue;
    Headline headline = read(elements[i]);
    if (asks_to_wait(headline.text)) continue;
    if (!headline.text.empty()) return headline;
    if (headline.found() && !picture.found()) picture = std::move(headline);
  }
  return picture;
}

bool is_of_brand(const std::string& word, const std::vector<std::string>& brands) {
  return std::any_of(brands.begin(), brands.end(),
                     [&](const std::string& brand) { return contains_phrase(brand, word); });
}

}  // namespace

Headline headline_of(const Page& page) {
  if (!page.document()) return {};
  Headline headline = first_of(page.document()->find("//h1"), false);
  if (!headline.found()) headline = first_of(page.document()->find("//h2 | //h3"), true);
  return headline;
}

std::vector<std::string> telling_words(const Page& page, std::string_view text,
                                       const std::vector<std::string>& brands) {
  constexpr std::size_t most = 200;
  const auto stop_words = word_list("stop-words", page.language());
  const std::set<std::string> idle(stop_words.begin(), stop_words.end());
  std::vector<std::string> telling;
  for (std::string& word : words(fold(text, page.language() == "tr"))) {
    if (telling.size() == most) break;
    const bool short_word = !mostly_cjk(word) && grapheme_count(word) < 3;
    if (short_word || idle.contains(word) || is_of_brand(word, brands)) continue;
    telling.push_back(std::move(word));
  }
  return telling;
}

bool same_root(std::string_view a, std::string_view b) {
  constexpr std::size_t least = 4, most_ending = 3;
  const std::u32string first = characters(a), second = characters(b);
  const auto differ = std::mismatch(first.begin(), first.end(), second.begin(), second.end()).first;
  const auto root = static_cast<std::size_t>(differ - first.begin());
  if (root == first.size() && root == second.size()) return true;
  return root >= least && std::max(first.size(), second.size()) <= root + most_ending;
}

}  // namespace touchstone
