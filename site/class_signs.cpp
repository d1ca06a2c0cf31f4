#include "site/class_signs.h"

#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>

#include "site/contact_signs.h"
#include "site/text.h"
#include "site/vocabulary.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t text_looked_at = 20'000;   // bytes
constexpr std::size_t text_of_a_policy = 1'500;  // bytes, more than characters
constexpr int ways_of_contact = 2, amounts = 5, dated_items = 3, review_blocks = 3, questions = 5;

int count(const Page& page, const std::string& xpath) {
  return static_cast<int>(page.document()->find(xpath).size());
}

bool names_type(const Page& page, std::string_view schema_type) {
  return std::any_of(page.json_ld().begin(), page.json_ld().end(), [&](const std::string& block) {
    return block.find(schema_type) != std::string::npos;
  });
}

// Outside the header, the menu and the footer, which stand on every page.
bool shows_contacts(const Page& page) {
  ContactSigns signs(page, text_looked_at);
  walk(page.document()->body(), [&](const Step& step) {
    const auto name = step.element.name();
    const bool frame = name == "header" || name == "footer" || name == "nav";
    if (step.kind == Step::Kind::enter && frame) return Walk::past;
    return signs.see(step);
  });
  return static_cast<int>(signs.found().size()) >= ways_of_contact;
}

bool is_policy(const Page& page) {
  return page.text().size() >= text_of_a_policy &&
         match_concept(page.text(), "privacy", page.language()) != Match::none;
}

bool shows_amounts(const Page& page) {
  static const RE2 amount(
      R"([$€£₽₴₺₪₹¥₩]\s?\d|\d\s?(?:[$€£₽₴₺₪₹¥₩元円원]|(?i:руб|грн|zł|kč|kr\b|tl\b|eur|usd|uah|pln))"
      R"(|تومان|ریال|درهم|ريال))");
  std::string text = ascii_digits(std::string_view(page.text()).substr(0, text_looked_at));
  re2::StringPiece rest(text);
  int found = 0;
  while (found < amounts && RE2::FindAndConsume(&rest, amount)) ++found;
  return found >= amounts;
}

bool asks_questions(const Page& page) {
  if (names_type(page, "FAQPage")) return true;
  int found = 0;
  for (const Element& element :
       page.document()->find("//h2 | //h3 | //h4 | //h5 | //summary | //dt | //button")) {
    const std::string text = collapse_spaces(element.text());
    found += text.ends_with("?") || text.ends_with("？") || text.ends_with("؟");
  }
  return found >= questions;
}

bool has_field(const Page& page, std::string_view type) {
  return std::any_of(page.forms().begin(), page.forms().end(), [&](const Form& form) {
    return std::any_of(form.fields.begin(), form.fields.end(),
                       [&](const Field& field) { return field.type == type; });
  });
}

using Sign = std::function<bool(const Page&)>;

const std::map<std::string, Sign, std::less<>>& signs() {
  static const std::map<std::string, Sign, std::less<>> by_class{
      {"contact", shows_contacts},
      {"privacy", is_policy},
      {"prices", shows_amounts},
      {"blog", [](const Page& page) { return count(page, "//article | //time") >= dated_items; }},
      {"careers", [](const Page& page) { return names_type(page, "JobPosting"); }},
      {"reviews",
       [](const Page& page) {
         return count(page, "//*[contains(@itemprop, 'review')] | //blockquote") >= review_blocks;
       }},
      {"faq", asks_questions},
      {"login", [](const Page& page) { return has_field(page, "password"); }},
      {"search", [](const Page& page) { return has_field(page, "search"); }},
  };
  return by_class;
}

}  // namespace

bool has_class_sign(const Page& page, std::string_view page_class) {
  const auto sign = signs().find(page_class);
  return page.document() && sign != signs().end() && sign->second(page);
}

}  // namespace touchstone
