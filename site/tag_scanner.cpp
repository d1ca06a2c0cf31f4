#include "site/tag_scanner.h"

#include <algorithm>

namespace touchstone {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

Token TagScanner::next() {
  Token token;
  bool text = false;
  while (at_ < html_.size()) {
    if (html_[at_] != '<') {
      const auto end = std::min(html_.find('<', at_), html_.size());
      text = text || std::any_of(html_.begin() + static_cast<std::ptrdiff_t>(at_),
                                 html_.begin() + static_cast<std::ptrdiff_t>(end),
                                 [](char c) { return !is_space(c); });
      at_ = end;
      continue;
    }
    const char after = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
    const char third = at_ + 2 < html_.size() ? html_[at_ + 2] : '\0';
    if (is_letter(after) || (after == '/' && is_letter(third))) {
      if (text) {
        token.kind = Token::Kind::text;
        return token;
      }
      if (read_tag(token)) return token;
    } else if (after == '!') {
      const auto before = at_;
      skip_markup_declaration();
      text = text || (foreign_ && html_.substr(before).starts_with("<![CDATA["));
    } else if (after == '?' || (after == '/' && third != '\0')) {
      at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
    } else {
      text = true;
      ++at_;
    }
  }
  if (text) token.kind = Token::Kind::text;
  return token;
}

// 13.2.5.6 ff. False where the page ends within the tag, which is then no tag.
bool TagScanner::read_tag(Token& token) {
  const auto begin = at_;
  Tag tag;
  tag.closing = html_[++at_] == '/';
  if (tag.closing) ++at_;
  const auto name = at_;
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>') {
    ++at_;
  }
  tag.name = html_.substr(name, at_ - name);
  while (at_ < html_.size() && html_[at_] != '>') {
    if (is_space(html_[at_])) {
      ++at_;
      continue;
    }
    if (html_[at_] == '/') {
      tag.self_closing = ++at_ < html_.size() && html_[at_] == '>';
      continue;
    }
    ++tag.attributes;
    ++at_;  // a "=" here is a part of the name
    while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '/' && html_[at_] != '>' &&
           html_[at_] != '=') {
      ++at_;
    }
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    if (at_ == html_.size() || html_[at_] != '=') continue;
    ++at_;
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
    if (at_ == html_.size()) break;
    if (html_[at_] == '"' || html_[at_] == '\'') {
      at_ = std::min(html_.find(html_[at_], at_ + 1), html_.size() - 1) + 1;
    } else {
      while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
    }
  }
  if (at_ == html_.size()) return false;
  tag.source = html_.substr(begin, ++at_ - begin);
  token.kind = Token::Kind::tag;
  token.tag = tag;
  return true;
}

void TagScanner::skip_markup_declaration() {
  const auto rest = html_.substr(at_);
  if (rest.starts_with("<!--")) {
    skip_comment();
  } else if (foreign_ && rest.starts_with("<![CDATA[")) {
    const auto end = html_.find("]]>", at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 3;
  } else {
    at_ = std::min(html_.find('>', at_), html_.size() - 1) + 1;
  }
}

void TagScanner::skip_comment() {
  at_ += 4;
  const auto rest = html_.substr(at_);
  if (rest.starts_with(">") || rest.starts_with("->")) {
    at_ = html_.find('>', at_) + 1;
    return;
  }
  while (true) {
    at_ = html_.find("--", at_);
    if (at_ == std::string_view::npos) {
      at_ = html_.size();
      return;
    }
    const auto after = html_.substr(at_ + 2);
    if (after.starts_with(">") || after.starts_with("!>")) {
      at_ = html_.find('>', at_) + 1;
      return;
    }
    ++at_;
  }
}

// "</name" stands at this place and ends there.
bool TagScanner::closes(std::size_t at, std::string_view name) const {
  const auto after = at + 2 + name.size();
  return after < html_.size() && html_[at + 1] == '/' &&
         same_name(html_.substr(at + 2, name.size()), name) &&
         (is_space(html_[after]) || html_[after] == '/' || html_[after] == '>');
}

void TagScanner::skip_raw_text(std::string_view name) {
  for (at_ = html_.find('<', at_); at_ != std::string_view::npos; at_ = html_.find('<', at_ + 1)) {
    if (closes(at_, name)) return;
  }
  at_ = html_.size();
}

void TagScanner::skip_script() {
  enum class State { data, escaped, double_escaped } state = State::data;
  for (; at_ < html_.size(); ++at_) {
    const auto rest = html_.substr(at_);
    if (state != State::data && rest.starts_with("-->")) {
      state = State::data;
    } else if (state == State::data && rest.starts_with("<!--")) {
      // "<!-->" and "<!--->" are no way in: the dashes count for the end as well.
      const bool closed = rest.starts_with("<!-->") || rest.starts_with("<!--->");
      if (!closed) state = State::escaped;
      at_ += 3;
    } else if (rest.front() == '<' && closes(at_, "script")) {
      if (state != State::double_escaped) return;
      state = State::escaped;
    } else if (state == State::escaped && rest.front() == '<' && rest.size() > 7 &&
               same_name(rest.substr(1, 6), "script") &&
               (is_space(rest[7]) || rest[7] == '/' || rest[7] == '>')) {
      state = State::double_escaped;
    }
  }
}

}  // namespace touchstone
