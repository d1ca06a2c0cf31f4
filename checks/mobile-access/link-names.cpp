#include <algorithm>
#include <map>
#include <set>

#include "checks/accessible_name.h"
#include "checks/check.h"
#include "checks/unseen.h"
#include "site/text.h"
#include "site/vocabulary.h"

namespace touchstone::checks {

extern const Check link_names;

namespace {

constexpr std::size_t enough = 20;         // evidence
constexpr std::size_t most_links = 1'000;  // of a page

// "More ›" and "[ more ]" say no more than "more".
bool says_nothing(std::string_view name) {
  static const std::set<std::string> generic = [] {
    const auto list = word_list("generic-link-texts");
    return std::set<std::string>(list.begin(), list.end());
  }();
  const std::string folded = fold(name.substr(0, 200));
  if (generic.contains(folded)) return true;
  std::string bare;
  for (const std::string& word : words(folded)) bare += (bare.empty() ? "" : " ") + word;
  return generic.contains(bare);
}

// One way to a place: a card's picture, heading and "more" lead there together.
struct Way {
  Element element;
  bool named = false, specific = false;
};

class Count {
 public:
  void add(const Page& page) {
    const AccessibleNames names(*page.document());
    std::map<std::string, Way> ways;
    std::size_t looked = 0;
    for (const Link& link : page.links()) {
      if (link.hidden || is_decoration(link.element)) continue;
      if (++looked > most_links) break;
      Way& way = ways.try_emplace(link.url ? link.url->href() : link.href, Way{link.element})
                     .first->second;
      const std::string name = names.of(link.element).text;
      way.named = way.named || !name.empty();
      way.specific = way.specific || (!name.empty() && !says_nothing(name));
    }
    for (const auto& [target, way] : ways) count(page, target, way);
  }

  void say(Facts& facts, std::optional<Reason> unseen) const {
    if (ways_ == 0 && unseen) {
      for (const FactSpec& spec : link_names.facts) facts.unknown(spec.name, *unseen);
    } else if (ways_ == 0) {
      for (const FactSpec& spec : link_names.facts) facts.not_applicable(spec.name);
    } else {
      facts.say("named", 100 * named_ / ways_, nameless_);
      facts.say("nameless", ways_ - named_, nameless_);
      facts.say("generic", named_ == 0 ? 0 : 100 * generic_ / named_, said_nothing_);
    }
  }

 private:
  void count(const Page& page, const std::string& target, const Way& way) {
    ++ways_;
    named_ += way.named ? 1 : 0;
    generic_ += way.named && !way.specific ? 1 : 0;
    if (way.specific) return;
    auto& list = way.named ? said_nothing_ : nameless_;
    if (list.size() < enough) {
      list.push_back({page.url().href(), way.element.path(), shorten(target, 150)});
    }
  }

  int ways_ = 0, named_ = 0, generic_ = 0;
  std::vector<Evidence> nameless_, said_nothing_;
};

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(link_names, *why);
  Count count;
  for (const Page* page : site.sample()) {
    if (page->document()) count.add(*page);
  }
  Facts facts;
  count.say(facts, absence_unproven_because(*site.home()));
  return facts;
}

}  // namespace

const Check link_names{
    "link-names",
    {{"named", "%", "links of the sample that say their name; those to one place count once"},
     {"nameless", "", "links of the sample without any name"},
     {"generic", "%", "named links that say only \"here\", \"more\" or the like"}},
    measure};

}  // namespace touchstone::checks
