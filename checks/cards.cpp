#include "checks/cards.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "checks/characters.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t most_cards = 200, most_text = 2'000, most_links = 50;

bool is_heading(const Element& element) {
  const auto name = element.name();
  return name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6';
}

bool frames_page(const Element& element) {
  const auto name = element.name();
  return name == "nav" || name == "form" ||
         (name == "footer" && element.parent().name() == "body") ||
         (name == "header" && element.parent().name() == "body");
}

bool reaches_somebody(std::string_view href) {
  const std::string begin = fold(href.substr(0, 24));
  for (const char* way : {"tel:", "mailto:", "https://t.me/", "https://wa.me/", "whatsapp:"}) {
    if (begin.starts_with(way)) return true;
  }
  return false;
}

// The name of the card that an element begins; absent for all other elements.
using NameOf = std::function<std::optional<std::string>(const Element&)>;

// Cuts what it walks along into cards.
class Cutter {
 public:
  Cutter(const Page& page, NameOf name_of) : page_(page), name_of_(std::move(name_of)) {}

  Walk see(const Step& step) {
    if (step.kind == Step::Kind::text) {
      if (!cards_.empty() && cards_.back().text.size() < most_text) cards_.back().text += step.text;
      return Walk::into;
    }
    if (step.kind == Step::Kind::leave) return Walk::into;
    const Element& element = step.element;
    if (hides_itself(element) || frames_page(element)) return Walk::past;
    if (auto name = name_of_(element)) {
      if (cards_.size() == most_cards) return Walk::stop;
      cards_.push_back({element, *name, *name + " ", false, false, {}});
      pictures_.push_back(0);
    } else if (is_block(element) && !cards_.empty()) {
      cards_.back().text += ' ';
    }
    note(element);
    return Walk::into;
  }

  // Where a picture stands before the first name, each card begins with its picture.
  std::vector<Card> take() {
    const bool picture_first = before_ > 0;
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      cards_[i].picture =
          picture_first ? (i == 0 ? before_ : pictures_[i - 1]) > 0 : pictures_[i] > 0;
    }
    return std::move(cards_);
  }

 private:
  void note(const Element& element) {
    if (element.name() == "img" || element.name() == "picture") {
      ++(cards_.empty() ? before_ : pictures_.back());
    }
    if (element.name() != "a" || cards_.empty()) return;
    const std::string href = collapse_spaces(element.attribute("href").value_or(""));
    Card& card = cards_.back();
    card.contact = card.contact || reaches_somebody(href);
    const auto url = href.empty() ? std::nullopt : page_.base().resolve(href);
    if (url && card.links.size() < most_links) card.links.push_back(url->href());
  }

  const Page& page_;
  NameOf name_of_;
  std::vector<Card> cards_;
  std::vector<int> pictures_;
  int before_ = 0;
};

std::vector<Card> cut(const ClassPage& found, NameOf name_of) {
  if (!found.page || !found.root) return {};
  Cutter cutter(*found.page, std::move(name_of));
  walk(found.root, [&](const Step& step) { return cutter.see(step); });
  return cutter.take();
}

bool is_upper(char32_t c) {
  const bool latin = (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE);
  const bool extended = c >= 0x100 && c <= 0x17F;  // both cases in turn
  const bool cyrillic = c >= 0x400 && c <= 0x42F;
  return latin || extended || cyrillic || (c >= 0x391 && c <= 0x3A9);
}

bool has_no_case(char32_t c) {
  return c >= 0x590;  // Hebrew, Arabic, Devanagari, Han, Kana, Hangul
}

bool names_section(const std::string& text) {
  for (const char* concept_name :
       {"team", "about", "contact", "careers", "reviews", "blog", "prices", "cases", "faq", "home",
        "hours", "booking", "newsletter", "privacy", "terms", "press", "delivery"}) {
    if (match_concept(text, concept_name) != Match::none) return true;
  }
  return false;
}

// The text of a block that has no block below it; of others nothing, as it would be read often.
std::optional<std::string> leaf_text(const Element& element) {
  constexpr std::size_t most_children = 6, longest = 120;
  if (!is_block(element) && element.name() != "strong" && element.name() != "b") {
    return std::nullopt;
  }
  const auto children = element.children();
  if (children.size() > most_children) return std::nullopt;
  for (const Element& child : children) {
    const auto name = child.name();
    if (is_block(child) || name == "strong" || name == "b" || name == "img") return std::nullopt;
  }
  const std::string text = collapse_spaces(visible_text(element, longest));
  if (text.empty() || text.size() >= longest) return std::nullopt;
  return text;
}

}  // namespace

bool may_be_person(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (grapheme_count(text) > longest || text.find_first_of("0123456789?!:;@&|/\"") != text.npos) {
    return false;
  }
  const auto parts = words(text);
  const bool cjk = mostly_cjk(text);
  if (!cjk && (parts.size() < 2 || parts.size() > 4)) return false;
  if (cjk) return grapheme_count(text) >= 2 && grapheme_count(text) <= 5;
  std::size_t capitals = 0;
  for (const std::string& part : parts) {
    const std::u32string letters = characters(part);
    const bool begins = is_upper(letters.front()) || has_no_case(letters.front());
    capitals += begins ? 1 : 0;
    // "SEO" and "ООО" are no names, "de" and "van" stand between them.
    if (!begins && letters.size() > 3) return false;
  }
  return capitals >= 2;
}

std::vector<Card> work_cards(const ClassPage& found) {
  return cut(found, [](const Element& element) -> std::optional<std::string> {
    constexpr std::size_t longest = 300;
    if (!is_heading(element)) return std::nullopt;
    const std::string name = collapse_spaces(visible_text(element, longest));
    if (name.empty()) return std::nullopt;
    return name;
  });
}

std::vector<Card> person_cards(const ClassPage& found) {
  return cut(found, [](const Element& element) -> std::optional<std::string> {
    const auto text = leaf_text(element);
    if (!text || !may_be_person(*text) || names_section(*text)) return std::nullopt;
    return text;
  });
}

}  // namespace touchstone
