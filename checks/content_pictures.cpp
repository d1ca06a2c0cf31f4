#include "checks/content_pictures.h"

#include <re2/re2.h>

#include <charconv>
#include <unordered_set>

#include "site/text.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr int smallest_side = 60;  // an icon beside a line of text

bool is_frame(const Element& element) {
  const auto name = element.name();
  const auto role = element.attribute("role").value_or("");
  return name == "nav" || name == "noscript" || name == "template" || role == "banner" ||
         role == "navigation" || role == "contentinfo";
}

// The header of an article belongs to its content.
bool frames_page(const Element& element) {
  if (is_frame(element)) return true;
  if (element.name() != "header" && element.name() != "footer") return false;
  for (Element at = element.parent(); at; at = at.parent()) {
    if (at.name() == "main" || at.name() == "article" || at.name() == "section") return false;
  }
  return true;
}

bool is_tiny(const Element& picture) {
  for (const char* side : {"width", "height"}) {
    const std::string value = picture.attribute(side).value_or("");
    int pixels = smallest_side;
    std::from_chars(value.data(), value.data() + value.size(), pixels);
    if (pixels < smallest_side && value.find('%') == std::string::npos) return true;
  }
  return false;
}

std::string source_of(const Element& picture) {
  for (const char* name : {"data-src", "data-lazy-src", "data-original", "src"}) {
    std::string value = collapse_spaces(picture.attribute(name).value_or(""));
    if (!value.empty() && !value.starts_with("data:")) return value;
  }
  const std::string set = collapse_spaces(picture.attribute("srcset").value_or(""));
  return set.substr(0, set.find(' '));
}

std::string words_round(const Element& picture) {
  constexpr int levels = 4;
  std::string text = picture.attribute("alt").value_or("") + " ";
  Element at = picture;
  for (int i = 0; i < levels && at; ++i, at = at.parent()) {
    text += at.attribute("class").value_or("") + " " + at.attribute("id").value_or("") + " ";
  }
  return fold(text.substr(0, 1'000));
}

}  // namespace

std::vector<ContentPicture> content_pictures(const Page& page, const Element& root) {
  constexpr std::size_t most = 300;
  static const RE2 sign(R"((?i)(icon|logo|sprite|arrow|pixel|spacer|captcha|flag)[^/]*$|\.svg)");
  std::vector<ContentPicture> pictures;
  std::unordered_set<std::string> known;
  if (!root) return pictures;
  walk(root, [&](const Step& step) {
    if (step.kind != Step::Kind::enter) return Walk::into;
    if (frames_page(step.element)) return Walk::past;
    if (step.element.name() != "img" || is_tiny(step.element)) return Walk::into;
    const auto url = page.base().resolve(source_of(step.element));
    if (!url || RE2::PartialMatch(std::string(url->path()), sign)) return Walk::into;
    if (!known.insert(url->href()).second) return Walk::into;
    pictures.push_back({step.element, url->href(),
                        words_round(step.element) + " " + fold(url->href().substr(0, 500))});
    return pictures.size() < most ? Walk::into : Walk::stop;
  });
  return pictures;
}

}  // namespace touchstone
