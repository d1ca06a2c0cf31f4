#include "reports/map.h"

#include <algorithm>

#include "reports/escape.h"
#include "reports/tally.h"

namespace touchstone {

namespace {

std::string colour_of(const std::string& verdict) {
  if (verdict == "wow") return "#1a7f37";
  if (verdict == "so-so") return "#9a6700";
  return verdict == "sucks" ? "#cf222e" : "#6e7781";
}

// "Favicon 9.5 wow"; what has no points says why.
std::string label_of(const ToldTouchpoint& touchpoint, const Phrases& say) {
  if (!touchpoint.points) return touchpoint.title + " (" + say("status." + touchpoint.status) + ")";
  return touchpoint.title + " " + tell_points(touchpoint.points) + " " +
         say("verdict." + touchpoint.verdict);
}

std::string label_of(const ToldAudit& audit) {
  const std::string& name = audit.name.empty() ? audit.host : audit.name;
  return audit.points ? name + " " + tell_points(audit.points) : name;
}

// Walks the tree: `open` and `close` for company and groups, `leaf` for touchpoints.
template <typename Writer>
std::string walk(const ToldAudit& audit, const Writer& writer) {
  std::string text = writer.open("company", label_of(audit), 0);
  for (const auto& [id, title] : audit.groups) {
    const std::string& group = id;
    const bool any = std::any_of(audit.touchpoints.begin(), audit.touchpoints.end(),
                                 [&](const ToldTouchpoint& one) { return one.group == group; });
    if (!any) continue;
    text += writer.open("group-" + group, title, 1);
    for (const auto& one : audit.touchpoints) {
      if (one.group == group) text += writer.leaf(one);
    }
    text += writer.close(1);
  }
  return text + writer.close(0);
}

struct FreeMind {
  const Phrases& say;
  std::string open(const std::string& id, const std::string& label, int depth) const {
    return std::string(static_cast<std::size_t>(2 * depth), ' ') + "<node ID=\"" +
           html_escaped(id) + "\" TEXT=\"" + html_escaped(label) + "\">\n";
  }
  std::string leaf(const ToldTouchpoint& one) const {
    return "    <node ID=\"" + html_escaped(one.id) + "\" COLOR=\"" + colour_of(one.verdict) +
           "\" TEXT=\"" + html_escaped(label_of(one, say)) + "\"/>\n";
  }
  std::string close(int depth) const {
    return std::string(static_cast<std::size_t>(2 * depth), ' ') + "</node>\n";
  }
};

struct Opml {
  const Phrases& say;
  std::string open(const std::string& id, const std::string& label, int depth) const {
    return std::string(static_cast<std::size_t>(4 + 2 * depth), ' ') + "<outline id=\"" +
           html_escaped(id) + "\" text=\"" + html_escaped(label) + "\">\n";
  }
  std::string leaf(const ToldTouchpoint& one) const {
    return "        <outline id=\"" + html_escaped(one.id) + "\" text=\"" +
           html_escaped(label_of(one, say)) + "\"/>\n";
  }
  std::string close(int depth) const {
    return std::string(static_cast<std::size_t>(4 + 2 * depth), ' ') + "</outline>\n";
  }
};

// A label in quotes; what would end them is left out.
std::string mermaid_label(std::string label) {
  std::replace_if(
      label.begin(), label.end(), [](char c) { return c == '"' || c == '`' || c == '\n'; }, '\'');
  return "[\"" + html_escaped(label) + "\"]";
}

struct Mermaid {
  const Phrases& say;
  std::string open(const std::string& id, const std::string& label, int depth) const {
    return std::string(static_cast<std::size_t>(2 + 2 * depth), ' ') + id + mermaid_label(label) +
           "\n";
  }
  std::string leaf(const ToldTouchpoint& one) const {
    return "      " + one.id + mermaid_label(label_of(one, say)) + "\n";
  }
  std::string close(int) const { return {}; }
};

struct Outline {
  const Phrases& say;
  std::string open(const std::string&, const std::string& label, int depth) const {
    return (depth == 0 ? "# " : "- ") + markdown_escaped(label) + (depth == 0 ? "\n\n" : "\n");
  }
  std::string leaf(const ToldTouchpoint& one) const {
    return "  - " + markdown_escaped(label_of(one, say)) + "\n";
  }
  std::string close(int) const { return {}; }
};

constexpr const char* xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace

std::string map_freemind(const ToldAudit& audit, const Phrases& say) {
  return "<map version=\"1.0.1\">\n" + walk(audit, FreeMind{say}) + "</map>\n";
}

std::string map_opml(const ToldAudit& audit, const Phrases& say) {
  return std::string(xml) + "<opml version=\"2.0\">\n  <head>\n    <title>" +
         html_escaped(label_of(audit)) + "</title>\n  </head>\n  <body>\n" +
         walk(audit, Opml{say}) + "  </body>\n</opml>\n";
}

std::string map_mermaid(const ToldAudit& audit, const Phrases& say) {
  return "mindmap\n" + walk(audit, Mermaid{say});
}

std::string map_markdown(const ToldAudit& audit, const Phrases& say) {
  return walk(audit, Outline{say});
}

}  // namespace touchstone
