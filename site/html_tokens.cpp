#include "site/html_tokens.h"

#include <algorithm>

#include "site/character_references.h"

namespace touchstone {

namespace {

bool is_letter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

}  // namespace

void HtmlTokens::add(std::string_view piece) {
  reads_carry_ = !carry_.empty();
  if (reads_carry_) carry_ += piece;
  data_ = reads_carry_ ? std::string_view(carry_) : piece;
  at_ = 0;
  waiting_ = false;
}

void HtmlTokens::end() {
  ended_ = true;
  add({});
}

void HtmlTokens::keep_rest() {
  if (reads_carry_) {
    carry_.erase(0, at_);
  } else {
    carry_.assign(data_.substr(at_));
  }
  data_ = {};
  at_ = 0;
}

bool HtmlTokens::next(HtmlToken& token) {
  while (!waiting_) {
    if (step(token)) return true;
  }
  keep_rest();
  return false;
}

bool HtmlTokens::step(HtmlToken& token) {
  switch (state_) {
    case State::content:
      if (at_ == data_.size()) {
        waiting_ = true;
        return false;
      }
      return raw_name_.empty() ? read_content(token) : read_raw_content(token);
    case State::tag:
    case State::rest_of_tag:
      return read_tag(token);
    case State::comment:
      read_comment();
      return false;
    case State::bogus_comment:
      read_bogus_comment();
      return false;
  }
  return false;
}

bool HtmlTokens::give_text(HtmlToken& token, std::size_t end) {
  token.kind = HtmlToken::Kind::text;
  token.text = data_.substr(at_, end - at_);
  token.has_references = raw_name_.empty() || content_ == Content::escapable_text;
  at_ = end;
  return true;
}

bool HtmlTokens::give_text_or_wait(HtmlToken& token, std::size_t end) {
  if (end > at_) return give_text(token, end);
  waiting_ = true;
  return false;
}

bool HtmlTokens::read_content(HtmlToken& token) {
  if (data_[at_] == '<') return read_markup(token);
  const auto end = data_.find('<', at_);
  if (end != std::string_view::npos) return give_text(token, end);
  const auto rest = data_.substr(at_);
  return give_text_or_wait(token, at_ + (ended_ ? rest.size() : whole_references(rest)));
}

// "Tag open state" and "markup declaration open state".
bool HtmlTokens::read_markup(HtmlToken& token) {
  const std::size_t left = data_.size() - at_;
  const bool is_start = left > 1 && is_letter(data_[at_ + 1]);
  if (is_start || (left > 2 && data_[at_ + 1] == '/' && is_letter(data_[at_ + 2]))) {
    begin_tag(!is_start);
    return read_tag(token);
  }
  return read_declaration(token);
}

bool HtmlTokens::read_declaration(HtmlToken& token) {
  constexpr std::string_view comment = "<!--", cdata = "<![CDATA[";
  const auto rest = data_.substr(at_);
  const auto torn = [&](std::string_view whole) {
    return !ended_ && rest.size() < whole.size() && whole.starts_with(rest);
  };
  if (torn(comment) || torn(cdata) || torn("</>")) {
    waiting_ = true;
    return false;
  }
  const char next = rest.size() > 1 ? rest[1] : '\0';
  if (next == '/' && rest.size() > 2 && rest[2] == '>') {
    at_ += 3;
  } else if (rest.starts_with(comment)) {
    at_ += comment.size();
    comment_size_ = 0;
    tail_ = "--";
    state_ = State::comment;
  } else if (rest.starts_with(cdata)) {
    at_ += cdata.size();
    token.kind = HtmlToken::Kind::text;
    token.text = " ";
    return true;
  } else if (next == '!' || next == '?' || (next == '/' && rest.size() > 2)) {
    state_ = State::bogus_comment;
  } else {
    return give_text(token, at_ + 1);
  }
  return false;
}

void HtmlTokens::read_bogus_comment() {
  const auto end = data_.find('>', at_);
  waiting_ = end == std::string_view::npos;
  at_ = waiting_ ? data_.size() : end + 1;
  if (!waiting_) state_ = State::content;
}

// Ends with "-->" or "--!>"; the dashes of "<!-->" and "<!--->" are its own and its beginning's.
void HtmlTokens::read_comment() {
  for (auto end = data_.find('>', at_); end != std::string_view::npos;
       end = data_.find('>', end + 1)) {
    const auto read = data_.substr(at_, end - at_);
    const auto size = comment_size_ + read.size();
    std::string last = read.size() < 3 ? tail_ : std::string();
    last += read.substr(read.size() - std::min<std::size_t>(read.size(), 3));
    if (last.ends_with("--") || (size >= 3 && last.ends_with("--!"))) {
      at_ = end + 1;
      state_ = State::content;
      return;
    }
  }
  const auto rest = data_.substr(at_);
  comment_size_ += rest.size();
  tail_ += rest.substr(rest.size() - std::min<std::size_t>(rest.size(), 3));
  tail_.erase(0, tail_.size() - std::min<std::size_t>(tail_.size(), 3));
  at_ = data_.size();
  waiting_ = true;
}

}  // namespace touchstone
