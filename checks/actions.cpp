#include "checks/actions.h"

#include <algorithm>
#include <unordered_set>

#include "site/embedded.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/phrase.h"
#include "site/text.h"
#include "site/vocabulary.h"
#include "site/walk.h"

namespace touchstone {

namespace {

// The verbs of one language and English.
class Verbs {
 public:
  explicit Verbs(const std::string& language)
      : turkish_(language == "tr"), strong_(lists("actions", language)) {
    weak_ = lists("weak-actions", language);
    // There the verb ends the sentence, and buttons have few words before it.
    for (const char* last : {"tr", "ja", "ko", "hi", "zh", "de", "nl"}) {
      anywhere_ |= language == last;
    }
    for (const std::string_view form : embedded_list("checks/data/action-forms.txt")) {
      strong_.push_back(fold(form, turkish_));
    }
  }

  // The verb that a button begins with; empty when it asks for nothing.
  std::string verb_of(std::string_view text) const {
    std::string folded = fold(text, turkish_);
    for (int adverbs = 0; adverbs < 3; ++adverbs) {
      if (begins_with(weak_, folded)) return {};
      if (const std::string* verb = begins_with(strong_, folded)) return *verb;
      if (!drop_adverb(folded)) break;
    }
    constexpr std::size_t few_words = 4;
    if (anywhere_ && words(folded).size() <= few_words) {
      for (const std::string& verb : strong_) {
        if (contains_phrase(folded, verb)) return verb;
      }
    }
    return {};
  }

 private:
  static std::vector<std::string> lists(std::string_view name, const std::string& language) {
    auto list = word_list(name, language);
    if (language != "en" && !language.empty()) {
      for (auto& word : word_list(name, "en")) list.push_back(std::move(word));
    }
    return list;
  }

  static const std::string* begins_with(const std::vector<std::string>& list,
                                        const std::string& text) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const std::string& phrase) {
      return text.starts_with(phrase) && phrase_stands_at(text, 0, phrase);
    });
    return found == list.end() ? nullptr : &*found;
  }

  static bool drop_adverb(std::string& text) {
    for (const std::string_view line : embedded_list("checks/data/action-adverbs.txt")) {
      const std::string adverb = fold(line);
      if (!text.starts_with(adverb) || !phrase_stands_at(text, 0, adverb)) continue;
      text = collapse_spaces(std::string_view(text).substr(adverb.size()));
      return !text.empty();
    }
    return false;
  }

  bool turkish_ = false, anywhere_ = false;
  std::vector<std::string> strong_, weak_;
};

bool is_button(const Element& element) {
  const auto name = element.name();
  if (name == "button" || element.attribute("role") == "button") return true;
  if (name != "input") return false;
  const std::string type = fold(element.attribute("type").value_or(""));
  return type == "submit" || type == "button";
}

bool opens_header(const Element& element) {
  const auto name = element.name();
  const auto role = element.attribute("role").value_or("");
  return name == "header" || name == "nav" || role == "banner" || role == "navigation";
}

class Finder {
 public:
  Finder(const Page& page, const std::vector<NetworkLink>& messengers)
      : page_(page), verbs_(page.language()) {
    for (const NetworkLink& link : messengers) messengers_.insert(link.url);
  }

  Walk see(const Step& step) {
    if (step.kind == Step::Kind::text) {
      // As the page's text is counted: without the source's indentation.
      read_ += collapse_spaces(step.text).size();
      return Walk::into;
    }
    if (step.kind == Step::Kind::leave) {
      headers_ -= opens_header(step.element) ? 1 : 0;
      return Walk::into;
    }
    if (hides_itself(step.element)) return Walk::past;
    const bool link = step.element.name() == "a" && step.element.has_attribute("href");
    if (link || is_button(step.element)) {
      look_at(step.element);
      return actions_.size() < most ? Walk::past : Walk::stop;
    }
    headers_ += opens_header(step.element) ? 1 : 0;
    return Walk::into;
  }

  std::vector<Action> take() {
    const std::size_t all = std::max<std::size_t>(page_.text().size(), 1);
    for (Action& action : actions_) {
      const auto before = static_cast<std::size_t>(action.position);
      action.position = static_cast<int>(std::min<std::size_t>(100, 100 * before / all));
    }
    return std::move(actions_);
  }

 private:
  static constexpr std::size_t most = 200, longest_label = 80;

  void look_at(const Element& element) {
    const std::string href = collapse_spaces(element.attribute("href").value_or(""));
    std::string text = label_of(element);
    const std::string kind = kind_of(href, text);
    if (!kind.empty()) {
      if (text.empty()) text = href;
      actions_.push_back(
          {element, kind, shorten(text, 100), href, static_cast<int>(read_), headers_ > 0});
    }
    read_ += text.size();
  }

  static std::string label_of(const Element& element) {
    constexpr std::size_t longest = 400;
    std::string text = element.name() == "input" ? element.attribute("value").value_or("")
                                                 : visible_text(element, longest);
    if (collapse_spaces(text).empty()) text = element.attribute("aria-label").value_or("");
    if (text.empty()) text = element.attribute("title").value_or("");
    return collapse_spaces(text);
  }

  std::string kind_of(const std::string& href, const std::string& text) const {
    if (fold(href.substr(0, 4)) == "tel:") return "tel:";
    const auto url = href.empty() ? std::nullopt : page_.base().resolve(href);
    if (messengers_.contains(url ? url->href() : href)) return "messenger";
    if (text.empty() || grapheme_count(text) > longest_label) return {};
    if (std::string verb = verbs_.verb_of(text); !verb.empty()) return verb;
    for (const char* asks : {"contact", "callback", "booking"}) {
      if (match_concept(text, asks, page_.language()) == Match::equals) return asks;
    }
    return {};
  }

  const Page& page_;
  Verbs verbs_;
  std::unordered_set<std::string> messengers_;
  std::size_t read_ = 0;
  int headers_ = 0;
  std::vector<Action> actions_;
};

}  // namespace

std::vector<Action> actions_of(const Page& page, const std::vector<NetworkLink>& messengers) {
  if (!page.document() || !page.document()->body()) return {};
  Finder finder(page, messengers);
  walk(page.document()->body(), [&](const Step& step) { return finder.see(step); });
  return finder.take();
}

bool knows_actions(const Page& page) {
  const auto& languages = vocabulary_languages();
  return std::find(languages.begin(), languages.end(), page.language()) != languages.end();
}

}  // namespace touchstone
