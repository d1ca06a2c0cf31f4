// One tag with its attributes ("tag name state" to "self-closing start tag state").

#include <algorithm>
#include <cstring>

#include "site/html_characters.h"
#include "site/html_tokens.h"

namespace touchstone {

using namespace html;

namespace {

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
