#pragma once

// The tokens of an HTML page by the tokenizer of the HTML Standard (13.2.5), as far as nesting
// needs it: tags with the number of their attributes, and that there was text. One pass, no copies.

#include <cstddef>
#include <string_view>

namespace touchstone {

struct Tag {
  std::string_view name;  // as written
  bool closing = false;
  bool self_closing = false;
  std::size_t attributes = 0;
  std::string_view source;  // from < to >
};

struct Token {
  enum class Kind { tag, text, end };
  Kind kind = Kind::end;
  Tag tag;
};

class TagScanner {
 public:
  explicit TagScanner(std::string_view html) : html_(html) {}

  // White space alone, comments and doctypes are passed over.
  Token next();

  // To be told after a start tag whose content is text: everything up to its end tag is skipped.
  void skip_raw_text(std::string_view name);
  void skip_script();     // as raw text, with the escaped states of 13.2.5.18 ff.
  void skip_plaintext() { at_ = html_.size(); }

  // True while CDATA sections count (in SVG and MathML); elsewhere they are bogus comments.
  void set_foreign(bool foreign) { foreign_ = foreign; }

 private:
  bool read_tag(Token& token);
  void skip_markup_declaration();
  void skip_comment();
  bool closes(std::size_t at, std::string_view name) const;

  std::string_view html_;
  std::size_t at_ = 0;
  bool foreign_ = false;
};

}  // namespace touchstone
