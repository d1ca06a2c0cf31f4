#include "checks/stylesheet.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "checks/css_text.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostItems = 2'000;  // of each list: no honest stylesheet names more

std::string_view unquoted(std::string_view text) {
  text = css_trimmed(text);
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
      text.back() == text.front()) {
    text = text.substr(1, text.size() - 2);
  }
  return css_trimmed(text);
}

// `word` (lower case) stands in `css` at `at`, in any case.
bool stands_at(std::string_view css, std::size_t at, std::string_view word) {
  if (css.size() - at < word.size()) return false;
  return std::equal(word.begin(), word.end(), css.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char wanted, char found) { return wanted == css_lower(found); });
}

class Reader {
 public:
  explicit Reader(std::string_view css) : css_(css) {}

  Stylesheet read() {
    while (at_ < css_.size()) step();
    return std::move(sheet_);
  }

 private:
  void step() {
    switch (css_[at_]) {  // most bytes begin nothing, and there may be millions of them
      case '/':
        return skip_comment();
      case '"':
      case '\'':
        read_string();
        return;
      case '@':
        return read_rule();
      case 'u':
      case 'U':
        if (stands_at(css_, at_, "url(")) return keep(sheet_.images, read_url());
        break;
    }
    ++at_;
  }

  void skip_comment() {
    if (!stands_at(css_, at_, "/*")) {
      ++at_;
      return;
    }
    const auto end = css_.find("*/", at_ + 2);
    at_ = end == css_.npos ? css_.size() : end + 2;
  }

  void read_rule() {
    if (stands_at(css_, at_, "@font-face")) return read_font_face();
    if (stands_at(css_, at_, "@import")) return read_import();
    ++at_;
  }

  // The inside of the string that begins here; a line break ends a bad one.
  std::string_view read_string() {
    const char quote = css_[at_];
    const std::size_t begin = ++at_;
    while (at_ < css_.size() && css_[at_] != quote && css_[at_] != '\n') {
      at_ += css_[at_] == '\\' ? 2 : 1;
    }
    const std::size_t end = std::min(at_, css_.size());
    at_ = std::min(end + 1, css_.size());
    return css_.substr(begin, end - begin);
  }

  std::string_view read_url() {
    at_ += 4;
    while (at_ < css_.size() && is_css_space(css_[at_])) ++at_;
    const bool quoted = at_ < css_.size() && (css_[at_] == '"' || css_[at_] == '\'');
    std::string_view inside;
    if (quoted) inside = read_string();
    const std::size_t begin = at_;
    at_ = std::min(css_.find(')', at_), css_.size());
    if (!quoted) inside = css_.substr(begin, at_ - begin);
    return css_trimmed(inside);
  }

  void read_import() {
    at_ += 7;
    while (at_ < css_.size() && is_css_space(css_[at_])) ++at_;
    if (at_ >= css_.size()) return;
    if (stands_at(css_, at_, "url(")) {
      keep(sheet_.imports, read_url());
    } else if (css_[at_] == '"' || css_[at_] == '\'') {
      keep(sheet_.imports, read_string());
    }
  }

  void read_font_face() {
    const auto open = css_.find('{', at_);
    if (open == css_.npos) {
      at_ = css_.size();
      return;
    }
    at_ = open + 1;
    FontFace face;
    std::size_t begin = at_;
    while (at_ < css_.size() && css_[at_] != '}') {
      if (css_[at_] == ';') {
        describe(face, css_.substr(begin, at_ - begin));
        begin = ++at_;
      } else if (css_[at_] == '"' || css_[at_] == '\'') {
        read_string();
      } else if (stands_at(css_, at_, "url(")) {
        if (face.sources.size() < kMostItems) face.sources.emplace_back(read_url());
      } else {
        ++at_;
      }
    }
    describe(face, css_.substr(begin, at_ - begin));
    if (sheet_.fonts.size() < kMostItems) sheet_.fonts.push_back(std::move(face));
  }

  static void describe(FontFace& face, std::string_view declaration) {
    const auto colon = declaration.find(':');
    if (colon == declaration.npos || colon > 200) return;
    const std::string name = css_lowered(declaration.substr(0, colon));
    if (name == "font-display") face.display = css_lowered(declaration.substr(colon + 1));
    if (name == "unicode-range") face.unicode_range = css_lowered(declaration.substr(colon + 1));
  }

  static void keep(std::vector<std::string>& list, std::string_view url) {
    url = unquoted(url);
    if (url.empty() || url.front() == '#' || stands_at(url, 0, "data:")) return;
    if (list.size() < kMostItems) list.emplace_back(url);
  }

  std::string_view css_;
  std::size_t at_ = 0;
  Stylesheet sheet_;
};

bool ends_path_with(std::string_view url, std::string_view ending) {
  const std::string path = css_lowered(url.substr(0, url.find_first_of("?#")));
  return path.ends_with(ending);
}

struct Range {
  std::uint32_t first = 1, last = 0;
};

// "u+26", "u+0-7f", "u+4??".
Range range_of(std::string_view text) {
  text = css_trimmed(text);
  if (!stands_at(text, 0, "u+")) return {};
  text.remove_prefix(2);
  std::uint32_t first = 0, last = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && digits < 6; ++digits) {
    const char c = css_lower(text[digits]);
    const bool wild = c == '?';
    const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (!wild && value < 0) break;
    first = first * 16 + static_cast<std::uint32_t>(wild ? 0 : value);
    last = last * 16 + static_cast<std::uint32_t>(wild ? 15 : value);
  }
  if (digits == 0) return {};
  if (digits < text.size() && text[digits] == '-') {
    return {first, range_of("u+" + std::string(text.substr(digits + 1, 6))).last};
  }
  return {first, last};
}

}  // namespace

Stylesheet read_stylesheet(std::string_view css) {
  return Reader(css).read();
}

std::string chosen_source(const FontFace& face) {
  for (const std::string_view ending : {".woff2", ".woff"}) {
    for (const std::string& source : face.sources) {
      if (ends_path_with(source, ending)) return source;
    }
  }
  return face.sources.empty() ? std::string() : face.sources.front();
}

bool needed_for(const FontFace& face, const std::u32string& sorted_text) {
  if (face.unicode_range.empty()) return true;
  constexpr int most_ranges = 200;
  std::string_view rest = face.unicode_range;
  for (int i = 0; i < most_ranges && !rest.empty(); ++i) {
    const auto comma = rest.find(',');
    const Range range = range_of(rest.substr(0, comma));
    const auto first = std::lower_bound(sorted_text.begin(), sorted_text.end(), range.first);
    if (first != sorted_text.end() && *first <= range.last) return true;
    rest = comma == rest.npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return false;
}

}  // namespace touchstone
