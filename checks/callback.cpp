#include "checks/callback.h"

#include <algorithm>

#include "checks/form_kind.h"
#include "checks/vendors.h"
#include "site/embedded.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr std::size_t kLongestName = 60, kMostButtons = 500;  // letters; of a page

bool says_callback(const std::string& text, const std::string& language) {
  return !text.empty() && text.size() <= kLongestName * 2 &&
         match_concept(text, "callback", language) != Match::none;
}

// A telephone number and little else; with more fields it must say what it is for.
bool is_callback(const Form& form, const std::string& language) {
  constexpr std::size_t kMostText = 2'000;
  const FormQuestions asked = questions_of(form);
  if (asked.phone == 0 || asked.message > 0 || asked.password > 0) return false;
  if (asked.email == 0 && asked.all() <= 2) return true;
  const std::string text = visible_text(form.element, kMostText);
  return match_concept(text, "callback", language) != Match::none;
}

std::optional<CallbackOffer> form_on(const Page& page) {
  for (const Form& form : page.forms()) {
    if (!is_callback(form, page.language())) continue;
    return CallbackOffer{{page.url().href(), form.element.path(), ""}, &page, &form, ""};
  }
  return std::nullopt;
}

std::optional<CallbackOffer> words_on(const Page& page) {
  const std::string language = page.language();
  for (const Link& link : page.links()) {
    if (!says_callback(link.name(), language)) continue;
    return CallbackOffer{
        {page.url().href(), link.element.path(), shorten(link.name(), 100)}, nullptr, nullptr, ""};
  }
  std::size_t looked = 0;
  for (const Element& button : page.document()->find("//button | //*[@role='button']")) {
    if (++looked > kMostButtons) break;
    const std::string text = collapse_spaces(visible_text(button, kLongestName * 2));
    if (!says_callback(text, language)) continue;
    return CallbackOffer{{page.url().href(), button.path(), text}, nullptr, nullptr, ""};
  }
  return std::nullopt;
}

bool is_widget(const std::string& vendor) {
  const auto lines = embedded_list("checks/data/callback-widgets.txt");
  return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
    return line.substr(0, line.find(' ')) == vendor;
  });
}

}  // namespace

std::optional<CallbackOffer> callback_offer(const Site& site) {
  for (const auto look : {form_on, words_on}) {
    for (const Page* page : site.sample()) {
      if (!page->document()) continue;
      if (auto offer = look(*page)) return offer;
    }
  }
  for (const VendorSign& sign : vendors_on(site, "callback")) {
    if (is_widget(sign.vendor)) return CallbackOffer{sign.evidence, nullptr, nullptr, sign.vendor};
  }
  return std::nullopt;
}

}  // namespace touchstone
