#include <algorithm>
#include <set>
#include <tuple>

#include "site/contact_signs.h"
#include "site/page_class.h"
#include "site/page_places.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"
#include "site/walk.h"

namespace touchstone {

namespace {

constexpr std::size_t section_characters = 2000;  // more is no section
constexpr std::size_t longest_heading = 120;      // bytes
constexpr int signs_needed = 2;
constexpr std::size_t candidates_tried = 16;
constexpr int levels_climbed = 6;

bool is_heading(const Element& element) {
  const auto name = element.name();
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

// Where a contact section may begin; the surest first.
struct Candidate {
  enum class Kind { link_target, id, heading, anchor };
  Kind kind;
  bool in_footer;
  Element element;
};

// The id that a contact link on this very page leads to.
std::vector<std::string> targets_of_contact_links(const Page& page) {
  std::vector<std::string> ids;
  for (const Link& link : page.links()) {
    if (!link.url || link.url->fragment().empty()) continue;
    if (!(link.url->without_fragment() == page.url().without_fragment())) continue;
    if (match_concept(link.name(), "contact", page.language()) == Match::none) continue;
    ids.emplace_back(link.url->fragment());
  }
  return ids;
}

// Every id that a link on this page leads to.
std::set<std::string> targets_of_links(const Page& page) {
  std::set<std::string> ids;
  for (const Link& link : page.links()) {
    if (!link.url || link.url->fragment().empty()) continue;
    if (!(link.url->without_fragment() == page.url().without_fragment())) continue;
    ids.emplace(link.url->fragment());
  }
  return ids;
}

std::string id_of(const Element& element) {
  const auto id = element.attribute("id");
  return id && !id->empty() ? *id : element.attribute("name").value_or("");
}

// A link can lead here; a field's name is no anchor.
bool is_anchor(const Element& element) {
  return element.has_attribute("id") || (element.name() == "a" && element.has_attribute("name"));
}

std::vector<Candidate> candidates_in(const Page& page) {
  std::vector<Candidate> candidates;
  const auto targets = targets_of_contact_links(page);
  const auto anchors = targets_of_links(page);
  each_element(*page.document(), [&](const Element& element, const Place& place) {
    if (place.in_head || place.inert || place.region == Region::navigation) return;
    const bool footer = place.region == Region::footer;
    const std::string id = id_of(element);
    if (!id.empty() && std::find(targets.begin(), targets.end(), id) != targets.end()) {
      candidates.push_back({Candidate::Kind::link_target, footer, element});
    } else if (is_anchor(element) && match_slug("/" + id, "contact") != Match::none) {
      candidates.push_back({Candidate::Kind::id, footer, element});
    } else if (is_heading(element)) {
      const std::string text = visible_text(element, longest_heading);
      if (text.size() < longest_heading &&
          match_concept(text, "contact", page.language()) != Match::none) {
        candidates.push_back({Candidate::Kind::heading, footer, element});
      }
    } else if (!id.empty() && anchors.contains(id)) {
      candidates.push_back({Candidate::Kind::anchor, footer, element});
    }
  });
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.kind == Candidate::Kind::anchor, a.in_footer, a.kind) <
           std::tuple(b.kind == Candidate::Kind::anchor, b.in_footer, b.kind);
  });
  if (candidates.size() > candidates_tried) candidates.resize(candidates_tried);
  return candidates;
}

int signs_in(const Page& page, const Element& part) {
  ContactSigns signs(page, section_characters);
  walk(part, [&](const Step& step) { return signs.see(step); });
  return static_cast<int>(signs.found().size());
}

int signs_behind(const Page& page, const Element& begin) {
  ContactSigns signs(page, section_characters);
  walk_on(begin, [&](const Step& step) { return signs.see(step); });
  return static_cast<int>(signs.found().size());
}

// Not more than a section: neither much text nor many elements.
bool is_short(const Element& part) {
  std::size_t steps = 0;
  walk(part, [&](const Step& step) {
    steps += 1 + step.text.size();
    return steps > 4 * section_characters ? Walk::stop : Walk::into;
  });
  return steps <= 4 * section_characters;
}

// The smallest part of the page that holds the contacts: the beginning itself, what stands round
// it or, where it is an anchor or a heading alone, next to it. None where they are far apart.
Element container(const Page& page, const Element& begin, int signs) {
  Element round = begin;
  for (int level = 0; level < levels_climbed && round && round.name() != "body"; ++level) {
    if (!is_short(round)) break;
    if (signs_in(page, round) >= signs) return round;
    for (const Element& part : round.find("following-sibling::*[position() <= 3]")) {
      if (is_short(part) && signs_in(page, part) >= signs) return part;
    }
    round = round.parent();
  }
  return {};
}

// The id by which a link can lead here: its own, or that of the section that it begins.
std::string anchor_of(const Element& begin, const Element& section) {
  for (Element at = begin; at; at = at.parent()) {
    const std::string id = id_of(at);
    if (!id.empty() && at.name() != "body") return id;
    if (at == section) break;
  }
  return {};
}

}  // namespace

int contact_elements(const Page& page, const Element& within) {
  ContactSigns signs(page, 10 * section_characters);
  walk(within, [&](const Step& step) { return signs.see(step); });
  return static_cast<int>(signs.found().size());
}

namespace {

std::optional<ContactSection> contact_section_of(const Page* page) {
  if (!page || !page->document()) return std::nullopt;
  for (const Candidate& candidate : candidates_in(*page)) {
    // What the site itself calls its contacts needs no second sign.
    const bool told = candidate.kind == Candidate::Kind::link_target;
    const int signs = told ? 1 : signs_needed;
    if (signs_behind(*page, candidate.element) < signs) continue;
    Element section = container(*page, candidate.element, signs);
    if (!section && candidate.kind == Candidate::Kind::heading) continue;
    if (!section) section = candidate.element;
    return ContactSection{page, anchor_of(candidate.element, section), section};
  }
  return std::nullopt;
}

// A page that only leads on, to a choice of languages for instance.
bool is_gateway(const Page& page) {
  return page.trust() == Trust::none && !page.reason() && page.fetch().ok();
}

}  // namespace

std::optional<ContactSection> contact_section(const Site& site) {
  const Page* const home = site.home();
  auto section = contact_section_of(home);
  if (section || (home && !is_gateway(*home))) return section;
  for (const Page* page : site.pages()) {
    if (section || site.depth(*page) > 1) break;
    section = contact_section_of(page);
  }
  return section;
}

}  // namespace touchstone
