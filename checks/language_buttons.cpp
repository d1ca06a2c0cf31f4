#include "checks/language_buttons.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "site/page_language.h"
#include "site/page_places.h"
#include "site/text.h"

namespace touchstone {

namespace {

constexpr std::size_t longest_name = 40, most_buttons = 2'000;

struct Group {
  std::vector<LanguageButton> buttons;
  bool other = false;  // one of them names something else
};

bool waits_for_script(const Element& element) {
  const auto name = element.name();
  if (name == "button" || name == "option") return true;
  if (element.attribute("role") == "button") return true;
  if (name != "a") return false;
  const std::string href = element.attribute("href").value_or("#");
  return href.empty() || href == "#" || href.starts_with("javascript:");
}

// What holds the buttons of one choice: the list, where each has an item of its own.
Element holder_of(const Element& button) {
  const Element parent = button.parent();
  return parent.name() == "li" ? parent.parent() : parent;
}

bool is_choice(const Group& group, const Page& page) {
  std::set<std::string> languages;
  for (const LanguageButton& button : group.buttons) languages.insert(button.names.language);
  const std::string declared = primary_language(page.declared_language());
  return !group.other && languages.size() >= 2 && languages.size() == group.buttons.size() &&
         (languages.contains(page.language()) || languages.contains(declared));
}

}  // namespace

std::vector<LanguageButton> language_buttons(const Page& page) {
  if (!page.document()) return {};
  std::unordered_map<void*, Group> groups;
  std::vector<void*> order;
  std::size_t looked = 0;
  each_element(*page.document(), [&](const Element& element, const Place& place) {
    if (place.inert || !waits_for_script(element) || ++looked > most_buttons) return;
    const std::string text = collapse_spaces(element.text());
    void* const holder = holder_of(element).node();
    const auto [group, fresh] = groups.try_emplace(holder);
    if (fresh) order.push_back(holder);
    const auto named = text.size() > longest_name ? std::nullopt : language_named(text);
    if (named) {
      group->second.buttons.push_back({element, text, *named, place.region});
    } else {
      group->second.other = group->second.other || !text.empty();
    }
  });
  std::vector<LanguageButton> found;
  for (void* const holder : order) {
    const Group& group = groups.at(holder);
    if (is_choice(group, page)) {
      found.insert(found.end(), group.buttons.begin(), group.buttons.end());
    }
  }
  return found;
}

}  // namespace touchstone
