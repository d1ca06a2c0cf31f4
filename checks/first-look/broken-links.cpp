#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/unseen.h"
#include "site/deep_summary.h"
#include "site/percent.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check broken_links;

namespace {

constexpr std::size_t enough = 20;  // evidences

// The links of all pages to one address.
struct Target {
  Url url;
  const Page* page;  // where a link to it stands; in a menu, header or footer where one does
  const Link* link;
};

// Paths that a delivery network's script takes from the link before anybody follows it.
bool is_service(const Url& url) {
  return url.path().starts_with("/cdn-cgi/");
}

// Every address that a page links to, once, in the order met. Linear in the links.
std::vector<Target> targets_of(const Site& site) {
  std::vector<Target> targets;
  std::unordered_map<std::string, std::size_t> known;
  for (const Page* page : site.pages()) {
    for (const Link& link : page->links()) {
      if (!link.url || is_service(*link.url)) continue;
      Url url = link.url->without_fragment();
      const auto [place, is_new] = known.try_emplace(url.href(), targets.size());
      if (is_new) {
        targets.push_back({std::move(url), page, &link});
      } else if (Target& before = targets[place->second];
                 before.link->region == Region::main && link.region != Region::main) {
        before.page = page;
        before.link = &link;
      }
    }
  }
  return targets;
}

// What became of the links of one kind that were followed.
struct Followed {
  int checked = 0, dead = 0;
  bool twice = true;             // every dead one was asked again
  std::optional<Reason> unseen;  // why the first that told nothing did not
  std::vector<Evidence> evidence;

  void add(const Target& target, const Fetch& fetch) {
    ++checked;
    if (!leads_nowhere(fetch)) return;
    ++dead;
    twice = twice && fetch.attempt > 1;
    if (evidence.size() == enough) return;
    const std::string how =
        fetch.fault ? std::string(to_string(fetch.fault->kind)) : std::to_string(fetch.status());
    evidence.push_back({target.page->url().href(), target.link->element.path(),
                        shorten(how + " " + target.url.href(), 200)});
  }

  void add(const DeepSummary::BrokenLink& link) {
    ++dead;
    if (evidence.size() == enough) return;
    const std::string how = link.status > 0 ? std::to_string(link.status) : link.fault;
    evidence.push_back({link.found_on, "//a", shorten(how + " " + link.url, 200)});
  }

