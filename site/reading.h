#pragma once

// The text of a page as a customer reads it, with the place where every piece of it stands. Inline
// elements are joined ("<b>+49</b> 30" reads "+49 30"), a block element or <br> begins a new line,
// a table cell is set off by a tab. Hidden parts are read too and marked: a menu that opens at a
// click is hidden at first. Scripts, styles, templates, noscript and form controls are left out.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "site/page.h"

namespace touchstone {

// A run of text of one element.
struct TextPiece {
  std::size_t begin = 0;  // byte offset in Reading::text(); it ends where the next one begins
  Element element;        // the element that holds the text
  Region region = Region::main;
  bool hidden = false;
  bool code = false;  // inside <code>, <pre>, <samp> or <kbd>
};

// Costs one walk of the tree. Valid as long as the page lives; reading is safe from several
// threads.
class Reading {
 public:
  explicit Reading(const Page& page);

  const Page& page() const { return *page_; }
  const std::string& text() const { return text_; }
  const std::vector<TextPiece>& pieces() const { return pieces_; }
  // The piece at a byte offset of text(); null when the page has no text.
  const TextPiece* at(std::size_t offset) const;
  // Blanks in place of these bytes of text(), line breaks and tabs but: whoever reads on finds
  // every piece where it stood.
  void blank(std::size_t begin, std::size_t end);

 private:
  const Page* page_;
  std::string text_;
  std::vector<TextPiece> pieces_;
};

// The nearest element with that name, from `element` itself upwards; false when there is none.
Element enclosing(Element element, std::string_view name);

}  // namespace touchstone
