#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/unseen.h"
#include "site/text.h"
#include "site/url.h"

namespace touchstone::checks {

extern const Check publications;

namespace {

constexpr std::size_t kMostLinks = 200;  // to others
constexpr std::size_t kMostLinksRead = 2'000;
constexpr std::size_t kMostEvidence = 20;

// Of the page's own part: its section, or what stands between header and footer.
bool is_content(const ClassPage& press, const Link& link) {
  if (!press.section) return link.region == Region::main;
  for (Element at = link.element; at; at = at.parent()) {
    if (at == press.root) return true;
  }
  return false;
}

// What others wrote: the links that lead to them, and whether they still do.
void say_links(Facts& facts, const Site& site, const ClassPage& press) {
  std::set<std::string> seen;
  int alive = 0, dead = 0, unknown = 0;
  std::optional<Reason> why;
  std::vector<Evidence> evidence, dead_ones;
  for (const Link& link : press.page->links()) {
    if (seen.size() == kMostLinks) break;
    if (!link.url || link.hidden || site.is_own(*link.url) || !is_content(press, link)) continue;
    if (!seen.insert(link.url->without_fragment().href()).second) continue;
    const Evidence place{press.page->url().href(), link.element.path(), link.url->href()};
    const Visit* visit = site.visit_of(link.url->without_fragment());
    if (!visit || unreadable_because(visit->fetch)) {
      ++unknown;
      if (visit) why = unreadable_because(visit->fetch);
      continue;
    }
    const bool gone = leads_nowhere(visit->fetch);
    (gone ? dead : alive) += 1;
    auto& list = gone ? dead_ones : evidence;
    if (list.size() < kMostEvidence) list.push_back(place);
  }
  if (alive + dead == 0 && unknown > 0) {
    facts.unknown("alive", why.value_or(Reason::budget_exhausted));
    facts.unknown("dead", why.value_or(Reason::budget_exhausted));
    return;
  }
  // What was not asked, or keeps robots out, is most likely there.
  facts.say("alive", alive + unknown, std::move(evidence));
  const int share = alive + dead == 0 ? 0 : 100 * dead / (alive + dead);
  facts.say("dead", share, std::move(dead_ones)).signals = dead >= 2 ? 2 : 1;
}

bool is_any_ending(std::string_view text, const std::vector<std::string_view>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

// A file with the logo, by its ending and by what it is called.
bool is_logo_file(const Link& link, const std::string& href) {
  static const std::vector<std::string_view> endings{".zip", ".svg", ".eps", ".ai", ".png", ".pdf"};
  if (!link.url || !is_any_ending(fold(link.url->path()), endings)) return false;
  const std::string called = fold(link.name().substr(0, 400)) + " " + href;
  return called.find("logo") != called.npos || called.find("лого") != called.npos ||
         called.find("press") != called.npos || called.find("brand") != called.npos;
}

void say_kit(Facts& facts, const ClassPage& press) {
  bool contact = false, logo = false;
  std::vector<Evidence> evidence;
  std::size_t looked = 0;
  for (const Link& link : press.page->links()) {
    if (++looked > kMostLinksRead) break;
    if (!is_content(press, link)) continue;
    const std::string href = fold(link.href.substr(0, 400));
    const bool way = href.starts_with("mailto:") || href.starts_with("tel:");
    const bool file = is_logo_file(link, href);
    contact = contact || way;
    logo = logo || file;
    if ((way || file) && evidence.size() < kMostEvidence) {
      evidence.push_back({press.page->url().href(), link.element.path(), shorten(link.href, 200)});
    }
  }
  if (evidence.empty()) evidence.push_back(press.evidence());
  say_shown(facts, "press_contact", contact, *press.page, evidence);
  say_shown(facts, "logo_file", logo, *press.page, std::move(evidence));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(publications, *why);
  const ClassPage press = class_page(site, "press");
  if (!press.page && press.unproven) return all_unknown(publications, *press.unproven);
  Facts facts;
  facts.say("present", press.page != nullptr, {press.evidence()});
  if (!press.page) {
    for (const char* name : {"alive", "dead", "press_contact", "logo_file"}) {
      facts.not_applicable(name);
    }
    return facts;
  }
  say_links(facts, site, press);
  say_kit(facts, press);
  return facts;
}

}  // namespace

const Check publications{
    "publications",
    {{"present", "", "a page for the press, or of what others wrote"},
     {"alive", "", "links of that page to others that are there, as far as they were tried"},
     {"dead", "%", "of those tried, the links that lead nowhere"},
     {"press_contact", "", "an e-mail address or a phone number stands on that page"},
     {"logo_file", "", "a logo can be taken from that page"}},
    measure};

}  // namespace touchstone::checks
