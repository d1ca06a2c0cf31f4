#include "crawler/css_links.h"

#include <algorithm>

namespace touchstone {
namespace {

constexpr std::size_t max_links = 200;
constexpr std::size_t max_reference_bytes = 4'096;

bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool begins(std::string_view text, std::string_view lower_case) {
  if (text.size() < lower_case.size()) return false;
  return std::equal(lower_case.begin(), lower_case.end(), text.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + ('a' - 'A')) : b);
  });
}

class CssReader {
 public:
  explicit CssReader(std::string_view css) : rest_(css) {}

  std::vector<CssLink> read() {
    while (!rest_.empty() && links_.size() < max_links) step();
    end_font();
    return std::move(links_);
  }

 private:
  void step() {
    const char c = rest_.front();
    if (rest_.starts_with("/*")) {
      const auto end = rest_.find("*/", 2);
      skip(end == rest_.npos ? end : end + 2);
    } else if (c == '"' || c == '\'') {
      read_string();
    } else if (begins(rest_, "@import")) {
      skip(7);
      read_import();
    } else if (begins(rest_, "@font-face")) {
      skip(10);
      in_font_ = true;
    } else if (begins(rest_, "url(")) {
      skip(4);
      take(read_url(), in_font_ ? Resource::Kind::font : Resource::Kind::image);
    } else {
      if (c == '}') end_font();
      skip(1);
    }
  }

  void skip(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }

  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_.front())) skip(1);
  }

  // A string ends at its quote or, unfinished, at the line's end (section 4.3.5).
  std::string read_string() {
    const char quote = rest_.front();
    skip(1);
    std::string text;
    while (!rest_.empty() && rest_.front() != quote && rest_.front() != '\n') {
      if (rest_.front() == '\\') skip(1);
      if (rest_.empty()) break;
      if (text.size() < max_reference_bytes) text += rest_.front();
      skip(1);
    }
    skip(1);
    return text;
  }

  // Behind "url(".
  std::string read_url() {
    skip_blanks();
    if (rest_.empty()) return {};
    if (rest_.front() == '"' || rest_.front() == '\'') return read_string();
    const auto end = std::min(rest_.find(')'), rest_.size());
    auto text = rest_.substr(0, end);
    skip(end + 1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return std::string(text.substr(0, max_reference_bytes));
  }

  void read_import() {
    skip_blanks();
    if (begins(rest_, "url(")) {
      skip(4);
      take(read_url(), Resource::Kind::stylesheet);
    } else if (!rest_.empty() && (rest_.front() == '"' || rest_.front() == '\'')) {
      take(read_string(), Resource::Kind::stylesheet);
    }
  }

  void take(std::string reference, Resource::Kind kind) {
    if (reference.empty() || reference.front() == '#' || begins(reference, "data:")) return;
    if (kind != Resource::Kind::font) return add({kind, std::move(reference)});
    constexpr std::size_t max_sources = 20;
    if (fonts_.size() < max_sources) fonts_.push_back(std::move(reference));
  }

  void end_font() {
    in_font_ = false;
    if (fonts_.empty()) return;
    const auto named = [this](std::string_view ending) {
      return std::find_if(fonts_.begin(), fonts_.end(), [&](const std::string& font) {
        return std::string_view(font).substr(0, font.find_first_of("?#")).ends_with(ending);
      });
    };
    auto best = named(".woff2");
    if (best == fonts_.end()) best = named(".woff");
    if (best == fonts_.end()) best = fonts_.begin();
    add({Resource::Kind::font, std::move(*best)});
    fonts_.clear();
  }

  void add(CssLink link) {
    const bool known = std::any_of(links_.begin(), links_.end(), [&](const CssLink& other) {
      return other.reference == link.reference;
    });
    if (!known) links_.push_back(std::move(link));
  }

  std::string_view rest_;
  std::vector<CssLink> links_;
  std::vector<std::string> fonts_;
  bool in_font_ = false;
};

}  // namespace

std::vector<CssLink> links_in_css(std::string_view css) {
  return CssReader(css).read();
}

}  // namespace touchstone
