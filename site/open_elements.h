#pragma once

// Which elements are open at a place of a page, told from its tags alone: what the tree
// construction of the HTML Standard (section 13.2.6) closes by itself is closed here too, but
// nothing is built, moved or opened again. For site/ alone. One thread at a time.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "site/html_names.h"

namespace touchstone {

class OpenElements {
 public:
  // A page that nests deeper has no tree either; what is further in is not kept.
  static constexpr std::size_t deepest = 512;

  struct Opened {
    bool used = true;     // false: the tree has no such element (a link in a <select>)
    bool is_html = true;  // false: of SVG or MathML, whose content is never raw text
  };

  // `hides`: the element does not show (site/page_places.h). A void or self-closing one is not
  // kept.
  Opened open(Tag tag, std::string_view name, bool self_closing, bool hides);

  // True where the end tag is one of the tree: it closed something, or it is </br> or </p>.
  bool close(Tag tag, std::string_view name);

  // Until the body begins, text other than spaces begins it.
  bool in_body() const { return in_body_; }
  void begin_body();

  bool hidden() const { return hidden_from_ < elements_.size(); }
  bool has(Tag tag) const { return count_[static_cast<std::size_t>(tag)] > 0; }

 private:
  struct Element {
    Tag tag = Tag::other;
    bool foreign = false;
    std::uint32_t name = 0;  // a hash, where the tag is `other`
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  bool reads_foreign() const;
  bool open_foreign(Tag tag, std::string_view name, bool self_closing, bool hides);
  void leave_foreign();
  void end_implied(Tag tag);
  void end_list_item(Tag first, Tag second);
  bool use_in_select(Tag tag);
  bool ends_in_select(Tag tag);
  std::size_t find(Tag tag, std::uint32_t name, std::uint32_t barrier) const;
  void pop_to(std::size_t index);
  void push(Element element, bool hides);
  void remove(std::size_t index);

  std::vector<Element> elements_;
  std::array<std::uint16_t, 256> count_{};
  std::size_t hidden_from_ = none;
  bool head_ended_ = false, in_body_ = false, in_form_ = false;
};

}  // namespace touchstone
