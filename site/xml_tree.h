#pragma once

// A small XML file as a tree: the mind maps that people drew (FreeMind, OPML). Whatever it holds,
// reading ends soon: documents with a DOCTYPE, nested deeper than 100 elements or of more than
// 20,000 are refused.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone {

struct XmlElement {
  std::string name;  // as written, with its prefix
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<XmlElement> children;

  // Empty where it has none.
  std::string attribute(std::string_view key) const;
  // The first child of that name; null without.
  const XmlElement* child(std::string_view key) const;
};

// Absent for what is no such file. Text between the elements is left out.
std::optional<XmlElement> read_xml(std::string_view bytes);

}  // namespace touchstone
