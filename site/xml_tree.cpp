#include "site/xml_tree.h"

#include <libxml/parser.h>

#include <memory>

namespace touchstone {

namespace {

constexpr std::size_t deepest = 100, most_elements = 20'000;

std::string text_of(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : "";
}

// Builds the tree as the elements open and close.
class TreeOfElements {
 public:
  std::optional<XmlElement> read(std::string_view bytes) {
    xmlSAXHandler handler{};
    handler.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      static_cast<TreeOfElements*>(self)->start(name, attributes);
    };
    handler.endElement = [](void* self, const xmlChar*) {
      static_cast<TreeOfElements*>(self)->end();
    };
    const auto release = [](xmlParserCtxt* context) { xmlFreeParserCtxt(context); };
    const std::unique_ptr<xmlParserCtxt, decltype(release)> context(
        xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr), release);
    if (!context) return std::nullopt;
    xmlCtxtUseOptions(context.get(), XML_PARSE_NONET | XML_PARSE_NOENT);  // "&amp;" as "&"
    context_ = context.get();
    const int error = xmlParseChunk(context_, bytes.data(), static_cast<int>(bytes.size()), 1);
    if (error != XML_ERR_OK || refused_ || root_.children.empty()) return std::nullopt;
    return std::move(root_.children.front());
  }

 private:
  void start(const xmlChar* name, const xmlChar** attributes) {
    if (refused_) return;
    if (open_.size() > deepest || ++count_ > most_elements) {
      refused_ = true;
      xmlStopParser(context_);
      return;
    }
    XmlElement& element = open_.back()->children.emplace_back();
    element.name = text_of(name);
    for (; attributes && attributes[0]; attributes += 2) {
      element.attributes.emplace_back(text_of(attributes[0]), text_of(attributes[1]));
    }
    open_.push_back(&element);  // only the innermost one grows, so that those round it stay
  }

  void end() {
    if (!refused_) open_.pop_back();
  }

  XmlElement root_;
  std::vector<XmlElement*> open_{&root_};
  std::size_t count_ = 0;
  bool refused_ = false;
  xmlParserCtxt* context_ = nullptr;
};

}  // namespace

std::string XmlElement::attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes) {
    if (name_of == key) return value;
  }
  return {};
}

const XmlElement* XmlElement::child(std::string_view key) const {
  for (const auto& one : children) {
    if (one.name == key) return &one;
  }
  return nullptr;
}

std::optional<XmlElement> read_xml(std::string_view bytes) {
  // Entities of one's own can make a small file large.
  const bool own_entities = bytes.find("<!DOCTYPE") != std::string_view::npos;
  const bool wide_characters = bytes.find('\0') != std::string_view::npos;  // would hide them
  if (bytes.empty() || own_entities || wide_characters) return std::nullopt;
  return TreeOfElements().read(bytes);
}

}  // namespace touchstone
