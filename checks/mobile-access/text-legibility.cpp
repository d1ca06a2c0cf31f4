#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>

#include "checks/check.h"
#include "checks/colour.h"
#include "checks/style_rules.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check text_legibility;

namespace {

// What the simple rules for one element say last.
struct Styled {
  std::string size, colour, ground;
  Evidence size_at, colour_at;
};

enum Layer : std::size_t { root, body, paragraph, layers };
constexpr std::array<std::string_view, layers> selectors{"html", "body", "p"};

struct Styles {
  std::array<Styled, layers> of;
  std::map<std::string, std::string> variables;  // "--text" -> "#222"
  std::optional<Reason> unseen;
};

bool is_for(const StyleRule& rule, Layer layer) {
  return selects_type(rule.selectors, selectors[layer]) ||
         (layer == root && selects_type(rule.selectors, ":root"));
}

// The size within "italic bold 14px/1.5 Georgia".
std::string size_in_font(const std::string& font) {
  static const RE2 size(R"re((?:^|\s)(\d*\.?\d+(?:px|pt|r?em|%))(?:/|\s|$))re");
  std::string found;
  RE2::PartialMatch(font, size, &found);
  return found;
}

// The plain colour among the words of a background.
std::string colour_in(const std::string& background) {
  if (plain_colour(background) || background.find('(') != std::string::npos) return background;
  std::string rest = background;
  while (!rest.empty()) {
    const auto space = rest.find(' ');
    if (plain_colour(rest.substr(0, space))) return rest.substr(0, space);
    rest = space == std::string::npos ? "" : rest.substr(space + 1);
  }
  return background == "none" ? std::string() : background;
}

void read_declaration(Styled& styled, const std::string& property, const std::string& value,
                      const Evidence& place) {
  const Evidence here{place.url, place.place, shorten(property + ": " + value, 100)};
  const std::string size = property == "font-size" ? value
                           : property == "font"    ? size_in_font(value)
                                                   : std::string();
  if (!size.empty()) {
    styled.size = size;
    styled.size_at = here;
  }
  if (property == "color") {
    styled.colour = value;
    styled.colour_at = here;
  }
  if (property == "background-color") styled.ground = value;
  if (property == "background") styled.ground = colour_in(value);
  if (property == "background-image" && value != "none") styled.ground = value;
}

Styles styles_of(const Site& site) {
  constexpr std::size_t most_variables = 2'000;
  Styles styles;
  styles.unseen =
      each_rule_of(site, *site.home(), [&](const StyleRule& rule, const Evidence& place) {
        if (!is_for_every_screen(rule)) return;
        for (const Layer layer : {root, body, paragraph}) {
          if (!is_for(rule, layer)) continue;
          each_declaration(rule.declarations,
                           [&](const std::string& name, const std::string& value) {
                             if (!name.starts_with("--"))
                               return read_declaration(styles.of[layer], name, value, place);
                             if (styles.variables.size() < most_variables)
                               styles.variables[name] = value;
                           });
        }
      });
  return styles;
}

// "var(--text, #222)" -> what was said of --text; other values as they are.
std::string resolved(std::string value, const Styles& styles) {
  static const RE2 variable(R"re(var\(\s*(--[^,\s)]+)\s*(?:,\s*([^()]*))?\))re");
  constexpr int most_steps = 5;
  for (int i = 0; i < most_steps && value.starts_with("var("); ++i) {
    std::string name, otherwise;
    if (!RE2::FullMatch(value, variable, &name, &otherwise)) break;
    const auto known = styles.variables.find(name);
    value = known == styles.variables.end() ? otherwise : known->second;
  }
  return value;
}

// In pixels; absent: only a browser can tell.
std::optional<double> pixels(const std::string& size, double around, double root_size) {
  static const RE2 plain(R"re((?:clamp\(\s*)?(\d{0,4}\.?\d{1,6})(px|pt|em|rem|%)(?:\s*,.*)?)re");
  static const std::map<std::string_view, double> keywords{{"medium", 16},  {"small", 13},
                                                           {"x-small", 10}, {"large", 18},
                                                           {"inherit", 0},  {"initial", 16}};
  if (const auto keyword = keywords.find(size); keyword != keywords.end()) {
    return keyword->second == 0 ? around : keyword->second;
  }
  double number = 0;
  std::string unit;
  if (!RE2::FullMatch(size, plain, &number, &unit)) return std::nullopt;
  if (unit == "pt") return number * 4 / 3;
  if (unit == "em") return number * around;
  if (unit == "rem") return number * root_size;
  return unit == "%" ? number * around / 100 : number;
}

void say_size(Facts& facts, const Styles& styles) {
  constexpr double usual = 16, readable = 12;
  if (styles.unseen) {
    facts.unknown("text_size", *styles.unseen);
    return;
  }
  double size = usual, root_size = usual;
  std::vector<Evidence> evidence;
  int small = 0;
  for (const Layer layer : {root, body, paragraph}) {
    const Styled& styled = styles.of[layer];
    if (styled.size.empty()) continue;
    const auto read = pixels(resolved(styled.size, styles), size, root_size);
    if (!read) {
      facts.unknown("text_size", Reason::insufficient_evidence, {styled.size_at});
      return;
    }
    size = *read;
    if (layer == root) root_size = size;
    small += layer != root && size < readable ? 1 : 0;
    evidence.push_back(styled.size_at);
  }
  if (evidence.empty()) {
    facts.absent("text_size");
  } else {
    facts.say("text_size", static_cast<int>(size), evidence).signals = std::max(1, small);
  }
}

// The last one that is said, from the inside out; empty: none.
std::string innermost(const Styles& styles, std::string Styled::*part) {
  for (const Layer layer : {paragraph, body, root}) {
    const std::string value = resolved(styles.of[layer].*part, styles);
    const bool says = !value.empty() && value != "inherit" && value != "transparent" &&
                      value != "initial" && value != "currentcolor" && value != "unset";
    if (says) return value;
  }
  return {};
}

void say_contrast(Facts& facts, const Styles& styles) {
  constexpr int needed = 450;  // WCAG 2.2, success criterion 1.4.3: 4.5 to 1
  if (styles.unseen) {
    facts.unknown("contrast", *styles.unseen);
    return;
  }
  const std::string text = innermost(styles, &Styled::colour);
  const std::string ground = innermost(styles, &Styled::ground);
  const auto text_colour = text.empty() ? Colour{0, 0, 0} : plain_colour(text);
  const auto ground_colour = ground.empty() ? Colour{255, 255, 255} : plain_colour(ground);
  const Evidence evidence{styles.of[body].colour_at.url, "", shorten(text + " / " + ground, 100)};
  if (!text_colour || !ground_colour) {
    facts.unknown("contrast", Reason::insufficient_evidence, {evidence});
    return;
  }
  facts.say("contrast", contrast_of(*text_colour, *ground_colour) * 100 / needed, {evidence});
}

std::vector<const Page*> key_pages(const Site& site) {
  std::vector<const Page*> pages{site.home()};
  for (const char* name : {"contact", "about", "prices", "cart"}) {
    const Page* page = page_of_class(site, name);
    if (page && std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
  }
  return pages;
}

void say_walls(Facts& facts, const Site& site) {
  constexpr std::size_t longest_read = 20'000;  // bytes
  std::size_t longest = 0;
  bool any = false;
  Evidence evidence;
  for (const Page* page : key_pages(site)) {
    if (!page->document()) continue;
    each_element(*page->document(), [&](const Element& element, const Place& place) {
      if (element.name() != "p" || place.hidden) return;
      any = true;
      const std::string text = visible_text(element, longest_read);
      if (text.size() <= longest) return;  // bytes are never fewer than characters
      const std::size_t length = grapheme_count(text);
      if (length <= longest) return;
      longest = length;
      evidence = {page->url().href(), element.path(), shorten(text, 100)};
    });
  }
  if (any) {
    facts.say("longest_paragraph", longest, {evidence});
  } else if (const auto why = absence_unproven_because(*site.home())) {
    facts.unknown("longest_paragraph", *why);
  } else {
    facts.not_applicable("longest_paragraph");
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(text_legibility, *why);
  Facts facts;
  const Styles styles = styles_of(site);
  say_size(facts, styles);
  say_contrast(facts, styles);
  say_walls(facts, site);
  return facts;
}

}  // namespace

const Check text_legibility{
    "text-legibility",
    {{"text_size", "px", "the size of the text by the rules for html, body and p; absent: unset"},
     {"contrast", "%", "the contrast by these rules, as a part of the 4.5 to 1 that is needed"},
     {"longest_paragraph", "", "characters of the longest paragraph of the key pages"}},
    measure};

}  // namespace touchstone::checks
