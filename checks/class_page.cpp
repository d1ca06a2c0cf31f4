#include "checks/class_page.h"

#include <algorithm>
#include <unordered_set>

#include "checks/absence.h"
#include "checks/heading_section.h"
#include "checks/unseen.h"
#include "site/page_class.h"
#include "site/page_text.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone {

namespace {

constexpr int promising = 5;  // points of a link: its whole text, or text and path in part
constexpr std::size_t pages_searched = 20, links_searched = 20'000;

bool in_frame(Region region) {
  return region == Region::header || region == Region::navigation;
}

// The most prominent link stands highest.
int rank(Region region) {
  return in_frame(region) ? 0 : region == Region::footer ? 1 : 2;
}

void note_link(ClassPage& found, const Page& page, const Link& link) {
  found.in_header = found.in_header || in_frame(link.region);
  found.in_footer = found.in_footer || link.region == Region::footer;
  if (found.link && rank(found.link->region) <= rank(link.region)) return;
  found.link = &link;
  found.link_page = &page;
}

// Every link to the page, as it was asked for or as it answered.
void note_links_to(ClassPage& found, const Site& site, const Page& target) {
  const Url asked = target.fetch().asked.without_fragment();
  const Url answered = target.url().without_fragment();
  for (const Page* page : site.pages()) {
    if (page == &target) continue;
    for (const Link& link : page->links()) {
      if (!link.url) continue;
      const Url url = link.url->without_fragment();
      if (url == asked || url == answered) note_link(found, *page, link);
    }
  }
}

bool names_section(const Link& link, const Page& page, std::string_view page_class) {
  if (!link.url || link.url->fragment().empty()) return false;
  if (!(link.url->without_fragment() == page.url().without_fragment())) return false;
  return match_concept(link.name(), page_class, page.language()) == Match::equals ||
         match_slug("/" + std::string(link.url->fragment()), page_class) == Match::equals;
}

bool is_empty(const Element& element) {
  return visible_text(element, 1).empty();
}

// An empty mark stands before what it marks, often in a box of its own.
Element behind_mark(const Element& mark) {
  constexpr std::size_t enough_text = 200;
  constexpr int levels_climbed = 4;
  Element box = mark;
  for (int level = 0; level < levels_climbed && box && is_empty(box); ++level) {
    for (const Element& next : box.find("following-sibling::*[position() <= 3]")) {
      if (visible_text(next, enough_text).size() + 4 >= enough_text) return next;
    }
    box = box.parent();
  }
  return {};
}

// The part of the page that a fragment leads to: the element of that id or, where it holds too
// little to be a section (an anchor, a heading), what stands behind it or the first that does round
// it.
Element section_at(const Page& page, std::string_view fragment) {
  constexpr std::size_t enough_text = 200;
  constexpr int levels_climbed = 4;
  if (!page.document()) return {};
  for (const Element& element : page.document()->find("//*[@id] | //a[@name]")) {
    const bool named = element.name() == "a" && element.attribute("name") == fragment;
    if (!named && element.attribute("id") != fragment) continue;
    if (const Element behind = behind_mark(element)) return behind;
    Element part = element;
    for (int level = 0; level < levels_climbed && part && part.name() != "body"; ++level) {
      if (visible_text(part, enough_text).size() + 4 >= enough_text) return part;
      part = part.parent();
    }
    return element;
  }
  return {};
}

// Where one page tells everything: of other classes a heading alone tells too little, "Contact"
// stands above every form.
bool is_told_under_headings(std::string_view page_class) {
  constexpr std::string_view told[] = {"about", "team", "cases", "reviews"};
  return std::find(std::begin(told), std::end(told), page_class) != std::end(told);
}

// A link that promises the class where no page was recognised: what came of it.
struct Promise {
  const Page* page = nullptr;
  const Link* link = nullptr;
};

std::vector<Promise> promises(const Site& site, std::string_view page_class) {
  std::vector<Promise> found;
  std::unordered_set<std::string> seen;
  std::size_t pages = 0, links = 0;
  for (const Page* page : site.pages()) {
    if (++pages > pages_searched) break;
    for (const Link& link : page->links()) {
      if (!link.url || !seen.insert(link.url->href() + " " + link.name()).second) continue;
      if (++links > links_searched) return found;
      const bool here = link.url->without_fragment() == page->url().without_fragment();
      const bool promised = here ? names_section(link, *page, page_class)
                                 : link_score(link, page_class, page->language()) >= promising;
      if (promised) found.push_back({page, &link});
    }
  }
  return found;
}

// A site that answers every address with one page answers this one with it, too.
bool is_told_everywhere(const Site& site, const Page& page) {
  const Visit* const probe = site.visit(Role::missing);
  if (!probe || !probe->fetch.ok()) return false;
  const Page* const everywhere = site.page(*probe);
  return everywhere && page.reason() != Reason::js_rendered && page.text() == everywhere->text();
}

// Follows one link; true when it led to a page or a section.
bool follow(ClassPage& found, const Site& site, const Promise& promise) {
  const Link& link = *promise.link;
  if (link.url->without_fragment() == promise.page->url().without_fragment()) {
    found.root = section_at(*promise.page, link.url->fragment());
    if (!found.root) return false;
    found.page = promise.page;
    found.section = true;
    return true;
  }
  const Visit* const visit = site.visit_of(*link.url);
  if (!visit) {
    found.unproven = site.is_own(*link.url) ? Reason::budget_exhausted : Reason::no_source;
    return false;
  }
  const Page* const page = visit->fetch.ok() ? site.page(*visit) : nullptr;
  const bool told_everywhere = page && is_told_everywhere(site, *page);
  if (page && page != site.home() && page->document() && !told_everywhere) {
    found.page = page;
    found.root = page->document()->body();
    return true;
  }
  found.visit = visit;
  found.dead = leads_nowhere(visit->fetch) || told_everywhere;
  if (!found.dead) found.unproven = unreadable_because(visit->fetch);
  if (!found.dead && !found.unproven) found.unproven = Reason::no_source;
  return false;
}

std::optional<Reason> absence_unproven(const Site& site, std::string_view page_class) {
  if (const auto why = site_absence_unproven_because(site, {page_class})) return why;
  const auto& languages = vocabulary_languages();
  const bool readable =
      std::find(languages.begin(), languages.end(), site.home()->language()) != languages.end();
  if (!readable) return Reason::language_unsupported;
  return std::nullopt;
}

}  // namespace

