#include "checks/accessible_name.h"

#include <optional>

#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_name = 1'000;  // bytes: more is no name
constexpr std::size_t most_steps = 2'000;    // below one element
constexpr std::size_t most_references = 8;

std::string attribute_text(const Element& element, std::string_view name) {
  return collapse_spaces(element.attribute(name).value_or(""));
}

std::string lower_attribute(const Element& element, std::string_view name) {
  return fold(attribute_text(element, name));
}

bool is_field(const Element& element) {
  const auto name = element.name();
  return name == "input" || name == "select" || name == "textarea";
}

std::string svg_title(const Element& svg) {
  for (const Element& child : svg.children()) {
    if (child.name() == "title") return collapse_spaces(child.text());
  }
  return {};
}

// What stands in the place of a picture for those who do not see it; absent: nothing was said.
std::optional<std::string> alternative(const Element& element) {
  const auto name = element.name();
  const bool picture = name == "img" || name == "area" ||
                       (name == "input" && lower_attribute(element, "type") == "image");
  if (picture && element.has_attribute("alt")) return attribute_text(element, "alt");
  if (name == "svg") return svg_title(element);
  return std::nullopt;
}

// Clause 2F: the names of what stands inside, one after the other.
std::string content(const Element& root) {
  std::string text;
  std::size_t steps = 0;
  walk(root, [&](const Step& step) {
    if (++steps > most_steps || text.size() > longest_name) return Walk::stop;
    if (step.kind == Step::Kind::text) {
      text += step.text.substr(0, longest_name);
      return Walk::into;
    }
    if (is_block(step.element)) text += ' ';
    if (step.kind == Step::Kind::leave || step.element == root) return Walk::into;
    if (lower_attribute(step.element, "aria-hidden") == "true") return Walk::past;
    std::string own = attribute_text(step.element, "aria-label");
    if (own.empty()) own = alternative(step.element).value_or("");
    if (!own.empty()) {
      text += " " + own + " ";
      return Walk::past;
    }
    return hides_itself(step.element) || is_field(step.element) ? Walk::past : Walk::into;
  });
  return collapse_spaces(text);
}

// Buttons made of an input say their value; browsers give two of them one of their own.
std::string button_text(const Element& input) {
  const std::string type = lower_attribute(input, "type");
  if (type != "submit" && type != "reset" && type != "button") return {};
  const std::string value = attribute_text(input, "value");
  return value.empty() && type != "button" ? type : value;
}

}  // namespace

bool is_decoration(const Element& element) {
  const std::string role = lower_attribute(element, "role");
  return role == "presentation" || role == "none" ||
         lower_attribute(element, "aria-hidden") == "true";
}

AccessibleNames::AccessibleNames(const Document& document) {
  each_element(document, [&](const Element& element, const Place&) {
    if (const auto id = element.attribute("id")) by_id_.try_emplace(*id, element);
    if (element.name() != "label") return;
    if (const auto wanted = element.attribute("for")) labels_[*wanted].push_back(element);
  });
}

std::string AccessibleNames::referenced(const Element& element) const {
  std::string ids = attribute_text(element, "aria-labelledby"), text;
  for (std::size_t i = 0; i < most_references && !ids.empty(); ++i) {
    const auto end = ids.find(' ');
    const auto found = by_id_.find(ids.substr(0, end));
    ids = end == std::string::npos ? "" : ids.substr(end + 1);
    if (found == by_id_.end()) continue;
    const std::string label = attribute_text(found->second, "aria-label");
    text += (label.empty() ? content(found->second) : label) + " ";
  }
  return collapse_spaces(text);
}

std::string AccessibleNames::labelled(const Element& field) const {
  std::string text;
  if (const auto id = field.attribute("id")) {
    const auto found = labels_.find(*id);
    if (found != labels_.end()) {
      for (std::size_t i = 0; i < found->second.size() && i < most_references; ++i) {
        text += content(found->second[i]) + " ";
      }
    }
  }
  if (text = collapse_spaces(text); !text.empty()) return text;
  Element label = field.parent();
  while (label && label.name() != "label") label = label.parent();
  return label ? content(label) : std::string();
}

AccessibleName AccessibleNames::of(const Element& element) const {
  const auto given = [](std::string text, NamedBy by) {
    return AccessibleName{shorten(text, longest_name), by};
  };
  if (std::string text = referenced(element); !text.empty())
    return given(std::move(text), NamedBy::reference);
  if (std::string text = attribute_text(element, "aria-label"); !text.empty())
    return given(std::move(text), NamedBy::aria_label);
  if (is_field(element)) {
    if (std::string text = labelled(element); !text.empty())
      return given(std::move(text), NamedBy::label);
    if (std::string text = button_text(element); !text.empty())
      return given(std::move(text), NamedBy::content);
  }
  const auto instead = alternative(element);
  if (instead && !instead->empty()) return given(*instead, NamedBy::alternative);
  const bool speaks_content = !is_field(element) && element.name() != "svg";
  if (speaks_content) {
    if (std::string text = content(element); !text.empty())
      return given(std::move(text), NamedBy::content);
  }
  if (std::string text = attribute_text(element, "title"); !text.empty())
    return given(std::move(text), NamedBy::title);
  if (std::string text = attribute_text(element, "placeholder"); !text.empty())
    return given(std::move(text), NamedBy::placeholder);
  return {};
}

}  // namespace touchstone
