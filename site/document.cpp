#include "site/document.h"

#include <fmt/format.h>
#include <libxml/tree.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "site/gumbo_tree.h"
#include "site/walk.h"
#include "site/xpath.h"

namespace touchstone {

namespace {

constexpr std::size_t bytes_parsed = 2u * 1024 * 1024;
constexpr int tags_parsed = 65'536;  // nine times those of the fullest ordinary page

constexpr std::uintptr_t alone = UINTPTR_MAX;
void* as_mark(std::uintptr_t mark) {
  return reinterpret_cast<void*>(mark);
}

const xmlNode* node_of(const Element& element) {
  return static_cast<const xmlNode*>(element.node());
}
std::string_view view(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : std::string_view();
}

// Before the first tag too many; all where there is none. What it costs to judge a page grows with
// its nodes, and each costs as much as a kilobyte of text.
std::string_view first_tags(std::string_view utf8) {
  int tags = 0;
  for (auto at = utf8.find('<'); at != utf8.npos; at = utf8.find('<', at + 1)) {
    if (++tags > tags_parsed) return utf8.substr(0, at);
  }
  return utf8;
}

// The bytes that are parsed: whole characters of the first 2 MiB.
std::string_view first_bytes(std::string_view utf8) {
  if (utf8.size() <= bytes_parsed) return utf8;
  std::size_t end = bytes_parsed;
  while (end > bytes_parsed - 4 && (utf8[end] & 0xC0) == 0x80) --end;
  return utf8.substr(0, end);
}

Element named_child(const Element& parent, std::string_view name) {
  if (!parent) return {};
  for (xmlNode* child = node_of(parent)->children; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE && view(child->name) == name) {
      return ElementAccess::at(child);
    }
  }
  return {};
}

// Every element's place among its siblings of one name, from 1, kept with the node (`alone`: it
// has none). All of a parent at once: counting anew for each is quadratic where a page has
// 100,000 paragraphs in a row.
void number_siblings(const xmlNode* node) {
  std::unordered_map<std::string_view, std::pair<std::uintptr_t, xmlNode*>> last_of;
  xmlNode* first = const_cast<xmlNode*>(node);
  while (first->prev) first = first->prev;
  for (xmlNode* at = first; at; at = at->next) {
    if (at->type != XML_ELEMENT_NODE) continue;
    auto& [count, last] = last_of[view(at->name)];
    if (count == 1) last->_private = as_mark(1);
    at->_private = as_mark(count == 0 ? alone : count + 1);
    ++count;
    last = at;
  }
}

std::string step_to(const Element& element) {
  const xmlNode* const node = node_of(element);
  if (node->type != XML_ELEMENT_NODE) return "/";
  if (!node->_private) number_siblings(node);
  const auto mark = reinterpret_cast<std::uintptr_t>(node->_private);
  return mark == alone ? fmt::format("/{}", element.name())
                       : fmt::format("/{}[{}]", element.name(), mark);
}

std::vector<Element> elements_in(std::optional<XPathValue> value) {
  if (!value) return {};
  auto* const elements = std::get_if<std::vector<Element>>(&*value);
  return elements ? std::move(*elements) : std::vector<Element>();
}

}  // namespace

struct Document::Tree {
  XmlTree xml;
  XPath xpath;
  bool truncated;

  Tree(XmlTree tree, bool cut) : xml(std::move(tree)), xpath(xml.get()), truncated(cut) {
    xml->_private = &xpath;
  }
};

std::string_view Element::name() const {
  const auto* const node = node_of(*this);
  return node && node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view();
}

std::optional<std::string> Element::attribute(std::string_view wanted) const {
  const auto* const node = node_of(*this);
  if (!node || node->type != XML_ELEMENT_NODE) return std::nullopt;
  for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
    if (view(attribute->name) != wanted) continue;
    return std::string(attribute->children ? view(attribute->children->content) : "");
  }
  return std::nullopt;
}

std::string Element::text() const {
  std::string text;
  walk(*this, [&](const Step& step) {
    if (step.kind == Step::Kind::text) text += step.text;
    return Walk::into;
  });
  return text;
}

Element Element::parent() const {
  const auto* const node = node_of(*this);
  const bool has_parent = node && node->parent && node->parent->type == XML_ELEMENT_NODE;
  return has_parent ? ElementAccess::at(node->parent) : Element();
}

