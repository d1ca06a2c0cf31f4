#include "checks/style_rules.h"

#include <re2/re2.h>

#include <algorithm>

#include "checks/css_text.h"

namespace touchstone {

namespace {

constexpr std::size_t deepest = 32;  // no honest stylesheet nests its conditions further

bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char wanted, char found) { return wanted == css_lower(found); });
}

// Where the comment, string or escape that begins at `at` ends; `at` itself where none does.
std::size_t behind_opaque(std::string_view css, std::size_t at) {
  if (css[at] == '\\') return std::min(at + 2, css.size());
  if (css[at] == '/' && at + 1 < css.size() && css[at + 1] == '*') {
    const auto end = css.find("*/", at + 2);
    return end == css.npos ? css.size() : end + 2;
  }
  if (css[at] != '"' && css[at] != '\'') return at;
  const char quote = css[at++];
  while (at < css.size() && css[at] != quote && css[at] != '\n') at += css[at] == '\\' ? 2 : 1;
  return std::min(at + 1, css.size());
}

// Behind the brace that closes the block whose inside begins at `at`.
std::size_t behind_block(std::string_view css, std::size_t at) {
  for (std::size_t open = 1; at < css.size();) {
    if (const auto behind = behind_opaque(css, at); behind != at) {
      at = behind;
      continue;
    }
    if (css[at] == '{') ++open;
    if (css[at] == '}' && --open == 0) return at + 1;
    ++at;
  }
  return css.size();
}

class Reader {
 public:
  Reader(std::string_view css, const std::function<void(const StyleRule&)>& use)
      : css_(css), use_(use) {}

  void read() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < css_.size();) {
      if (const auto behind = behind_opaque(css_, at); behind != at) {
        const bool nothing_yet = css_trimmed(css_.substr(begin, at - begin)).empty();
        if (nothing_yet && css_[at] == '/') begin = behind;  // a comment before the selector
        at = behind;
        continue;
      }
      const char c = css_[at++];
      if (c == '{') {
        begin = at = open(css_trimmed(css_.substr(begin, at - 1 - begin)), at);
      } else if (c == ';' || c == '}') {
        if (c == '}' && !conditions_.empty()) conditions_.pop_back();
        begin = at;
      }
    }
  }

 private:
  // Where reading goes on.
  std::size_t open(std::string_view prelude, std::size_t inside) {
    const std::string_view around = conditions_.empty() ? std::string_view() : conditions_.back();
    if (!prelude.starts_with('@')) {
      const std::size_t behind = behind_block(css_, inside);
      use_({around, prelude, css_.substr(inside, behind - inside - 1)});
      return behind;
    }
    const bool media = begins_with(prelude, "@media");
    const bool container = begins_with(prelude, "@container");
    const bool passes = begins_with(prelude, "@supports") || begins_with(prelude, "@layer");
    if (conditions_.size() == deepest || (!media && !container && !passes)) {
      return behind_block(css_, inside);
    }
    conditions_.push_back(media ? css_trimmed(prelude.substr(6)) : container ? prelude : around);
    return inside;
  }

  std::string_view css_;
  const std::function<void(const StyleRule&)>& use_;
  std::vector<std::string_view> conditions_;
};

}  // namespace

void each_style_rule(std::string_view css, const std::function<void(const StyleRule&)>& use) {
  Reader(css, use).read();
}

void each_declaration(
    std::string_view declarations,
    const std::function<void(const std::string& property, const std::string& value)>& use) {
  const auto end_one = [&](std::string_view declaration) {
    const auto colon = declaration.find(':');
    if (colon == declaration.npos) return;
    const std::string property = css_lowered(declaration.substr(0, colon));
    if (property.empty()) return;
    const std::string value = css_lowered(declaration.substr(colon + 1));
    use(property, std::string(css_trimmed(std::string_view(value).substr(0, value.find('!')))));
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < declarations.size();) {
    if (const auto behind = behind_opaque(declarations, at); behind != at) {
      const bool nothing_yet = css_trimmed(declarations.substr(begin, at - begin)).empty();
      if (nothing_yet && declarations[at] == '/') begin = behind;
      at = behind;
      continue;
    }
    const char c = declarations[at++];
    if (c == '{') begin = at = behind_block(declarations, at);
    if (c != ';') continue;
    end_one(declarations.substr(begin, at - 1 - begin));
    begin = at;
  }
  end_one(declarations.substr(std::min(begin, declarations.size())));
}

std::optional<std::string> declared_value(std::string_view declarations,
                                          std::string_view property) {
  std::optional<std::string> last;
  each_declaration(declarations, [&](const std::string& name, const std::string& value) {
    if (name == property) last = value;
  });
  return last;
}

bool selects_type(std::string_view selectors, std::string_view type) {
  while (true) {
    const auto comma = selectors.find(',');
    if (css_lowered(selectors.substr(0, comma)) == type) return true;
    if (comma == selectors.npos) return false;
    selectors.remove_prefix(comma + 1);
  }
}

bool is_for_every_screen(const StyleRule& rule) {
  const std::string media = css_lowered(rule.media);
  return media.empty() || media == "all" || media == "screen" || media == "only screen";
}

bool is_for_print(const StyleRule& rule) {
  static const RE2 print(R"re((?i)(^|,)\s*(only\s+)?print\b)re");
  return RE2::PartialMatch({rule.media.data(), rule.media.size()}, print);
}

}  // namespace touchstone
