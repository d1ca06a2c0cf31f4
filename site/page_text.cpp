#include "site/page_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <vector>

#include "site/page.h"
#include "site/page_places.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

// Collects text as a browser's innerText does: runs of space become one, breaks become lines.
class Lines {
 public:
  void add(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const auto begin = i;
      std::int32_t offset = 0;
      UChar32 c = 0;
      const auto rest = text.substr(i, U8_MAX_LENGTH);
      U8_NEXT_OR_FFFD(rest.data(), offset, static_cast<std::int32_t>(rest.size()), c);
      i += static_cast<std::size_t>(offset);
      if (u_isUWhiteSpace(c)) {
        space_ = true;
        continue;
      }
      if (!text_.empty() && (space_ || break_)) text_ += break_ ? '\n' : ' ';
      space_ = break_ = false;
      text_ += text.substr(begin, i - begin);
    }
  }
  void new_line() { break_ = true; }
  void gap() { space_ = true; }
  std::size_t size() const { return text_.size(); }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool space_ = false, break_ = false;
};

// Cells stand apart on one line.
bool is_cell(const Element& element) {
  return element.name() == "td" || element.name() == "th";
}

// The last bytes, from a whole character on.
std::string_view tail(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  auto begin = text.size() - bytes;
  while (begin < text.size() && (text[begin] & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}

// What people see as a part of the page of its own.
bool is_section(const Element& element) {
  const auto name = element.name();
  return name == "section" || name == "article" || name == "aside" || name == "main" ||
         name == "header" || name == "footer" || name == "nav" || name == "body";
}

}  // namespace

bool is_block(const Element& element) {
  static constexpr std::array<std::string_view, 45> blocks{
      "address",  "article",    "aside",   "blockquote", "body",   "br",  "button", "caption",
      "center",   "dd",         "details", "dialog",     "dir",    "div", "dl",     "dt",
      "fieldset", "figcaption", "figure",  "footer",     "form",   "h1",  "h2",     "h3",
      "h4",       "h5",         "h6",      "header",     "hgroup", "hr",  "html",   "legend",
      "li",       "main",       "menu",    "nav",        "ol",     "p",   "pre",    "section",
      "summary",  "table",      "tbody",   "tr",         "ul"};
  return std::binary_search(blocks.begin(), blocks.end(), element.name());
}

std::string visible_text(const Element& root, std::size_t max_bytes) {
  Lines lines;
  walk(root, [&](const Step& step) {
    if (lines.size() >= max_bytes) return Walk::stop;
    switch (step.kind) {
      case Step::Kind::text:
        lines.add(step.text);
        return Walk::into;
      case Step::Kind::enter:
        if (!(step.element == root) && hides_itself(step.element)) return Walk::past;
        [[fallthrough]];
      case Step::Kind::leave:
        if (is_block(step.element)) lines.new_line();
        if (is_cell(step.element)) lines.gap();
        return Walk::into;
    }
    return Walk::into;
  });
  return lines.take();
}

std::string text_before(const Element& element, std::size_t max_bytes) {
  constexpr int steps = 2000;
  int taken = 0;
  std::size_t size = 0;
  std::vector<std::string_view> pieces;  // the last one first
  walk_back(element, [&](const Step& step) {
    if (++taken > steps || size >= max_bytes) return Walk::stop;
    if (step.kind == Step::Kind::text) {
      pieces.push_back(tail(step.text, 4 * max_bytes));
      size += pieces.back().size();
      return Walk::into;
    }
    if (step.kind == Step::Kind::leave && is_section(step.element)) return Walk::stop;
    if (step.kind == Step::Kind::enter && hides_itself(step.element)) return Walk::past;
    if (is_block(step.element) || is_cell(step.element)) pieces.push_back(" ");
    return Walk::into;
  });
  std::string before;
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) before += *piece;
  before = collapse_spaces(before);
  return std::string(tail(before, max_bytes));
}

}  // namespace touchstone
