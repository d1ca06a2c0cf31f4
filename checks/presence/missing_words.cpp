#include "checks/presence/missing_words.h"

#include <algorithm>
#include <set>

#include "site/embedded.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t least_letters = 100;

struct Sign {
  std::string kind, text;
};

std::vector<Sign> read_signs() {
  std::vector<Sign> signs;
  for (const std::string_view line : embedded_list("checks/data/error-signs.txt")) {
    const std::size_t bar = line.find('|');
    signs.push_back(
        {collapse_spaces(line.substr(0, bar)), fold(collapse_spaces(line.substr(bar + 1)))});
  }
  return signs;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "apache/2.4.41": the server's name, a slash, digits with a dot between.
std::string version_of(const std::string& text, const std::string& server) {
  const std::string begin = server + "/";
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at + 1)) {
    std::size_t end = at + begin.size();
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    const std::string version = text.substr(at + begin.size(), end - at - begin.size());
    if (version.find('.') != std::string::npos && is_digit(version.front())) return begin + version;
  }
  return {};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(fold(collapse_spaces(text.substr(begin, end - begin))));
    begin = end + 1;
  }
  return lines;
}

bool says_missing(const Page& page, const std::string& language) {
  std::string said = fold(page.title());
  for (const Element& heading : page.document()->find("//h1 | //h2"))
    said += "\n" + fold(heading.text());
  const auto& phrases = words_of(language, "notfound").phrases;
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return contains_phrase(said, phrase); });
}

}  // namespace

std::string error_sign(const std::string& text) {
  static const std::vector<Sign> signs = read_signs();
  const std::string folded = fold(text);
  for (const Sign& sign : signs) {
    if (sign.kind == "version") {
      if (std::string version = version_of(folded, sign.text); !version.empty()) return version;
    } else if (folded.find(sign.text) != std::string::npos) {
      return sign.text;
    }
  }
  return {};
}

int own_words(const std::string& text, const Page* home) {
  std::set<std::string> of_home;
  if (home) {
    for (std::string& line : lines_of(home->text())) of_home.insert(std::move(line));
  }
  std::size_t count = 0;
  for (const std::string& line : lines_of(text)) {
    if (of_home.count(line) == 0) count += words(line).size();
  }
  return static_cast<int>(count);
}

std::string language_of_missing(const Page& page, const Page& home) {
  const std::string language = page.language(), wanted = home.language();
  if (language.empty() || wanted.empty() || letter_count(page.text()) < least_letters) return {};
  if (language != wanted) return "other";
  const bool mixed =
      wanted != "en" && page.document() && says_missing(page, "en") && !says_missing(page, wanted);
  return mixed ? "two" : "same";
}

}  // namespace touchstone
