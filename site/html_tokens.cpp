#include "site/html_tokens.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "site/character_references.h"

namespace touchstone {

namespace {

// What a character is within a tag, as bits.
enum : std::uint8_t { space = 1, slash = 2, closing = 4, equals = 8 };

constexpr auto kinds = [] {
  std::array<std::uint8_t, 256> filled{};
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) filled[static_cast<unsigned char>(c)] = space;
  filled['/'] = slash;
  filled['>'] = closing;
  filled['='] = equals;
  return filled;
}();

bool is(char c, unsigned wanted) {
  return (kinds[static_cast<unsigned char>(c)] & wanted) != 0;
}

bool is_letter(char c) {
  return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool same(std::string_view written, std::string_view lower_case) {
  if (written.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (lower(written[i]) != lower_case[i]) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string_view> HtmlToken::find(std::string_view lower_case_name) const {
  for (const HtmlAttribute& attribute : *attributes) {
    if (attribute.name_size == lower_case_name.size() &&
        same(text.substr(attribute.name_begin, attribute.name_size), lower_case_name)) {
      return text.substr(attribute.value_begin, attribute.value_size);
    }
  }
  return std::nullopt;
}

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

void HtmlTokens::read_raw(std::string_view name, Content content) {
  raw_name_.assign(name);
  std::transform(raw_name_.begin(), raw_name_.end(), raw_name_.begin(), lower);
  content_ = content;
  escape_ = Escape::none;
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

void HtmlTokens::begin_tag(bool is_end) {
  state_ = State::tag;
  within_ = Within::name;
  is_end_ = is_end;
  tag_at_ = name_begin_ = is_end ? 2 : 1;
  attributes_.clear();
  name_sizes_ = 0;
  name_key_ = 0;
}

bool HtmlTokens::read_tag(HtmlToken& token) {
  const bool is_given = state_ == State::rest_of_tag;
  if (read_tag_to(data_.size() - at_)) {
    if (!is_given) give_tag(token);
    at_ += tag_at_ + 1;
    state_ = State::content;
    return !is_given;
  }
  waiting_ = true;
  const bool too_long = tag_at_ >= longest_tag;
  if (too_long && !is_given) give_tag(token);
  if (!too_long && !is_given && !ended_) return false;
  at_ = data_.size();  // a page that ends within a tag ends before it
  tag_at_ = 0;
  state_ = State::rest_of_tag;
  return too_long && !is_given;
}

// Most attributes are name="value", all of it there. False, and nothing read, for all others.
bool HtmlTokens::read_whole_attribute(std::size_t size) {
  const char* const tag = data_.data() + at_;
  std::size_t at = tag_at_ + 1;
  while (at < size && !is(tag[at], space | slash | closing | equals)) ++at;
  if (at + 1 >= size || tag[at] != '=' || (tag[at + 1] != '"' && tag[at + 1] != '\'')) return false;
  const std::size_t value = at + 2;
  const void* const quote = std::memchr(tag + value, tag[at + 1], size - value);
  if (!quote) return false;
  const auto end = static_cast<std::size_t>(static_cast<const char*>(quote) - tag);
  attributes_.push_back({static_cast<std::uint32_t>(tag_at_), 0, 0, 0});
  end_name(at);
  attributes_.back().value_begin = static_cast<std::uint32_t>(value);
  end_value(end);
  tag_at_ = end + 1;
  return true;
}

void HtmlTokens::end_name(std::size_t end) {
  HtmlAttribute& attribute = attributes_.back();
  attribute.name_size = static_cast<std::uint32_t>(end) - attribute.name_begin;
  name_sizes_ |= HtmlToken::size_bit(attribute.name_size);
}

void HtmlTokens::end_value(std::size_t end) {
  HtmlAttribute& attribute = attributes_.back();
  attribute.value_size = static_cast<std::uint32_t>(end) - attribute.value_begin;
}

bool HtmlTokens::read_tag_to(std::size_t size) {
  const char* const tag = data_.data() + at_;
  const auto skip = [&](unsigned kind) {
    while (tag_at_ < size && is(tag[tag_at_], kind)) ++tag_at_;
    return tag_at_ < size;
  };
  const auto skip_until = [&](unsigned kind) {
    while (tag_at_ < size && !is(tag[tag_at_], kind)) ++tag_at_;
    return tag_at_ < size;
  };
  while (tag_at_ < size) {
    switch (within_) {
      case Within::name:
        for (; tag_at_ < size && !is(tag[tag_at_], space | slash | closing); ++tag_at_) {
          name_key_ = longer_key(name_key_, tag[tag_at_]);
        }
        if (tag_at_ == size) return false;
        name_size_ = tag_at_ - name_begin_;
        within_ = Within::gap;
        [[fallthrough]];
      case Within::gap:
        if (!skip(space | slash)) return false;
        if (tag[tag_at_] == '>') return true;
        if (read_whole_attribute(size)) break;
        attributes_.push_back({static_cast<std::uint32_t>(tag_at_++), 0, 0, 0});
        within_ = Within::attribute;
        break;
      case Within::attribute:
        if (!skip_until(space | slash | closing | equals)) return false;
        end_name(tag_at_);
        within_ = Within::after_name;
        break;
      case Within::after_name:
        if (!skip(space)) return false;
        within_ = tag[tag_at_] == '=' ? Within::before_value : Within::gap;
        if (within_ == Within::before_value) ++tag_at_;
        break;
      case Within::before_value:
        if (!skip(space)) return false;
        if (tag[tag_at_] == '>') return true;
        quote_ = tag[tag_at_];
        within_ = quote_ == '"' || quote_ == '\'' ? Within::quoted : Within::unquoted;
        if (within_ == Within::quoted) ++tag_at_;
        attributes_.back().value_begin = static_cast<std::uint32_t>(tag_at_);
        break;
      case Within::quoted: {
        const void* const quote = std::memchr(tag + tag_at_, quote_, size - tag_at_);
        tag_at_ = quote ? static_cast<std::size_t>(static_cast<const char*>(quote) - tag) : size;
        end_value(tag_at_);
        if (!quote) return false;
        ++tag_at_;
        within_ = Within::gap;
        break;
      }
      case Within::unquoted: {
        const bool whole = skip_until(space | closing);
        end_value(tag_at_);
        if (!whole) return false;
        within_ = Within::gap;
        break;
      }
    }
  }
  return false;
}

// A "/" that stands right before the end closes the element, unless it belongs to a value.
void HtmlTokens::give_tag(HtmlToken& token) {
  token.kind = is_end_ ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
  token.text = data_.substr(at_, tag_at_);
  token.name = token.text.substr(name_begin_, name_size_);
  token.tag = tag_of(token.name, name_key_);
  token.self_closing = within_ == Within::gap && token.text.back() == '/';
  token.attributes = &attributes_;
  token.name_sizes = is_end_ ? 0 : name_sizes_;
}

}  // namespace touchstone
