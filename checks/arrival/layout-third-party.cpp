#include <algorithm>
#include <unordered_set>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check layout_third_party;

namespace {

constexpr std::size_t enough = 20;

// Frames of a pixel or none serve their owners, not the visitors.
bool shows(const Element& frame) {
  for (Element at = frame; at; at = at.parent()) {
    if (at.name() == "noscript" || at.name() == "template") return false;
    if (at.has_attribute("hidden")) return false;
  }
  for (const auto* side : {"width", "height"}) {
    const auto value = frame.attribute(side);
    if (value && (*value == "0" || *value == "1")) return false;
  }
  std::string style = fold(frame.attribute("style").value_or(""));
  std::erase(style, ' ');
  return style.find("display:none") == std::string::npos &&
         style.find("visibility:hidden") == std::string::npos;
}

struct Embed {
  const Page* page = nullptr;
  Element element;
  Url url;
  bool waits = false;  // loaded when it comes near, or at a click
};

std::vector<Embed> embeds_of(const Site& site) {
  constexpr std::size_t most = 200;  // of a page
  std::vector<Embed> embeds;
  for (const Page* page : site.sample()) {
    if (!page->document()) continue;
    const auto frames = page->document()->find("//iframe | //embed | //object[@data]");
    for (std::size_t i = 0; i < std::min(frames.size(), most); ++i) {
      const Element& frame = frames[i];
      bool late = false;
      std::optional<Url> url;
      for (const auto* name : {"src", "data", "data-src", "data-lazy-src"}) {
        const auto reference = frame.attribute(name);
        url = reference ? page->base().resolve(*reference) : std::nullopt;
        late = std::string_view(name).starts_with("data-");
        if (url) break;
      }
      if (!url || site.is_own(*url) || !shows(frame)) continue;
      late = late || fold(frame.attribute("loading").value_or("")) == "lazy";
      embeds.push_back({page, frame, url->without_fragment(), late});
    }
  }
  return embeds;
}

// How many looks found nothing there.
int looks_in_vain(const Site& site, const Url& url) {
  const auto& visits = site.recording().visits;
  return static_cast<int>(std::count_if(visits.begin(), visits.end(), [&](const Visit& visit) {
    return visit.fetch.asked.without_fragment() == url && leads_nowhere(visit.fetch);
  }));
}

void say_alive(Facts& facts, const Site& site, const std::vector<Embed>& embeds) {
  int dead = 0, looks = 0;
  bool answered = false;
  std::vector<Evidence> evidence;
  std::unordered_set<std::string> known;
  for (const Embed& embed : embeds) {
    if (!known.insert(embed.url.href()).second) continue;
    const Visit* visit = site.visit_of(embed.url);
    if (!visit) continue;
    answered = answered || visit->fetch.status() > 0;
    if (!leads_nowhere(visit->fetch)) continue;
    ++dead;
    if (evidence.size() == enough) continue;
    looks += looks_in_vain(site, embed.url);
    evidence.push_back({embed.page->url().href(), embed.element.path(), embed.url.href()});
  }
  if (dead == 0 && !answered) {
    facts.unknown("dead", Reason::insufficient_evidence);
  } else {
    facts.say("dead", dead, std::move(evidence)).signals = std::max(1, looks);
  }
}

void say_lazy(Facts& facts, const std::vector<Embed>& embeds) {
  int eager = 0;
  std::vector<Evidence> evidence;
  const Page* page = nullptr;
  for (const Embed& embed : embeds) {
    const bool first = embed.page != page;
    page = embed.page;
    if (first || embed.waits) continue;
    ++eager;
    if (evidence.size() == enough) continue;
    evidence.push_back({page->url().href(), embed.element.path(), embed.url.href()});
  }
  facts.say("eager", eager, std::move(evidence));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(layout_third_party, *why);
  const auto embeds = embeds_of(site);
  if (embeds.empty()) {
    const auto why = absence_unproven_because(*site.home());
    return why ? all_unknown(layout_third_party, *why) : all_not_applicable(layout_third_party);
  }
  Facts facts;
  say_alive(facts, site, embeds);
  say_lazy(facts, embeds);
  return facts;
}

}  // namespace

const Check layout_third_party{
    "layout-third-party",
    {{"dead", "", "maps, films and other foreign frames of the sample that are not there"},
     {"eager", "", "foreign frames behind the first of a page that load at once"}},
    measure};

}  // namespace touchstone::checks
