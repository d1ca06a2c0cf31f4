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
#include <string>
#include <string_view>
#include <vector>

#include "site/html_names.h"

namespace touchstone {

// Views live until the next call of next() or add().
struct HtmlAttribute {
  std::string_view name, value;  // as written
};

struct HtmlToken {
  enum class Kind { text, start_tag, end_tag };
  Kind kind = Kind::text;
  Tag tag = Tag::other;
  bool self_closing = false;              // "/>"
  bool has_references = true;             // of a text: "&" begins a reference
  std::string_view name;                  // of a tag, as written
  std::string_view text;                  // of a text, as written; never ends within a reference
  std::vector<HtmlAttribute> attributes;  // of a start tag; of two with one name the first counts

  // The value as written; null pointer inside when there is none.
  const HtmlAttribute* find(std::string_view lower_case_name) const;
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

 private:
  enum class State { content, tag, rest_of_tag, comment, bogus_comment };
  enum class Within { name, gap, attribute, after_name, before_value, quoted, unquoted };
  enum class Escape { none, once, twice };  // of a script: "<!--", and "<script" in it
  enum class Match { yes, no, torn };
  struct Span {
    std::size_t begin = 0, size = 0;
  };
  struct Pair {
    Span name, value;
  };

  bool step(HtmlToken& token);  // true: a token was made
  bool read_content(HtmlToken& token);
  bool read_markup(HtmlToken& token);
  bool read_raw_content(HtmlToken& token);
  bool read_escaped_script(HtmlToken& token);
  bool read_tag(HtmlToken& token);
  bool read_tag_to(std::size_t size);  // true: its ">" is at tag_at_
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
  Span name_;
  std::vector<Pair> pairs_;

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