std::vector<Element> Element::children() const {
  std::vector<Element> elements;
  const auto* const node = node_of(*this);
  for (xmlNode* child = node ? node->children : nullptr; child; child = child->next) {
    if (child->type == XML_ELEMENT_NODE) elements.push_back(ElementAccess::at(child));
  }
  return elements;
}

std::string Element::path() const {
  std::vector<std::string> steps;
  for (Element at = *this; at; at = at.parent()) steps.push_back(step_to(at));
  std::reverse(steps.begin(), steps.end());
  return fmt::format("{}", fmt::join(steps, ""));
}

std::vector<Element> Element::find(const std::string& xpath) const {
  if (!node_) return {};
  auto* const evaluator = static_cast<XPath*>(node_of(*this)->doc->_private);
  return elements_in(evaluator->evaluate(node_, xpath));
}

std::variant<Document, DocumentRefusal> Document::parse(std::string_view utf8) {
  const auto read = first_tags(first_bytes(utf8));
  auto built = gumbo_tree(read);
  if (const auto* const refusal = std::get_if<DocumentRefusal>(&built)) return *refusal;
  return Document(
      std::make_unique<Tree>(std::move(std::get<XmlTree>(built)), read.size() < utf8.size()));
}

Document::Document(std::unique_ptr<Tree> tree) : tree_(std::move(tree)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Element Document::root() const {
  return ElementAccess::at(xmlDocGetRootElement(tree_->xml.get()));
}
Element Document::head() const {
  return named_child(root(), "head");
}
Element Document::body() const {
  return named_child(root(), "body");
}

std::optional<XPathValue> Document::evaluate(const std::string& xpath) const {
  return tree_->xpath.evaluate(tree_->xml.get(), xpath);
}

std::vector<Element> Document::find(const std::string& xpath) const {
  return elements_in(evaluate(xpath));
}

std::optional<Element> Document::first(const std::string& xpath) const {
  const auto found = find(xpath);
  if (found.empty()) return std::nullopt;
  return found.front();
}

bool Document::truncated() const {
  return tree_->truncated;
}

namespace {

// Walks from `first` on; ends when `last`, an element that holds it or it itself, is left.
void walk_until(xmlNode* first, const xmlNode* last,
                const std::function<Walk(const Step&)>& visit) {
  for (xmlNode* node = first; node;) {
    const Element here = ElementAccess::at(node);
    if (node->type == XML_TEXT_NODE) {
      if (visit({Step::Kind::text, here.parent(), view(node->content)}) == Walk::stop) return;
    } else if (node->type == XML_ELEMENT_NODE) {
      const Walk how = visit({Step::Kind::enter, here, {}});
      if (how == Walk::stop) return;
      if (how == Walk::into && node->children) {
        node = node->children;
        continue;
      }
      if (how == Walk::into && visit({Step::Kind::leave, here, {}}) == Walk::stop) return;
    }
    while (node != last && !node->next) {
      node = node->parent;
      if (visit({Step::Kind::leave, ElementAccess::at(node), {}}) == Walk::stop) return;
    }
    if (node == last) return;
    node = node->next;
  }
}

}  // namespace

void walk(const Element& from, const std::function<Walk(const Step&)>& visit) {
  auto* const node = static_cast<xmlNode*>(from.node());
  walk_until(node, node, visit);
}

void walk_on(const Element& from, const std::function<Walk(const Step&)>& visit) {
  auto* const node = static_cast<xmlNode*>(from.node());
  if (node) walk_until(node, xmlDocGetRootElement(node->doc), visit);
}

void walk_back(const Element& from, const std::function<Walk(const Step&)>& visit) {
  auto* node = static_cast<xmlNode*>(from.node());
  while (node && node->type != XML_DOCUMENT_NODE) {
    if (!node->prev) {
      node = node->parent;
      if (!node || node->type != XML_ELEMENT_NODE) return;
      if (visit({Step::Kind::leave, ElementAccess::at(node), {}}) == Walk::stop) return;
      continue;
    }
    node = node->prev;
    while (node->type == XML_ELEMENT_NODE) {
      const Walk how = visit({Step::Kind::enter, ElementAccess::at(node), {}});
      if (how == Walk::stop) return;
      if (how == Walk::past || !node->last) break;
      node = node->last;
    }
    if (node->type != XML_TEXT_NODE) continue;
    const Element around = ElementAccess::at(node).parent();
    if (visit({Step::Kind::text, around, view(node->content)}) == Walk::stop) return;
  }
}

}  // namespace touchstone
