#include <algorithm>
#include <set>

#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/presence/data_url.h"
#include "checks/presence/icons.h"
#include "checks/presence/image.h"
#include "checks/unseen.h"
#include "checks/web_manifest.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check web_manifest;

namespace {

// The icons that arrive whole, and how many of the two usual sizes they cover.
void say_icons(Facts& facts, const Site& site, const LinkedManifest& linked) {
  constexpr int home_screen = 192, splash = 512;
  int decoding = 0;
  bool middle = false, large = false;
  std::optional<Reason> hidden;
  std::vector<Evidence> evidence;
  const Url& base = linked.visit->fetch.answered();
  for (const std::string& href : linked.manifest->icons) {
    FoundIcon found;
    if (const auto bytes = data_url_bytes(href)) {
      const Image image = read_image(*bytes);
      found.icon.decodes = image.decodes;
      found.icon.width = image.width;
      found.icon.height = image.height;
      found.icon.format = image.format;
    } else if (const auto url = base.resolve(href)) {
      const Visit* visit = site.visit_of(url->without_fragment());
      if (visit) found = icon_of(*visit, "manifest");
      if (!visit) hidden = Reason::budget_exhausted;
      if (found.icon.unknown_because) hidden = found.icon.unknown_because;
    }
    const int side = std::max(found.icon.width, found.icon.height);
    evidence.push_back({shorten(href, 150), "manifest", std::to_string(side)});
    if (!found.icon.decodes) continue;
    ++decoding;
    const bool vector = found.icon.format == "svg";
    middle = middle || vector || (side >= home_screen && side < splash);
    large = large || vector || side >= splash;
  }
  const int sizes = int{middle} + int{large};
  if (hidden && sizes < 2) {
    facts.unknown("decoding", *hidden);
    facts.unknown("sizes", *hidden);
  } else {
    facts.say("decoding", decoding, evidence);
    facts.say("sizes", sizes, evidence);
  }
}

// A manifest without an address starts where it was linked.
void say_start(Facts& facts, const Site& site, const LinkedManifest& linked) {
  static const std::set<std::string> like_an_app{"standalone", "fullscreen", "minimal-ui"};
  const WebManifest& manifest = *linked.manifest;
  const std::string manifest_url = linked.visit->fetch.asked.href();
  facts.say("like_an_app", like_an_app.contains(manifest.display),
            {{manifest_url, "display", shorten(manifest.display, 40)}});
  const auto start = manifest.start_url.empty()
                         ? std::optional(site.home_url())
                         : linked.visit->fetch.answered().resolve(manifest.start_url);
  const Evidence evidence{start ? start->href() : manifest_url, "start_url",
                          shorten(manifest.start_url, 100)};
  if (!start) {
    facts.say("start_dead", true, {evidence});
    return;
  }
  const Visit* visit = site.visit_of(start->without_fragment());
  if (!visit) {
    facts.unknown("start_dead",
                  site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted);
  } else if (const auto why = unreadable_because(visit->fetch)) {
    facts.unknown("start_dead", *why);
  } else {
    facts.say("start_dead", leads_nowhere(visit->fetch), {evidence});
  }
}

Facts say_unlinked(const Site& site) {
  Facts facts = all_not_applicable(web_manifest);
  if (const auto why = absence_unproven_because(*site.home())) {
    return all_unknown(web_manifest, *why);
  }
  facts.say("present", false);
  return facts;
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(web_manifest, *why);
  const LinkedManifest linked = linked_manifest(site);
  if (!linked.link) return say_unlinked(site);
  if (linked.unseen) return all_unknown(web_manifest, *linked.unseen);
  Facts facts = all_not_applicable(web_manifest);
  const Evidence evidence{site.home_url().href(), linked.link.path(),
                          shorten(linked.link.attribute("href").value_or(""), 150)};
  facts.say("present", true, {evidence});
  facts.say("parses", linked.manifest.has_value(), {evidence});
  if (!linked.manifest) return facts;

  const WebManifest& manifest = *linked.manifest;
  const std::string url = linked.visit->fetch.asked.href();
  facts.say("names", int{!manifest.name.empty()} + int{!manifest.short_name.empty()},
            {{url, "name", shorten(manifest.name, 60)},
             {url, "short_name", shorten(manifest.short_name, 60)}});
  facts.say("short_name_length", grapheme_count(manifest.short_name),
            {{url, "short_name", shorten(manifest.short_name, 60)}});
  say_icons(facts, site, linked);
  say_start(facts, site, linked);
  const auto colour = site.home()->meta("theme-color");
  facts.say("theme", !manifest.theme_color.empty() || (colour && !colour->empty()),
            {{url, "theme_color", shorten(manifest.theme_color, 40)}});
  facts.say("shortcuts", manifest.has_shortcuts);
  return facts;
}

}  // namespace

const Check web_manifest{"web-manifest",
                         {{"present", "", "the home page links to a manifest"},
                          {"parses", "", "it arrives and is a JSON object"},
                          {"names", "", "how many there are of name and short_name"},
                          {"short_name_length", "", "characters of the short name"},
                          {"decoding", "", "listed icons that deliver a whole image"},
                          {"sizes", "", "how many of the two sizes, 192 and 512 px, they cover"},
                          {"start_dead", "", "its start_url leads nowhere"},
                          {"like_an_app", "", "display is standalone, fullscreen or minimal-ui"},
                          {"theme", "", "a theme colour stands in the manifest or the page"},
                          {"shortcuts", "", "it lists shortcuts"}},
                         measure};

}  // namespace touchstone::checks
