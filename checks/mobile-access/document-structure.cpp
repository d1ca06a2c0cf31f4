#include <array>
#include <map>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/page_places.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check document_structure;

namespace {

constexpr std::size_t enough = 20;            // evidence
constexpr std::size_t most_headings = 1'000;  // of a page

// 1 to 6; 0: no heading.
int heading_level(const Element& element) {
  const auto name = element.name();
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') return name[1] - '0';
  if (fold(element.attribute("role").value_or("")) != "heading") return 0;
  const std::string level = element.attribute("aria-level").value_or("2");
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? level[0] - '0' : 2;
}

enum Landmark : std::size_t { header, navigation, main_part, footer, kinds };

// By its role, else by its name (HTML-AAM, section 4).
std::optional<Landmark> landmark(const Element& element) {
  static const std::map<std::string_view, Landmark> by_word{
      {"banner", header},  {"header", header},      {"navigation", navigation}, {"nav", navigation},
      {"main", main_part}, {"contentinfo", footer}, {"footer", footer},
  };
  const std::string role = fold(element.attribute("role").value_or(""));
  const auto found = by_word.find(role.empty() ? element.name() : std::string_view(role));
  if (found == by_word.end()) return std::nullopt;
  return found->second;
}

// What is read of one page.
struct Outline {
  int headings = 0, first_level = 0, steps = 0, skips = 0;
  std::array<bool, kinds> landmarks{};
  Element skipping;  // the first heading that skips a level
};

Outline outline_of(const Document& document) {
  Outline outline;
  int previous = 0;
  each_element(document, [&](const Element& element, const Place& place) {
    if (place.hidden || place.in_head) return;
    if (const auto found = landmark(element)) outline.landmarks[*found] = true;
    const int level = heading_level(element);
    if (level == 0 || static_cast<std::size_t>(outline.headings) == most_headings) return;
    ++outline.headings;
    outline.first_level += level == 1 ? 1 : 0;
    if (previous > 0) {
      ++outline.steps;
      if (level > previous + 1) {
        if (outline.skips++ == 0) outline.skipping = element;
      }
    }
    previous = level;
  });
  return outline;
}

// The page's first link leads on within the page, and there is something.
std::optional<Evidence> skip_link(const Page& page) {
  for (const Link& link : page.links()) {
    if (link.hidden) continue;
    if (link.href.size() < 2 || link.href.front() != '#') return std::nullopt;
    const std::string target = link.href.substr(1);
    bool there = false;
    each_element(*page.document(), [&](const Element& element, const Place&) {
      there = there || element.attribute("id") == target || element.attribute("name") == target;
    });
    if (!there) return std::nullopt;
    return Evidence{page.url().href(), link.element.path(), link.href};
  }
  return std::nullopt;
}

class Count {
 public:
  void add(const Page& page) {
    const Outline outline = outline_of(*page.document());
    ++pages_;
    headless_ += outline.headings == 0 ? 1 : 0;
    if (outline.first_level == 1) {
      ++single_;
    } else if (odd_.size() < enough) {
      odd_.push_back({page.url().href(), "h1", std::to_string(outline.first_level)});
    }
    steps_ += outline.steps;
    skips_ += outline.skips;
    if (outline.skipping && skipping_.size() < enough) {
      skipping_.push_back({page.url().href(), outline.skipping.path(),
                           shorten(collapse_spaces(outline.skipping.text()), 100)});
    }
    for (std::size_t kind = 0; kind < kinds; ++kind) {
      landmarks_[kind] += outline.landmarks[kind] ? 1 : 0;
    }
    if (const auto link = skip_link(page)) skip_links_.push_back(*link);
  }

  void say(Facts& facts, Reason unseen) const {
    if (pages_ == 0) {
      for (const FactSpec& spec : document_structure.facts) facts.unknown(spec.name, unseen);
      return;
    }
    facts.say("headless", 100 * headless_ / pages_, odd_);
    facts.say("single_h1", 100 * single_ / pages_, odd_);
    if (steps_ == 0) {
      facts.not_applicable("skips");
    } else {
      facts.say("skips", 100 * skips_ / steps_, skipping_);
    }
    int landmarks = 0;
    for (const int count : landmarks_) landmarks += 2 * count > pages_ ? 1 : 0;
    facts.say("landmarks", landmarks);
    facts.say("skip_link", 2 * skip_links_.size() > static_cast<std::size_t>(pages_), skip_links_);
  }

 private:
  int pages_ = 0, headless_ = 0, single_ = 0, steps_ = 0, skips_ = 0;
  std::array<int, kinds> landmarks_{};
  std::vector<Evidence> odd_, skipping_, skip_links_;
};

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(document_structure, *why);
  Count count;
  for (const Page* page : site.sample()) {
    if (!absence_unproven_because(*page)) count.add(*page);
  }
  Facts facts;
  count.say(facts, absence_unproven_because(*site.home()).value_or(Reason::insufficient_evidence));
  return facts;
}

}  // namespace

const Check document_structure{
    "document-structure",
    {{"headless", "%", "pages of the sample without any heading"},
     {"single_h1", "%", "pages of the sample with exactly one heading of the first level"},
     {"skips", "%", "steps from one heading to the next that skip a level"},
     {"landmarks", "", "how many of header, nav, main and footer stand on most pages"},
     {"skip_link", "", "on most pages the first link jumps to the content"}},
    measure};

}  // namespace touchstone::checks
