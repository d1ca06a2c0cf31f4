#pragma once

// An HTML page as a tree that answers XPath 1.0: Gumbo parses, libxml2 holds. Elements are in no
// namespace (SVG and MathML too), names lower case, so that "//svg" works. A hostile page is
// refused (nesting over 512, attributes over 512 on one tag, more than memory or time allow).
//
// Move-only. Reading from several threads at once is safe only on different documents.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace touchstone {

// A place in a Document; valid as long as the Document lives, also after it was moved. A cheap
// handle.
class Element {
 public:
  Element() = default;                                                // no place
  std::string_view name() const;                                      // "a", "meta"; "" for text
  std::optional<std::string> attribute(std::string_view name) const;  // absent: not there
  bool has_attribute(std::string_view name) const { return attribute(name).has_value(); }
  std::string text() const;               // all text below, as it stands in the source
  Element parent() const;                 // operator bool is false at the root
  std::vector<Element> children() const;  // elements only
  std::string path() const;               // "/html/body/footer/a[2]", for evidence
  explicit operator bool() const { return node_ != nullptr; }
  friend bool operator==(const Element& a, const Element& b) { return a.node_ == b.node_; }

  // An XPath relative to this element; elements only.
  std::vector<Element> find(const std::string& xpath) const;

  void* node() const { return node_; }  // libxml2's xmlNode, for site/ alone

 private:
  friend struct ElementAccess;
  explicit Element(void* node) : node_(node) {}
  void* node_ = nullptr;
};

enum class DocumentRefusal { too_deep, too_many_attributes, too_large, parser_failed };

// What an XPath expression yields: elements, or a text, number or truth.
using XPathValue = std::variant<std::vector<Element>, std::vector<std::string>, double, bool>;

class Document {
 public:
  // `utf8`: the page decoded to UTF-8; only the first 2 MiB are read. Never throws on content.
  static std::variant<Document, DocumentRefusal> parse(std::string_view utf8);

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  Element root() const;  // <html>
  Element head() const;  // may be empty (operator bool)
  Element body() const;

  // Elements that match, in document order. A bad expression yields nothing here; check those of
  // users first with xpath_error.
  std::vector<Element> find(const std::string& xpath) const;
  std::optional<Element> first(const std::string& xpath) const;

  // Any XPath 1.0 value; attribute nodes and text nodes come as texts. Runs under an operation
  // limit: absent when the limit was reached or the expression is bad.
  // Beside XPath 1.0: matches(text, re2) is true where RE2 finds the pattern.
  std::optional<XPathValue> evaluate(const std::string& xpath) const;

  bool truncated() const;  // more than 2 MiB

 private:
  struct Tree;
  explicit Document(std::unique_ptr<Tree> tree);
  std::unique_ptr<Tree> tree_;
};

// What is wrong with an XPath expression, unknown functions included; absent when it is sound.
std::optional<std::string> xpath_error(const std::string& xpath);

}  // namespace touchstone
