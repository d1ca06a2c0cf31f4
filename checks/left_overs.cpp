#include "checks/left_overs.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

#include "checks/characters.h"
#include "site/embedded.h"
#include "site/phrase.h"
#include "site/reading.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t enough = 5;

const RE2& strong_marks() {
  static const RE2 marks([] {
    std::string all;
    for (const std::string_view line : embedded_list("checks/data/placeholders-strong.txt")) {
      all += (all.empty() ? "(" : "|") + std::string(line);
    }
    return all + ")";
  }());
  return marks;
}

bool speaks_about(const Element& element) {
  for (const char* quoting : {"code", "pre", "samp", "kbd", "blockquote", "q", "cite"}) {
    if (enclosing(element, quoting)) return true;
  }
  return false;
}

// The text that shows, without code and quotations.
std::string own_text(const Page& page) {
  const Reading reading(page);
  const auto& pieces = reading.pieces();
  std::string text;
  Element known;
  bool skipped = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!(pieces[i].element == known)) {
      known = pieces[i].element;
      skipped = pieces[i].hidden || pieces[i].code || speaks_about(known);
    }
    if (skipped) continue;
    const std::size_t end = i + 1 < pieces.size() ? pieces[i + 1].begin : reading.text().size();
    text += std::string_view(reading.text()).substr(pieces[i].begin, end - pieces[i].begin);
  }
  return text;
}

std::string excerpt_round(std::string_view text, std::size_t at, std::size_t length) {
  constexpr std::size_t round = 40;
  const std::size_t begin = at - std::min(at, round);
  return shorten(collapse_spaces(whole_characters(text.substr(begin, at - begin + length + round))),
                 150);
}

bool is_quoted(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"\"", "'", "«", "“", "„", "‘", "「"}) {
    if (at >= mark.size() && text.substr(at - mark.size(), mark.size()) == mark) return true;
  }
  return false;
}

// Tags of a template that nobody filled in. Frameworks that fill them in the browser say so.
bool has_open_template(const Page& page, std::string_view text, std::size_t& at) {
  static const RE2 tag(R"(\{\{\s*[a-zA-Z_$][\w.$| ]{0,60}\}\})");
  static const RE2 framework(
      R"((?i)\b(ng-app|ng-controller|data-ng-app|v-cloak|v-if|v-for|v-bind|x-data|:class)\b|vue(\.min)?\.js|angular|handlebars|mustache)");
  re2::StringPiece found;
  re2::StringPiece rest(text.data(), text.size());
  if (!tag.Match(rest, 0, rest.size(), RE2::UNANCHORED, &found, 1)) return false;
  at = static_cast<std::size_t>(found.data() - text.data());
  return !RE2::PartialMatch(page.html(), framework);
}

void find_marks(std::string_view folded, const char* place, std::vector<LeftOver>& found) {
  re2::StringPiece rest(folded.data(), folded.size());
  re2::StringPiece mark;
  std::unordered_set<std::string> told;
  while (found.size() < enough && RE2::FindAndConsume(&rest, strong_marks(), &mark)) {
    const auto at = static_cast<std::size_t>(mark.data() - folded.data());
    if (is_quoted(folded, at) || !told.insert(std::string(mark)).second) continue;
    found.push_back({excerpt_round(folded, at, mark.size()), place});
  }
}

// A line that is nothing but what a template wrote: "Title text".
void find_lines(std::string_view text, std::vector<LeftOver>& found) {
  constexpr std::size_t longest = 80;
  static const std::unordered_set<std::string> known = [] {
    std::unordered_set<std::string> lines;
    for (const auto line : embedded_list("checks/data/placeholder-lines.txt")) {
      lines.insert(fold(line));
    }
    return lines;
  }();
  for (std::size_t begin = 0; begin < text.size() && found.size() < enough;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.size() > longest || !known.contains(fold(line))) continue;
    found.push_back({collapse_spaces(line), "visible text"});
  }
}

// The first post and the first page that WordPress makes by itself.
bool is_sample_of_wordpress(const Page& page) {
  const std::string_view path = page.url().path();
  const std::string title = fold(page.title());
  return (path.find("/hello-world/") != std::string_view::npos &&
          title.find("hello world") != std::string::npos) ||
         (path.find("/sample-page/") != std::string_view::npos &&
          title.find("sample page") != std::string::npos);
}

}  // namespace

std::vector<LeftOver> strong_left_overs(const Page& page) {
  // Bytes that are not of the charset that the page names: customers see boxes in place of words.
  constexpr std::string_view unreadable = "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD";
  std::vector<LeftOver> found;
  if (is_sample_of_wordpress(page)) found.push_back({page.title(), "title"});
  find_marks(fold(page.title()), "title", found);
  const std::string text = own_text(page);
  find_marks(fold(text), "visible text", found);
  find_lines(text, found);
  for (std::size_t in = text.find(unreadable); in != text.npos && found.size() < enough;
       in = text.find(unreadable, in + 100))
    found.push_back({excerpt_round(text, in, 20), "visible text"});
  std::size_t at = 0;
  if (has_open_template(page, text, at)) {
    found.push_back({excerpt_round(text, at, 20), "visible text"});
  }
  return found;
}

std::vector<LeftOver> weak_left_overs(const Page& page) {
  static const PhraseIndex phrases = [] {
    PhraseIndex index;
    for (const std::string& phrase : word_list("placeholder-weak")) index.add(phrase, "");
    return index;
  }();
  std::vector<LeftOver> found;
  constexpr std::size_t most_text = 256 * 1024;
  const std::string text = own_text(page).substr(0, most_text);
  for (std::size_t begin = 0; begin < text.size() && found.size() < enough;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = std::string_view(text).substr(begin, end - begin);
    if (phrases.found_in(fold(line), {})) found.push_back({shorten(line, 150), "visible text"});
    begin = end + 1;
  }
  return found;
}

bool is_directory_listing(const Page& page) {
  static const RE2 listing(R"(^(index of /|directory listing (for|of) /|.{0,60} - /$))");
  const std::string title = fold(page.title());
  if (!RE2::PartialMatch(title, listing)) return false;
  const std::string text = fold(page.text().substr(0, 2'000));
  return text.find("parent directory") != std::string::npos ||
         text.find("last modified") != std::string::npos || title.starts_with("index of /") ||
         text.find("to parent") != std::string::npos;
}

}  // namespace touchstone
