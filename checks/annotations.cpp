#include "checks/annotations.h"

#include <algorithm>

#include "checks/json_ld.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongestText = 2'000;  // of a property, in bytes
constexpr std::size_t kMostReaders = 8;      // properties round one text that it counts for
constexpr std::size_t kMostNames = 4;        // of one property

std::vector<std::string> tokens_of(const std::optional<std::string>& attribute) {
  std::vector<std::string> tokens;
  if (!attribute) return tokens;
  const std::string text = collapse_spaces(*attribute);
  std::size_t from = 0;
  while (from < text.size() && tokens.size() < kMostNames) {
    const auto end = std::min(text.find(' ', from), text.size());
    if (end > from) tokens.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return tokens;
}

bool of_schema_org(std::string_view text) {
  return text.find("schema.org") != text.npos || text.starts_with("schema:");
}

// The value that an element says without its text (HTML Standard, section 5.2.4).
std::optional<std::string> attribute_value(const Element& element) {
  for (const char* name : {"content", "href", "src", "datetime", "data", "value"}) {
    if (auto value = element.attribute(name)) return value;
  }
  return std::nullopt;
}

class AnnotationReader {
 public:
  explicit AnnotationReader(std::vector<Thing>& things) : things_(things) {}

  Walk see(const Step& step) {
    switch (step.kind) {
      case Step::Kind::enter:
        return enter(step.element);
      case Step::Kind::text:
        add_text(step.text);
        break;
      case Step::Kind::leave:
        leave(step.element);
        break;
    }
    return Walk::into;
  }

 private:
  // An element that begins a thing, or a property whose value is its text.
  struct Frame {
    Element element;
    std::size_t thing = 0;
    std::vector<std::string> properties;  // empty: it begins the thing
    std::string text;
  };

  Walk enter(const Element& element) {
    const auto name = element.name();
    if (name == "script" || name == "style" || name == "template") return Walk::past;
    if (const auto vocabulary = element.attribute("vocab")) {
      vocabularies_.push_back({element, of_schema_org(*vocabulary)});
    }
    const bool item = element.has_attribute("itemscope");
    const auto type = element.attribute("typeof");
    if (item || type) return begin_thing(element, item);
    if (things_begun_.empty()) return Walk::into;
    auto properties = properties_of(element);
    if (properties.empty()) return Walk::into;
    const std::size_t thing = frames_[things_begun_.back()].thing;
    if (const auto value = attribute_value(element)) {
      for (auto& property : properties) add(thing, std::move(property), *value);
    } else {
      readers_.push_back(frames_.size());
      frames_.push_back({element, thing, std::move(properties), ""});
    }
    return Walk::into;
  }

  Walk begin_thing(const Element& element, bool item) {
    if (things_.size() >= kMostThings) return Walk::stop;
    const std::size_t own = things_.size();
    if (!things_begun_.empty()) {
      Thing& holder = things_[frames_[things_begun_.back()].thing];
      for (auto& property : properties_of(element)) holder.parts.emplace_back(property, own);
    }
    Thing thing;
    thing.syntax = item ? Syntax::microdata : Syntax::rdfa;
    const bool inherited = !vocabularies_.empty() && vocabularies_.back().second;
    for (const auto& type : tokens_of(element.attribute(item ? "itemtype" : "typeof"))) {
      const bool plain = !item && inherited && type.find(':') == type.npos;
      if (plain || of_schema_org(type)) thing.types.push_back(schema_name(type));
    }
    things_.push_back(std::move(thing));
    things_begun_.push_back(frames_.size());
    frames_.push_back({element, own, {}, ""});
    return Walk::into;
  }

  // "og:title" is no property of schema.org.
  static std::vector<std::string> properties_of(const Element& element) {
    std::vector<std::string> names;
    const bool item = element.has_attribute("itemprop");
    for (const auto& name : tokens_of(element.attribute(item ? "itemprop" : "property"))) {
      if (name.find(':') == name.npos || of_schema_org(name)) names.push_back(schema_name(name));
    }
    return names;
  }

  void add_text(std::string_view text) {
    const std::size_t first = readers_.size() > kMostReaders ? readers_.size() - kMostReaders : 0;
    for (std::size_t i = first; i < readers_.size(); ++i) {
      std::string& read = frames_[readers_[i]].text;
      if (read.size() < kLongestText) read += text.substr(0, kLongestText);
    }
  }

  void leave(const Element& element) {
    if (!vocabularies_.empty() && vocabularies_.back().first == element) vocabularies_.pop_back();
    if (frames_.empty() || !(frames_.back().element == element)) return;
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (frame.properties.empty()) {
      things_begun_.pop_back();
      return;
    }
    readers_.pop_back();
    const std::string text = collapse_spaces(frame.text);
    for (auto& property : frame.properties) add(frame.thing, std::move(property), text);
  }

  void add(std::size_t thing, std::string property, const std::string& value) {
    things_[thing].texts.emplace_back(std::move(property), value.substr(0, kLongestText));
  }

  std::vector<Thing>& things_;
  std::vector<Frame> frames_;
  std::vector<std::size_t> things_begun_, readers_;  // places in frames_
  std::vector<std::pair<Element, bool>> vocabularies_;
};

}  // namespace

void read_annotations(const Page& page, std::vector<Thing>& things) {
  if (!page.document()) return;
  AnnotationReader reader(things);
  walk(page.document()->root(), [&](const Step& step) { return reader.see(step); });
}

}  // namespace touchstone
