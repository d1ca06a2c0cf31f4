#include "site/gumbo_tree.h"

#include <gumbo.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "site/formatting_work.h"
#include "site/gumbo_arena.h"

namespace touchstone {

namespace {

constexpr std::size_t memory_cap = 80u * 1024 * 1024;  // four times what 65,536 tags usually need
constexpr std::size_t levels = 512;

const xmlChar* xml(const char* text) {
  return reinterpret_cast<const xmlChar*>(text);
}

// A name as people write it in XPath: lower case, also where Gumbo restores SVG's camel case.
std::string element_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name(piece.data ? piece.data : "", piece.data ? piece.length : 0);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\0') c = '_';
  }
  return name.empty() ? "unknown" : name;
}

std::string attribute_name(const GumboAttribute& attribute) {
  switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_XLINK:
      return std::string("xlink:") + attribute.name;
    case GUMBO_ATTR_NAMESPACE_XML:
      return std::string("xml:") + attribute.name;
    default:
      return attribute.name;
  }
}

xmlNode* copy_element(xmlDoc* tree, const GumboElement& element) {
  xmlNode* const copy = xmlNewDocNode(tree, nullptr, xml(element_name(element).c_str()), nullptr);
  xmlAttr* last = nullptr;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    // Through an element of its own: xmlNewProp walks to the end of the list each time.
    xmlNode* const holder = xmlNewDocNode(tree, nullptr, xml("x"), nullptr);
    xmlAttr* const added =
        xmlNewProp(holder, xml(attribute_name(attribute).c_str()), xml(attribute.value));
    holder->properties = nullptr;
    xmlFreeNode(holder);
    added->parent = copy;
    added->prev = last;
    (last ? last->next : copy->properties) = added;
    last = added;
  }
  return copy;
}

xmlNode* copy_of(xmlDoc* tree, const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return copy_element(tree, node.v.element);
    case GUMBO_NODE_COMMENT:
      return xmlNewDocComment(tree, xml(node.v.text.text));
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      return xmlNewDocText(tree, xml(node.v.text.text));
    default:
      return nullptr;
  }
}

void append(xmlNode* parent, xmlNode* child) {
  child->parent = parent;
  child->prev = parent->last;
  (parent->last ? parent->last->next : parent->children) = child;
  parent->last = child;
}

const GumboVector* children_of(const GumboNode& node) {
  const bool has_children = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  return has_children ? &node.v.element.children : nullptr;
}

// False where the tree is deeper than may be.
bool copy_below(xmlDoc* tree, const GumboNode& root) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    xmlNode* copy;
  };
  xmlNode* const copied_root = copy_of(tree, root);
  xmlDocSetRootElement(tree, copied_root);
  std::vector<Open> open{{children_of(root), 0, copied_root}};
  while (!open.empty()) {
    Open& top = open.back();
    if (!top.children || top.next == top.children->length) {
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(top.children->data[top.next++]);
    xmlNode* const copy = copy_of(tree, child);
    if (!copy) continue;
    append(top.copy, copy);
    if (const auto* children = children_of(child)) open.push_back({children, 0, copy});
    if (open.size() > levels) return false;
  }
  return true;
}

// The parse that this thread is in.
thread_local GumboArena* current_parse = nullptr;

// No object with a destructor may live here: the arena leaves by longjmp.
GumboOutput* parse(GumboArena& arena, std::string_view utf8) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = GumboArena::allocate;
  options.deallocator = GumboArena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  if (setjmp(arena.way_out()) != 0) return nullptr;
  return gumbo_parse_with_options(&options, utf8.data(), utf8.size());
}

// Without what Gumbo 0.10 answers with a failed assertion: NUL, and CDATA sections in SVG in a
// table. What a section holds is read as if it stood there.
std::string digestible(std::string_view utf8) {
  constexpr std::string_view opening = "<![CDATA[";
  std::string source(utf8);
  std::replace(source.begin(), source.end(), '\0', ' ');
  for (auto at = source.find(opening); at != std::string::npos; at = source.find(opening, at)) {
    std::fill_n(source.begin() + static_cast<std::ptrdiff_t>(at), opening.size(), ' ');
  }
  return source;
}

}  // namespace

void XmlTreeDeleter::operator()(_xmlDoc* tree) const {
  xmlFreeDoc(tree);
}

std::variant<XmlTree, DocumentRefusal> gumbo_tree(std::string_view utf8) {
  if (has_too_many_formatting_attributes(utf8)) return DocumentRefusal::too_many_attributes;
  const std::string source = digestible(utf8);
  GumboArena arena(memory_cap);
  current_parse = &arena;
  const GumboOutput* const parsed = parse(arena, source);
  current_parse = nullptr;
  if (!parsed) return arena.refusal().value_or(DocumentRefusal::too_large);
  XmlTree tree(xmlNewDoc(xml("1.0")));
  tree->dict = xmlDictCreate();  // names are stored once
  if (!copy_below(tree.get(), *parsed->root)) return DocumentRefusal::too_deep;
  xmlXPathOrderDocElems(tree.get());  // makes sorting node sets linear in their size
  return tree;
}

}  // namespace touchstone

// Gumbo ships with its assertions on, and a page may break one: that ends the parse, not the
// program. Elsewhere a failed assertion is what it always is.
extern "C" [[noreturn]] void __assert_fail(const char* assertion, const char* file,
                                           unsigned int line, const char* function) {
  if (touchstone::current_parse) {
    touchstone::current_parse->give_up(touchstone::DocumentRefusal::parser_failed);
  }
  std::fprintf(stderr, "%s:%u: %s: Assertion `%s' failed.\n", file, line, function, assertion);
  std::abort();
}
