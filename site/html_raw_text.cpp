// Content that is no markup: of a script, a style, a title ("script data state" and those beside
// it).

#include <algorithm>

#include "site/character_references.h"
#include "site/html_characters.h"
#include "site/html_tokens.h"

namespace touchstone {

using namespace html;

std::optional<HtmlTokens::Content> HtmlTokens::content_of(Tag tag) {
  if (tag == Tag::script) return Content::script;
  if (tag == Tag::plaintext) return Content::plaintext;
  if ((traits_of(tag) & trait::raw_text) != 0) return Content::raw_text;
  if ((traits_of(tag) & trait::escapable_text) != 0) return Content::escapable_text;
  return std::nullopt;
}

void HtmlTokens::read_raw(std::string_view name, Content content) {
  raw_name_.assign(name);
  std::transform(raw_name_.begin(), raw_name_.end(), raw_name_.begin(), lower);
  content_ = content;
  escape_ = Escape::none;
}

// Whether `opening` and `name` stand there, and what ends a tag's name behind them.
HtmlTokens::Match HtmlTokens::match(std::size_t at, std::string_view opening,
                                    std::string_view name) const {
  const auto rest = data_.substr(at);
  const auto size = opening.size() + name.size();
  for (std::size_t i = 0; i < std::min(size, rest.size()); ++i) {
    const char wanted = i < opening.size() ? opening[i] : name[i - opening.size()];
    if (lower(rest[i]) != wanted) return Match::no;
  }
  if (rest.size() <= size) return ended_ ? Match::no : Match::torn;
  return is(rest[size], space | slash | closing) ? Match::yes : Match::no;
}

bool HtmlTokens::read_raw_content(HtmlToken& token) {
  if (content_ == Content::plaintext) return give_text(token, data_.size());
  if (escape_ != Escape::none) return read_escaped_script(token);
  constexpr std::string_view escaping = "<!--";
  for (auto at = data_.find('<', at_); at != std::string_view::npos; at = data_.find('<', at + 1)) {
    const auto found = match(at, "</", raw_name_);
    if (found == Match::torn) return give_text_or_wait(token, at);
    if (found == Match::yes) {
      if (at > at_) return give_text(token, at);
      raw_name_.clear();
      begin_tag(true);
      return false;
    }
    if (content_ != Content::script) continue;
    const auto rest = data_.substr(at);
    if (rest.starts_with(escaping)) {
      escape_ = Escape::once;
      dashes_ = 2;
      return give_text(token, at + escaping.size());
    }
    if (!ended_ && escaping.starts_with(rest)) return give_text_or_wait(token, at);
  }
  const auto rest = data_.substr(at_);
  const bool may_tear = content_ == Content::escapable_text && !ended_;
  return give_text_or_wait(token, at_ + (may_tear ? whole_references(rest) : rest.size()));
}

// "Script data escaped state" and "script data double escaped state".
bool HtmlTokens::read_escaped_script(HtmlToken& token) {
  for (auto at = at_; at < data_.size(); ++at) {
    const char c = data_[at];
    if (c == '-') {
      ++dashes_;
      continue;
    }
    if (c == '>' && dashes_ >= 2) {
      escape_ = Escape::none;
      return give_text(token, at + 1);
    }
    dashes_ = 0;
    if (c != '<') continue;
    const bool twice = escape_ == Escape::twice;
    const auto ends = match(at, "</", raw_name_);
    const auto begins = twice ? Match::no : match(at, "<", raw_name_);
    if (ends == Match::torn || begins == Match::torn) return give_text_or_wait(token, at);
    if (begins == Match::yes) escape_ = Escape::twice;
    if (ends == Match::no) continue;
    if (twice) {
      escape_ = Escape::once;
      continue;
    }
    if (at > at_) return give_text(token, at);
    raw_name_.clear();
    begin_tag(true);
    return false;
  }
  return give_text_or_wait(token, data_.size());
}

}  // namespace touchstone
