#pragma once

// The tags and texts of a page, in pieces as they arrive: the tokenizer of the HTML Standard
// (section 13.2.5) without error messages. Where the standard asks the tree builder, the caller
// says it: read_raw after the tag of an element whose content is no markup. Comments and doctypes
// are left out; "<![CDATA[" is a blank, as in the project's tree (site/gumbo_tree.cpp).
//
//   tokens.add(piece);
//   while (tokens.next(token)) use(token);   // false: wants the next piece
//
// Keeps what is torn at the end of a piece, at most `longest_tag` bytes of it, and reads no byte
// twice because of that. One thread at a time.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/html_names.h"

namespace touchstone {

// Where an attribute of a tag stands, from its "<" on.
struct HtmlAttribute {
  std::uint32_t name_begin = 0, name_size = 0, value_begin = 0, value_size = 0;
};

// Views live until the next call of next() or add().
struct HtmlToken {
  enum class Kind { text, start_tag, end_tag };
  Kind kind = Kind::text;
  Tag tag = Tag::other;
  bool self_closing = false;   // "/>"
  bool has_references = true;  // of a text: "&" begins a reference
  std::string_view name;       // of a tag, as written
  std::string_view text;       // as written; a text never ends within a reference
  const std::vector<HtmlAttribute>* attributes = nullptr;  // of a start tag
  std::uint32_t name_sizes = 0;  // of the attributes: bit n for n bytes, 31 for more

  // The value of an attribute as written, of two the first one; absent when it is not there.
  std::optional<std::string_view> value(std::string_view lower_case_name) const {
    if ((name_sizes & size_bit(lower_case_name.size())) == 0) return std::nullopt;
    return find(lower_case_name);
  }
  bool has(std::string_view lower_case_name) const { return value(lower_case_name).has_value(); }

  static constexpr std::uint32_t size_bit(std::size_t size) {
    return std::uint32_t{1} << (size < 31 ? size : 31);
  }

 private:
  std::optional<std::string_view> find(std::string_view lower_case_name) const;
};

class HtmlTokens {
 public:
  // A tag with more is given as far as it was read then.
  static constexpr std::size_t longest_tag = std::size_t{512} << 10;

  // How the content of an element is read, until its end tag.
  enum class Content { raw_text, escapable_text, script, plaintext };

  // Valid UTF-8, whole characters. `piece` must live until next() has said false.
  void add(std::string_view piece);
  void end();                   // what was given is all: next() gives out what is left
  bool next(HtmlToken& token);  // false: everything complete was given out

  void read_raw(std::string_view name, Content content);
  static std::optional<Content> content_of(Tag tag);  // absent: markup

 private:
  enum class State { content, tag, rest_of_tag, comment, bogus_comment };
  enum class Within { name, gap, attribute, after_name, before_value, quoted, unquoted };
  enum class Escape { none, once, twice };  // of a script: "<!--", and "<script" in it
  enum class Match { yes, no, torn };

  bool step(HtmlToken& token);  // true: a token was made
  bool read_content(HtmlToken& token);
  bool read_markup(HtmlToken& token);
  bool read_declaration(HtmlToken& token);
  bool read_raw_content(HtmlToken& token);
  bool read_escaped_script(HtmlToken& token);
  bool read_tag(HtmlToken& token);
  bool read_tag_to(std::size_t size);  // true: its ">" is at tag_at_
  bool read_whole_attribute(std::size_t size);
  void end_name(std::size_t end);
  void end_value(std::size_t end);
  void read_comment();
  void read_bogus_comment();
  void begin_tag(bool is_end);
  void keep_rest();
  Match match(std::size_t at, std::string_view opening, std::string_view name) const;
  bool give_text(HtmlToken& token, std::size_t end);
  bool give_text_or_wait(HtmlToken& token, std::size_t end);
  void give_tag(HtmlToken& token);

  std::string_view data_;
  std::size_t at_ = 0;
  std::string carry_;  // what is torn: data_ is this, or the piece itself
  bool ended_ = false, waiting_ = false, reads_carry_ = false;
  State state_ = State::content;

  // Of the tag that is being read; places count from its "<", which is at at_.
  Within within_ = Within::name;
  std::size_t tag_at_ = 0;
  char quote_ = 0;
  bool is_end_ = false;
  std::size_t name_begin_ = 0, name_size_ = 0;
  std::uint64_t name_key_ = 0;
  std::vector<HtmlAttribute> attributes_;
  std::uint32_t name_sizes_ = 0;

  // Of raw content; no name outside of it.
  std::string raw_name_;
  Content content_ = Content::raw_text;
  Escape escape_ = Escape::none;
  int dashes_ = 0;

  // Of a comment: how many bytes were read, and the last three.
  std::size_t comment_size_ = 0;
  std::string tail_;
};

}  // namespace touchstone