Evidence ClassPage::evidence() const {
  if (page) {
    if (section && !link) return {page->url().href(), root.path(), shorten(page->title(), 100)};
    const std::string anchor = section ? "#" + std::string(link->url->fragment()) : "";
    return {page->url().href(), anchor, shorten(page->title(), 100)};
  }
  return link_evidence();
}

Evidence ClassPage::link_evidence() const {
  if (!link) return {};
  return {link_page->url().href(), link->element.path(), shorten(link->name(), 100)};
}

ClassPage class_page(const Site& site, std::string_view page_class) {
  ClassPage found;
  if (const auto why = home_closed_because(site)) {
    found.unproven = why;
    return found;
  }
  if (const Page* page = page_of_class(site, page_class)) {
    return class_page_at(site, *page);
  }
  for (const Promise& promise : promises(site, page_class)) {
    ClassPage followed;
    const bool there = follow(followed, site, promise);
    note_link(followed, *promise.page, *promise.link);
    if (there) {
      if (!followed.section) note_links_to(followed, site, *followed.page);
      return followed;
    }
    const bool tells_more = !found.link || (followed.unproven && !found.unproven);
    if (tells_more && (followed.dead || followed.unproven)) found = followed;
  }
  if (found.link) return found;
  const Element part = is_told_under_headings(page_class)
                           ? section_under_heading(*site.home(), page_class)
                           : Element();
  if (part) {
    found.page = site.home();
    found.root = part;
    found.section = true;
    return found;
  }
  found.unproven = absence_unproven(site, page_class);
  return found;
}

ClassPage class_page_at(const Site& site, const Page& page) {
  ClassPage found;
  found.page = &page;
  if (page.document()) found.root = page.document()->body();
  note_links_to(found, site, page);
  return found;
}

std::optional<Reason> promise_unread_because(const Site& site, std::string_view page_class) {
  const ClassPage promised = class_page(site, page_class);
  const bool refused = promised.linked() && promised.visit && !promised.dead;
  return refused ? promised.unproven : std::nullopt;
}

bool leads_nowhere(const Fetch& fetch) {
  if (fetch.fault) {
    const FaultKind kind = fetch.fault->kind;
    if (kind == FaultKind::name_not_found || kind == FaultKind::no_address) return true;
    return kind == FaultKind::refused && fetch.attempt > 1;
  }
  const int status = fetch.status();
  if (status == 404 || status == 410) return true;
  return status >= 500 && status < 600 && status != 503 && fetch.attempt > 1;
}

void say_class_page(Facts& facts, const ClassPage& found) {
  if (found.unproven) {
    for (const char* name : {"present", "dead", "linked", "framed"}) {
      facts.unknown(name, *found.unproven, {found.link_evidence()});
    }
    return;
  }
  const bool present = found.page || found.dead;
  std::vector<Evidence> evidence;
  if (present) evidence.push_back(found.evidence());
  facts.say("present", present, evidence);
  // Heuristic components weigh it, too: an answer that nothing is there needs no second sign.
  facts.say("dead", found.dead, evidence).signals = found.dead ? 2 : 1;
  if (found.link) evidence = {found.link_evidence()};
  if (!present) {
    facts.not_applicable("linked");
    facts.not_applicable("framed");
    return;
  }
  // What stands on the start page needs no link.
  facts.say("linked", found.linked() || found.section, evidence);
  facts.say("framed", found.in_header || found.in_footer, evidence);
}

void say_unseen(Facts& facts, const ClassPage& found, const std::vector<std::string_view>& names) {
  for (const auto name : names) {
    if (found.unproven) {
      facts.unknown(name, *found.unproven);
    } else {
      facts.not_applicable(name);
    }
  }
}

Fact& say_shown(Facts& facts, std::string_view name, bool shown, const Page& page,
                std::vector<Evidence> evidence) {
  const auto why = absence_unproven_because(page);
  if (!shown && why) return facts.unknown(name, *why, std::move(evidence));
  return facts.say(name, shown, std::move(evidence));
}

}  // namespace touchstone
