#include <re2/re2.h>

#include "checks/check.h"
#include "checks/style_rules.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check print_version;

namespace {

// What the styles of a page say for paper.
struct Paper {
  std::size_t declarations = 0;
  std::vector<Evidence> rules, hiding;
  std::optional<Reason> unseen;
};

bool stands_in(std::string_view text, std::string_view word) {
  for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const auto end = at + word.size();
    const auto is_part = [](char c) {
      return c == '-' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
             (c >= 'A' && c <= 'Z');
    };
    const bool begins = at == 0 || !is_part(text[at - 1]);
    if (begins && (end == text.size() || !is_part(text[end]))) return true;
  }
  return false;
}

// Frameworks bring rules for classes that the page does not use.
bool concerns(const Page& page, std::string_view selectors, std::size_t& lookups) {
  static const RE2 mark(R"re([.#]([A-Za-z_][\w-]*))re");
  static const RE2 frame(
      R"re((?i)(?:^|[\s,>])(nav|header|footer|aside|form|button|iframe|video)\b)re");
  constexpr std::size_t most_lookups = 200;  // each is a look through the whole page
  if (RE2::PartialMatch({selectors.data(), selectors.size()}, frame)) return true;
  re2::StringPiece rest(selectors.data(), selectors.size()), name;
  while (RE2::FindAndConsume(&rest, mark, &name) && ++lookups <= most_lookups) {
    if (stands_in(page.html(), {name.data(), name.size()})) return true;
  }
  return false;
}

Paper paper_of(const Site& site, const Page& page) {
  constexpr std::size_t enough = 20;
  Paper paper;
  std::size_t lookups = 0;
  paper.unseen = each_rule_of(site, page, [&](const StyleRule& rule, const Evidence& place) {
    if (!is_for_print(rule)) return;
    const Evidence evidence{
        place.url, place.place,
        shorten("@media print " + std::string(rule.selectors.substr(0, 400)), 100)};
    bool hides = false;
    each_declaration(rule.declarations, [&](const std::string& name, const std::string& value) {
      ++paper.declarations;
      hides = hides || (name == "display" && value == "none") ||
              (name == "visibility" && value == "hidden");
    });
    if (paper.rules.size() < enough) paper.rules.push_back(evidence);
    if (hides && paper.hiding.size() < enough && concerns(page, rule.selectors, lookups)) {
      paper.hiding.push_back(evidence);
    }
  });
  return paper;
}

// A file for paper on the page where people want it.
std::optional<Evidence> file_on(const Page& page) {
  for (const Link& link : page.links()) {
    if (link.url && fold(link.url->path()).ends_with(".pdf")) {
      return Evidence{page.url().href(), link.element.path(), shorten(link.url->href(), 150)};
    }
  }
  return std::nullopt;
}

std::vector<const Page*> pages_for_paper(const Site& site) {
  std::vector<const Page*> pages;
  for (const char* name : {"contact", "prices"}) {
    if (const Page* page = page_of_class(site, name)) pages.push_back(page);
  }
  return pages;
}

// A stylesheet for paper alone is linked, whatever it says.
std::optional<Evidence> sheet_on(const Page& page) {
  for (const Element& link : page.document()->find("//link[@media and @href]")) {
    const std::string media = fold(*link.attribute("media"));
    const std::string rel = fold(link.attribute("rel").value_or(""));
    if (media.find("print") == std::string::npos || rel.find("stylesheet") == std::string::npos ||
        link.has_attribute("onload")) {
      continue;
    }
    return Evidence{page.url().href(), link.path(), shorten(*link.attribute("href"), 150)};
  }
  return std::nullopt;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(print_version, *why);
  const Page& home = *site.home();
  Paper paper = paper_of(site, home);
  std::optional<Evidence> file;
  for (const Page* page : pages_for_paper(site)) {
    if (!file) file = file_on(*page);
  }
  const auto sheet = sheet_on(home);
  auto unproven = paper.unseen;
  if (!unproven) unproven = absence_unproven_because(home);
  const bool present = !paper.rules.empty() || sheet || file;

  Facts facts;
  if (!present && unproven) return all_unknown(print_version, *unproven);
  facts.say("present", present, sheet ? std::vector{*sheet} : paper.rules);
  facts.say("file", file.has_value(), file ? std::vector{*file} : std::vector<Evidence>{});
  if (!present) {
    facts.not_applicable("print_rules");
    facts.not_applicable("hides_menu");
    return facts;
  }
  if (paper.declarations == 0 && paper.unseen) {
    facts.unknown("print_rules", *paper.unseen);
  } else {
    facts.say("print_rules", paper.declarations, paper.rules);
  }
  if (paper.hiding.empty() && paper.unseen) {
    facts.unknown("hides_menu", *paper.unseen);
  } else {
    facts.say("hides_menu", !paper.hiding.empty(), paper.hiding);
  }
  return facts;
}

}  // namespace

const Check print_version{
    "print-version",
    {{"present", "", "styles for paper, or a PDF on the page with contacts or prices"},
     {"file", "", "a PDF on the page with contacts or prices"},
     {"print_rules", "", "declarations for paper in the home page's styles"},
     {"hides_menu", "", "on paper the menu and other parts for the screen are hidden"}},
    measure};

}  // namespace touchstone::checks
