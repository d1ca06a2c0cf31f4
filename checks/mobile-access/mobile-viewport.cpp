#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "checks/check.h"
#include "checks/loaded_files.h"
#include "checks/unseen.h"
#include "checks/viewport.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check mobile_viewport;

namespace {

// How the pages of the sample are laid out for a phone.
void say_viewport(Facts& facts, const Site& site) {
  const Page& home = *site.home();
  const Viewport own = viewport_of(home);
  const auto hidden = absence_unproven_because(home);
  std::size_t pages = 0, missing = 0, fixed = 0;
  std::vector<Evidence> lacking;
  bool scalable = true;
  std::optional<int> largest_scale;
  Evidence scalable_at, scale_at;
  for (const Page* page : site.sample()) {
    if (absence_unproven_because(*page)) continue;
    const Viewport viewport = viewport_of(*page);
    const Evidence evidence{page->url().href(), viewport.place, shorten(viewport.content, 200)};
    ++pages;
    if (viewport.width != "device") lacking.push_back(evidence);
    missing += viewport.width == "none" ? 1 : 0;
    fixed += viewport.width == "fixed" ? 1 : 0;
    if (!viewport.user_scalable) {
      if (scalable) scalable_at = evidence;
      scalable = false;
    }
    if (viewport.maximum_scale && (!largest_scale || *viewport.maximum_scale < *largest_scale)) {
      largest_scale = viewport.maximum_scale;
      scale_at = evidence;
    }
  }
  if (own.width == "none" && hidden) {
    for (const char* name : {"width", "lacking", "fixed", "user_scalable", "maximum_scale"}) {
      facts.unknown(name, *hidden);
    }
    return;
  }
  facts.say("width", own.width, {{home.url().href(), own.place, shorten(own.content, 200)}});
  const auto share = [&](std::size_t part) {
    return pages == 0 ? 0 : static_cast<int>((100 * part + pages / 2) / pages);
  };
  facts.say("lacking", share(missing), lacking);
  facts.say("fixed", static_cast<int>(fixed), std::move(lacking));
  facts.say("user_scalable", scalable,
            scalable ? std::vector<Evidence>{} : std::vector{scalable_at});
  if (largest_scale) {
    facts.say("maximum_scale", *largest_scale, {scale_at});
  } else {
    facts.absent("maximum_scale");
  }
}

// A media (or container) query for a width, in any of its spellings.
bool asks_for_width(std::string_view css) {
  static const RE2 query(R"re((?i)@(?:media|container)[^{};]*\bwidth)re");
  return RE2::PartialMatch({css.data(), css.size()}, query);
}

// In the page's own styles, or for one of its stylesheets as a whole.
std::optional<Evidence> width_query_in(const Page& page) {
  if (!page.document()) return std::nullopt;
  for (const Element& style : page.document()->find("//style | //link[@media]")) {
    const std::string media = style.attribute("media").value_or("");
    const bool found = style.name() == "style" && asks_for_width(style.text());
    if (!found && !asks_for_width("@media " + media)) continue;
    return Evidence{page.url().href(), style.path(), shorten(media, 200)};
  }
  return std::nullopt;
}

// The start page may be a mere door: any page of the sample shows how the site is built.
void say_queries(Facts& facts, const Site& site) {
  const Page& home = *site.home();
  std::vector<const Page*> pages = site.sample();
  pages.push_back(&home);
  for (const Page* page : pages) {
    const auto evidence = width_query_in(*page);
    if (!evidence) continue;
    facts.say("width_query", true, {*evidence});
    return;
  }
  std::optional<Reason> unseen;
  for (const LoadedFile& file : loaded_files(site)) {
    if (file.kind != Resource::Kind::stylesheet) continue;
    if (file.unseen) unseen = file.unseen;
    if (!file.visit || !asks_for_width(file.visit->fetch.body)) continue;
    facts.say("width_query", true, {{file.url.href(), "@media", ""}});
    return;
  }
  if (!unseen) unseen = absence_unproven_because(home);
  if (unseen) {
    facts.unknown("width_query", *unseen);
  } else {
    facts.say("width_query", false);
  }
}

int number_or(const std::optional<std::string>& text, int otherwise) {
  int value = otherwise;
  if (text) std::from_chars(text->data(), text->data() + text->size(), value);
  return value;
}

int columns_of(const Element& row) {
  constexpr int most = 1'000;  // more is nonsense, as in the HTML Standard's own limit of colspan
  int columns = 0;
  for (const Element& cell : row.children()) {
    if (cell.name() != "td" && cell.name() != "th") continue;
    columns += std::clamp(number_or(cell.attribute("colspan"), 1), 1, most);
    if (columns > most) break;
  }
  return columns;
}

// Tables that no phone shows whole: more than five columns, or a fixed width over 480 pixels.
void say_tables(Facts& facts, const Page& home) {
  constexpr int most_columns = 5, widest = 480;
  const std::string inside = "//table[not(ancestor::header or ancestor::nav or ancestor::footer)]";
  constexpr std::size_t enough = 20;  // the place of each costs a walk along its siblings
  std::vector<Evidence> wide;
  std::optional<Element> last;
  const auto add = [&](const Element& table, const std::string& excerpt) {
    if (wide.size() == enough || (last && *last == table)) return;
    last = table;
    wide.push_back({home.url().href(), table.path(), excerpt});
  };
  for (const Element& row : home.document()->find(inside + "//tr")) {
    const int columns = columns_of(row);
    if (columns <= most_columns) continue;
    Element table = row.parent();
    while (table && table.name() != "table") table = table.parent();
    add(table ? table : row, std::to_string(columns) + " columns");
  }
  for (const Element& table : home.document()->find(inside + "[@width]")) {
    const std::string width = *table.attribute("width");
    if (width.find('%') == std::string::npos && number_or(width, 0) > widest) {
      add(table, "width=" + shorten(width, 20));
    }
  }
  facts.say("wide_tables", static_cast<int>(wide.size()), wide);
}

// A bar with the number that stays in reach of the thumb: its class or id says so.
void say_call_bar(Facts& facts, const Page& home) {
  static const RE2 name("(?i)bottom|sticky|fixed");
  constexpr std::size_t most_links = 100;
  std::size_t looked = 0;
  for (const Link& link : home.links()) {
    if (!fold(link.href.substr(0, 4)).starts_with("tel:") || ++looked > most_links) continue;
    for (Element at = link.element; at; at = at.parent()) {
      const std::string words =
          at.attribute("class").value_or("") + " " + at.attribute("id").value_or("");
      if (!RE2::PartialMatch(words, name)) continue;
      facts.say("call_bar", true, {{home.url().href(), at.path(), shorten(words, 100)}});
      return;
    }
  }
  facts.say("call_bar", false);
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(mobile_viewport, *why);
  Facts facts;
  say_viewport(facts, site);
  say_queries(facts, site);
  say_tables(facts, *site.home());
  say_call_bar(facts, *site.home());
  return facts;
}

}  // namespace

const Check mobile_viewport{
    "mobile-viewport",
    {{"width", "", "what the home page's viewport follows: none, fixed, device"},
     {"lacking", "%", "pages of the sample without a meta viewport"},
     {"fixed", "", "pages of the sample whose viewport has a fixed width"},
     {"user_scalable", "", "no page of the sample forbids to zoom"},
     {"maximum_scale", "%", "the least zoom that a page of the sample stops at"},
     {"width_query", "", "styles ask for the width of the screen"},
     {"wide_tables", "", "tables of the home page that are too wide for a phone"},
     {"call_bar", "", "a tel: link in a bar that is fixed, sticky or at the bottom"}},
    measure};

}  // namespace touchstone::checks