  // In percent, rounded up, so that a little over a limit is over it.
  int dead_share() const { return checked == 0 ? 0 : (100 * dead + checked - 1) / checked; }
};

// Somebody or something answered, or it is sure that nobody can; a refusal is no dead end, though
// nobody saw what stands behind it.
bool was_checked(const Fetch& fetch) {
  if (leads_nowhere(fetch)) return true;
  return !fetch.fault && fetch.status() > 0;
}

// A deep crawl followed every link of the site, not only those of the pages read here. What it
// lists is told; of the rest only the number is known. What answered here since then is mended.
Followed with_deep(Followed here, const DeepSummary& deep, const Site& site) {
  Followed all;
  std::int64_t mended = 0;
  for (const DeepSummary::BrokenLink& link : deep.broken) {
    const auto url = Url::parse(link.url);
    const Visit* const visit = url ? site.visit_of(*url) : nullptr;
    if (visit && was_checked(visit->fetch) && !leads_nowhere(visit->fetch)) {
      ++mended;
    } else {
      all.add(link);
    }
  }
  constexpr std::int64_t most = 1'000'000'000;
  all.dead =
      static_cast<int>(std::clamp<std::int64_t>(deep.broken_addresses - mended, all.dead, most));
  all.checked = static_cast<int>(std::clamp<std::int64_t>(deep.links_checked, all.dead, most));
  return all.checked > here.checked && all.dead >= here.dead ? all : here;
}

// The parts of a page that a link can jump to (HTML Standard section 7.4.6.4).
std::unordered_set<std::string> anchors_of(const Page& page) {
  std::unordered_set<std::string> anchors;
  for (const Element& element : page.document()->find("//*[@id] | //a[@name]")) {
    for (const char* name : {"id", "name"}) {
      if (auto value = element.attribute(name)) anchors.insert(std::move(*value));
    }
  }
  return anchors;
}

// Names that scripts read, no places: "!/route", "/route", "popup:order", "tab=2".
bool is_for_scripts(std::string_view fragment) {
  return fragment.find_first_of("!/:=?&~") != std::string_view::npos;
}

bool has_script(const Element& link) {
  for (const char* name :
       {"onclick", "role", "aria-controls", "aria-haspopup", "data-toggle", "data-bs-toggle",
        "data-popup", "data-modal", "data-target", "data-bs-target", "data-fancybox", "data-src"}) {
    if (link.has_attribute(name)) return true;
  }
  return false;
}

void say_anchors(Facts& facts, const Site& site) {
  int missing = 0;
  bool any = false;
  std::vector<Evidence> evidence;
  for (const Page* page : site.pages()) {
    if (absence_unproven_because(*page)) continue;
    any = true;
    const std::string here = page->url().without_fragment().href();
    std::optional<std::unordered_set<std::string>> anchors;
    std::unordered_set<std::string> told;
    for (const Link& link : page->links()) {
      if (!link.url || link.url->fragment().empty()) continue;
      const std::string fragment = percent_decode(link.url->fragment());
      if (fold(fragment) == "top" || is_for_scripts(fragment) || has_script(link.element)) continue;
      if (link.url->without_fragment().href() != here) continue;
      if (!anchors) anchors = anchors_of(*page);
      if (anchors->contains(fragment) || !told.insert(fragment).second) continue;
      ++missing;
      if (evidence.size() < enough) {
        evidence.push_back({page->url().href(), link.element.path(), shorten(link.href, 200)});
      }
    }
  }
  if (any) {
    facts.say("missing_anchors", missing, std::move(evidence));
  } else {
    facts.unknown("missing_anchors",
                  absence_unproven_because(*site.home()).value_or(Reason::insufficient_evidence));
  }
}

// Where none of the links that there are was followed, nothing is known of them.
void say_counts(Facts& facts, const Followed& internal, const Followed& external,
                const Followed& framed, bool has_internal, bool has_external) {
  if (internal.checked > 0) {
    facts.say("internal_checked", internal.checked);
    facts.say("internal_dead", internal.dead, internal.evidence);
    facts.say("internal_dead_share", internal.dead_share());
  } else {
    for (const char* name : {"internal_checked", "internal_dead", "internal_dead_share"}) {
      has_internal ? facts.unknown(name, internal.unseen.value_or(Reason::budget_exhausted))
                   : facts.not_applicable(name);
    }
  }
  if (framed.checked > 0) {
    facts.say("framed_dead", framed.dead, framed.evidence);
  } else {
    has_internal ? facts.unknown("framed_dead", Reason::budget_exhausted)
                 : facts.not_applicable("framed_dead");
  }
  if (external.checked > 0) {
    facts.say("external_dead_share", external.dead_share(), external.evidence).signals =
        external.twice || external.dead > 1 ? 2 : 1;
  } else {
    has_external
        ? facts.unknown("external_dead_share", external.unseen.value_or(Reason::budget_exhausted))
        : facts.not_applicable("external_dead_share");
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(broken_links, *why);
  Followed internal, external, framed;
  bool has_internal = false, has_external = false;
  for (const Target& target : targets_of(site)) {
    const bool own = site.is_own(target.url);
    (own ? has_internal : has_external) = true;
    const Visit* visit = site.visit_of(target.url);
    if (!visit) continue;
    Followed& followed = own ? internal : external;
    if (!was_checked(visit->fetch)) {
      if (!followed.unseen) followed.unseen = unreadable_because(visit->fetch);
      continue;
    }
    followed.add(target, visit->fetch);
    if (own && target.link->region != Region::main) framed.add(target, visit->fetch);
  }
  if (const auto& deep = site.recording().deep; deep && deep->links_checked > 0) {
    internal = with_deep(std::move(internal), *deep, site);
  }
  Facts facts;
  say_counts(facts, internal, external, framed, has_internal, has_external);
  say_anchors(facts, site);
  return facts;
}

}  // namespace

const Check broken_links{
    "broken-links",
    {{"internal_checked", "", "addresses of the site that pages link to and that were followed"},
     {"internal_dead", "", "of these, those that lead nowhere"},
     {"internal_dead_share", "%", "the same, rounded up"},
     {"framed_dead", "", "dead ones that are linked in a menu, a header or a footer"},
     {"external_dead_share", "%", "followed links to other sites that lead nowhere, rounded up"},
     {"missing_anchors", "", "links to a part of their own page that is not there"}},
    measure};

}  // namespace touchstone::checks
