#include "checks/consent_banner.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"
#include "site/walk.h"

namespace touchstone {

namespace {

const char* const banner_name =
    "(?i)(?:cookie|consent|gdpr|cmp)s?[-_]?(?:law[-_]?)?"
    "(?:banner|bar|notice|popup|wall|modal|box|message|info|consent|dialog|overlay)";

bool is_named_banner(const Element& element) {
  static const RE2 name(banner_name);
  if (element.name() == "body" || element.name() == "html") return false;
  for (const char* attribute : {"id", "class"}) {
    const auto value = element.attribute(attribute);
    if (value && RE2::PartialMatch(*value, name)) return true;
  }
  return false;
}

bool says_one_of(const std::string& text, const std::vector<std::string>& phrases) {
  const std::string folded = fold(text);
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const std::string& phrase) { return contains_phrase(folded, phrase); });
}

bool is_button(const Element& element) {
  if (element.name() == "button" || element.name() == "a") return true;
  if (element.name() == "input") {
    const std::string type = fold(element.attribute("type").value_or(""));
    return type == "button" || type == "submit";
  }
  return element.attribute("role") == "button";
}

// What must be on for the site to work may be ticked.
bool is_optional_box(const Element& element) {
  static const RE2 needed("(?i)necess|essential|requir|notwendig|erforderlich|strict|technical");
  if (element.name() != "input" || fold(element.attribute("type").value_or("")) != "checkbox")
    return false;
  const std::string names =
      element.attribute("id").value_or("") + " " + element.attribute("name").value_or("") + " " +
      element.attribute("value").value_or("") + " " + element.attribute("class").value_or("");
  return !element.attribute("disabled") && !RE2::PartialMatch(names, needed);
}

void read_control(ConsentBanner& banner, const Page& page, const Element& element) {
  constexpr std::size_t enough = 20, longest_label = 200;
  static const auto accepts = word_list("consent-accept"), rejects = word_list("consent-reject");
  const auto evidence = [&](const std::string& text) {
    return Evidence{page.url().href(), element.path(), shorten(text, 100)};
  };
  if (is_optional_box(element) && element.attribute("checked") && banner.ticked.size() < enough)
    banner.ticked.push_back(evidence(element.attribute("name").value_or("")));
  if (!is_button(element)) return;
  const std::string text = element.name() == "input"
                               ? element.attribute("value").value_or("")
                               : collapse_spaces(visible_text(element, longest_label));
  if (!banner.reject && says_one_of(text, rejects)) {
    banner.reject = evidence(text);
  } else if (!banner.accept && says_one_of(text, accepts)) {
    banner.accept = evidence(text);
  }
}

}  // namespace

std::optional<ConsentBanner> consent_banner_on(const Page& page) {
  if (!page.document()) return std::nullopt;
  std::optional<ConsentBanner> banner;
  constexpr std::size_t most_controls = 200;
  std::size_t controls = 0;
  Element root;
  walk(page.document()->body(), [&](const Step& step) {
    if (step.kind == Step::Kind::leave && root && step.element == root) root = {};
    if (step.kind != Step::Kind::enter) return Walk::into;
    const auto name = step.element.name();
    if (name == "script" || name == "style" || name == "template") return Walk::past;
    // A banner is mostly hidden until a script shows it, so that hidden ones count.
    if (!root && is_named_banner(step.element)) {
      root = step.element;
      if (!banner) banner = ConsentBanner{{page.url().href(), root.path(), ""}, {}, {}, {}};
    }
    if (root && (is_button(step.element) || name == "input") && ++controls <= most_controls)
      read_control(*banner, page, step.element);
    return Walk::into;
  });
  // An empty box is filled by a script.
  if (banner && !banner->accept && !banner->reject && controls == 0) return std::nullopt;
  return banner;
}

bool speaks_of_consent_banner(std::string_view source) {
  static const RE2 name(banner_name);
  return RE2::PartialMatch({source.data(), source.size()}, name);
}

}  // namespace touchstone
