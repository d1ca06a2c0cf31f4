#include "reports/map.h"

#include <algorithm>
#include <map>

#include "reports/escape.h"
#include "site/xml_tree.h"

namespace touchstone {

namespace {

const std::map<std::string, std::string> colours{
    {"wow", "#1a7f37"}, {"so-so", "#9a6700"}, {"sucks", "#cf222e"}, {"", "#6e7781"}};

std::string verdict_of_colour(const std::string& colour) {
  for (const auto& [verdict, shown] : colours) {
    if (shown == colour) return verdict;
  }
  return {};
}

// "Favicon 9.5 wow"; what has no points says why.
std::string label_of(const ToldTouchpoint& touchpoint, const Phrases& say) {
  if (!touchpoint.points) return touchpoint.title + " (" + say("status." + touchpoint.status) + ")";
  const bool missing = touchpoint.status == "missing";
  return touchpoint.title + " " + say.points(touchpoint.points) + " " +
         say(missing ? "status.missing" : "verdict." + touchpoint.verdict);
}

MapNode leaf_of(const ToldTouchpoint& touchpoint, const Phrases& say) {
  return {touchpoint.id, label_of(touchpoint, say), touchpoint.verdict, {}};
}

// Letters, digits and hyphens of the object's name, whatever its script.
std::string object_id(const std::string& object) {
  std::string id = "object-";
  for (const char c : object) id += c == ' ' ? '-' : c;
  return id;
}

std::string spaces(std::size_t count) {
  return std::string(count, ' ');
}

void write_freemind(const MapNode& node, std::size_t depth, std::string& text) {
  const bool touchpoint = node.children.empty();
  text += spaces(2 * depth) + "<node ID=\"" + html_escaped(node.id) + "\"" +
          (touchpoint ? " COLOR=\"" + colours.at(node.verdict) + "\"" : "") + " TEXT=\"" +
          html_escaped(node.label) + "\"";
  if (node.children.empty()) {
    text += "/>\n";
    return;
  }
  text += ">\n";
  for (const auto& child : node.children) write_freemind(child, depth + 1, text);
  text += spaces(2 * depth) + "</node>\n";
}

void write_opml(const MapNode& node, std::size_t depth, std::string& text) {
  text += spaces(4 + 2 * depth) + "<outline id=\"" + html_escaped(node.id) + "\" text=\"" +
          html_escaped(node.label) + "\"" +
          (node.verdict.empty() ? "" : " verdict=\"" + node.verdict + "\"");
  if (node.children.empty()) {
    text += "/>\n";
    return;
  }
  text += ">\n";
  for (const auto& child : node.children) write_opml(child, depth + 1, text);
  text += spaces(4 + 2 * depth) + "</outline>\n";
}

// A label in quotes; what would end them is left out.
std::string mermaid_label(std::string label) {
  std::replace_if(
      label.begin(), label.end(), [](char c) { return c == '"' || c == '`' || c == '\n'; }, '\'');
  return "[\"" + html_escaped(label) + "\"]";
}

// Ids of Mermaid are words.
std::string mermaid_id(std::string id) {
  const auto breaks = [](char c) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return !word && c != '-' && c != '_';
  };
  std::replace_if(id.begin(), id.end(), breaks, '_');
  return id;
}

void write_mermaid(const MapNode& node, std::size_t depth, std::string& text) {
  text += spaces(2 + 2 * depth) + mermaid_id(node.id) + mermaid_label(node.label) + "\n";
  for (const auto& child : node.children) write_mermaid(child, depth + 1, text);
}

void write_outline(const MapNode& node, std::size_t depth, std::string& text) {
  text += (depth == 0 ? "# " : spaces(2 * (depth - 1)) + "- ") + markdown_escaped(node.label) +
          (depth == 0 ? "\n\n" : "\n");
  for (const auto& child : node.children) write_outline(child, depth + 1, text);
}

MapNode node_of(const XmlElement& element, const char* child, const char* id, const char* label) {
  MapNode node{element.attribute(id), element.attribute(label), element.attribute("verdict"), {}};
  if (node.verdict.empty()) node.verdict = verdict_of_colour(element.attribute("COLOR"));
  if (!colours.contains(node.verdict)) node.verdict.clear();
  for (const auto& one : element.children) {
    if (one.name == child) node.children.push_back(node_of(one, child, id, label));
  }
  return node;
}

}  // namespace

MapNode map_of(const ToldAudit& audit, const Phrases& say) {
  const std::string name = say.company(audit.name, audit.host);
  MapNode company{"company", audit.points ? name + " " + say.points(audit.points) : name, "", {}};
  for (const auto& [id, title] : audit.groups) {
    MapNode group{"group-" + id, title, "", {}};
    for (const auto& one : audit.touchpoints) {
      if (one.group == id && one.object.empty()) group.children.push_back(leaf_of(one, say));
    }
    if (!group.children.empty()) company.children.push_back(std::move(group));
  }
  std::map<std::string, MapNode> objects;
  for (const auto& one : audit.touchpoints) {
    if (one.object.empty()) continue;
    MapNode& object = objects[one.object];
    object.id = object_id(one.object);
    object.label = one.object;
    object.children.push_back(leaf_of(one, say));
  }
  for (auto& [name_of, object] : objects) company.children.push_back(std::move(object));
  return company;
}

std::string map_freemind(const MapNode& map) {
  std::string text = "<map version=\"1.0.1\">\n";
  write_freemind(map, 0, text);
  return text + "</map>\n";
}

std::string map_opml(const MapNode& map) {
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>" +
      html_escaped(map.label) + "</title>\n  </head>\n  <body>\n";
  write_opml(map, 0, text);
  return text + "  </body>\n</opml>\n";
}

std::string map_mermaid(const MapNode& map) {
  std::string text = "mindmap\n";
  write_mermaid(map, 0, text);
  return text;
}

std::string map_markdown(const MapNode& map) {
  std::string text;
  write_outline(map, 0, text);
  return text;
}

std::optional<MapNode> read_map(const std::string& text) {
  const auto root = read_xml(text);
  if (!root) return std::nullopt;
  if (root->name == "map") {
    const XmlElement* node = root->child("node");
    if (node) return node_of(*node, "node", "ID", "TEXT");
  }
  if (root->name == "opml") {
    const XmlElement* body = root->child("body");
    const XmlElement* node = body ? body->child("outline") : nullptr;
    if (node) return node_of(*node, "outline", "id", "text");
  }
  return std::nullopt;
}

}  // namespace touchstone
