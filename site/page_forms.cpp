#include "site/page_forms.h"

#include <map>
#include <unordered_map>

#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_label = 300;  // bytes

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool is_field(const Element& element) {
  return element.name() == "input" || element.name() == "select" || element.name() == "textarea";
}

std::string type_of(const Element& field) {
  if (field.name() != "input") return std::string(field.name());
  const auto type = collapse_spaces(lower(field.attribute("type").value_or("")));
  return type.empty() ? "text" : type;
}

// The nearest element of that name round this one.
Element ancestor(Element element, std::string_view name) {
  while (element && element.name() != name) element = element.parent();
  return element;
}

using LabelTexts = std::map<std::string, std::string, std::less<>>;  // by the id they are for

LabelTexts label_texts(const Document& document) {
  LabelTexts texts;
  each_element(document, [&](const Element& element, const Place&) {
    if (element.name() != "label") return;
    if (const auto id = element.attribute("for")) {
      texts.try_emplace(*id, collapse_spaces(visible_text(element, longest_label)));
    }
  });
  return texts;
}

std::string label_of(const Element& field, const LabelTexts& texts) {
  if (const auto id = field.attribute("id")) {
    const auto found = texts.find(*id);
    if (found != texts.end() && !found->second.empty()) return found->second;
  }
  if (const Element label = ancestor(field, "label")) {
    const auto text = collapse_spaces(visible_text(label, longest_label));
    if (!text.empty()) return text;
  }
  for (const auto* attribute : {"aria-label", "placeholder", "title"}) {
    const auto label = collapse_spaces(field.attribute(attribute).value_or(""));
    if (!label.empty()) return label;
  }
  return {};
}

Form read_form(const Element& element, const Place& place) {
  Form form;
  form.element = element;
  form.action = element.attribute("action").value_or("");
  form.method = lower(element.attribute("method").value_or("get"));
  form.region = place.region;
  return form;
}

}  // namespace

std::vector<Form> read_forms(const Document& document) {
  std::vector<Form> forms;
  std::unordered_map<void*, std::size_t> index_of_form;
  const auto texts = label_texts(document);
  each_element(document, [&](const Element& element, const Place& place) {
    if (element.name() == "form") {
      index_of_form.emplace(element.node(), forms.size());
      forms.push_back(read_form(element, place));
    }
    if (!is_field(element)) return;
    const auto form = index_of_form.find(ancestor(element, "form").node());
    if (form == index_of_form.end()) return;
    forms[form->second].fields.push_back({element, type_of(element),
                                          element.attribute("name").value_or(""),
                                          label_of(element, texts)});
  });
  return forms;
}

}  // namespace touchstone
