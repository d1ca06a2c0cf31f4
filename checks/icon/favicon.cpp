#include <algorithm>
#include <cstdlib>

#include "checks/check.h"
#include "checks/presence/default_icons.h"
#include "checks/presence/icons.h"
#include "checks/unseen.h"
#include "site/robots.h"

namespace touchstone::checks {

extern const Check favicon;

namespace {

using Icons = std::vector<FoundIcon>;

bool is_declared(const FoundIcon& found) {
  return found.icon.source != "default";
}
bool is_touch_icon(const Icon& icon) {
  return icon.rel.starts_with("apple-touch-icon");
}
// Safari's mask icon is a stencil in one colour, nothing that a tab or a search result shows.
bool is_picture(const FoundIcon& found) {
  return found.icon.decodes && found.icon.rel != "mask-icon";
}
bool is_vector(const FoundIcon& found) {
  return found.icon.format == "svg";
}
int side(const FoundIcon& found) {
  return std::max(found.icon.width, found.icon.height);
}

Evidence seen(const FoundIcon& found) {
  const Icon& icon = found.icon;
  std::string excerpt = icon.format;
  if (icon.width > 0) {
    excerpt += " " + std::to_string(icon.width) + "x" + std::to_string(icon.height);
  }
  if (!icon.resolves && found.fetch) {
    excerpt = "answered " + std::to_string(found.fetch->status()) + ", no image";
  }
  return {icon.url, found.place, excerpt};
}

// Which icon a tab would show: a vector one, else the smallest that is sharp at 32 px, else the
// largest. Declared ones go before the conventional one.
const FoundIcon* tab_icon(const Icons& icons) {
  const auto rank = [](const FoundIcon& found) {
    constexpr int sharp = 32;
    const int order = is_vector(found) ? 2 : side(found) >= sharp ? 1 : 0;
    return std::tuple(is_declared(found), order, order == 1 ? -side(found) : side(found));
  };
  const FoundIcon* best = nullptr;
  for (const FoundIcon& found : icons) {
    if (!is_tab_icon(found.icon) || !found.icon.resolves) continue;
    if (!best || rank(found) > rank(*best)) best = &found;
  }
  if (best) return best;
  const auto any = std::find_if(icons.begin(), icons.end(), is_picture);
  return any == icons.end() ? nullptr : &*any;
}

template <typename Accept>
const FoundIcon* first(const Icons& icons, Accept accept) {
  const auto found = std::find_if(icons.begin(), icons.end(), accept);
  return found == icons.end() ? nullptr : &*found;
}

std::optional<Reason> unknown_because(const FoundIcon* found) {
  return found ? found->icon.unknown_because : std::nullopt;
}

void say_found(Facts& facts, const Page& home, const Icons& icons) {
  const auto delivers = [](auto accept) {
    return [accept](const FoundIcon& found) { return found.icon.resolves && accept(found); };
  };
  const auto declared_tab = [](const FoundIcon& f) {
    return is_declared(f) && is_tab_icon(f.icon);
  };
  const auto hidden = [](const FoundIcon& f) { return f.icon.unknown_because.has_value(); };
  const auto conventional = [](const FoundIcon& f) { return !is_declared(f); };
  const bool any_declared = first(icons, is_declared) != nullptr;

  // A script may still put in what the page as sent does not declare.
  const auto unproven = any_declared ? std::nullopt : absence_unproven_because(home);
  if (const FoundIcon* best = first(icons, delivers(declared_tab))) {
    facts.say("found", "declared", {seen(*best)});
  } else if (const auto why = unknown_because(first(icons, hidden))) {
    facts.unknown("found", *why);
  } else if (unproven) {
    facts.unknown("found", *unproven);
  } else if (const FoundIcon* other = first(icons, delivers(is_declared))) {
    facts.say("found", "other", {seen(*other)});
  } else if (const FoundIcon* usual = first(icons, delivers(conventional))) {
    facts.say("found", "conventional", {seen(*usual)});
  } else {
    std::vector<Evidence> evidence;
    for (const FoundIcon& found : icons) evidence.push_back(seen(found));
    facts.say("found", "none", std::move(evidence));
  }

  const Fact* found = facts.find("found");
  const bool delivered = first(icons, delivers([](const FoundIcon&) { return true; })) != nullptr;
  if (found->state == Fact::State::unknown && !delivered) {
    facts.unknown("present", *found->why);
  } else {
    facts.say("present", any_declared || delivered, found->evidence);
  }
}

void say_decoding(Facts& facts, const Icons& icons) {
  std::vector<Evidence> broken, whole;
  std::optional<Reason> hidden;
  int sound = 0;
  if (const Fact* found = facts.find("present"); found->why) hidden = found->why;
  for (const FoundIcon& found : icons) {
    if (found.icon.unknown_because) {
      hidden = found.icon.unknown_because;
    } else if (found.icon.decodes) {
      ++sound;
      whole.push_back(seen(found));
    } else if (is_declared(found) || found.icon.resolves) {
      broken.push_back(seen(found));
    }
  }
  if (hidden && broken.empty()) {
    facts.unknown("broken", *hidden);
  } else {
    facts.say("broken", static_cast<int>(broken.size()), broken);
  }
  if (hidden && sound == 0) {
    facts.unknown("decoding", *hidden);
  } else {
    facts.say("decoding", sound, sound > 0 ? std::move(whole) : std::move(broken));
  }
}

void say_pictures(Facts& facts, const Icons& icons) {
  constexpr int large_png = 96, large_touch = 180;
  const FoundIcon* largest = nullptr;
  const FoundIcon* vector = nullptr;
  bool ico = false, png = false, touch = false;
  for (const FoundIcon& found : icons) {
    if (!is_picture(found)) continue;
    if (is_vector(found)) vector = vector ? vector : &found;
    if (!is_vector(found) && (!largest || side(found) > side(*largest))) largest = &found;
    ico = ico || found.icon.format == "ico";
    touch = touch || (is_touch_icon(found.icon) && side(found) >= large_touch);
    png = png ||
          (!is_touch_icon(found.icon) && found.icon.format == "png" && side(found) >= large_png);
  }
  if (largest) {
    facts.say("largest_side", side(*largest), {seen(*largest)});
  } else {
    facts.absent("largest_side");
  }
  facts.say("svg", vector != nullptr,
            vector ? std::vector{seen(*vector)} : std::vector<Evidence>{});
  facts.say("kinds", int{ico} + int{png} + int{touch} + int{vector != nullptr});
}

// Rounded up, so that one pixel too many is seen.
int skew(const Icon& icon) {
  const int larger = std::max(icon.width, icon.height);
  return larger == 0 ? 0 : (100 * std::abs(icon.width - icon.height) + larger - 1) / larger;
}

void say_tab_icon(Facts& facts, const Page& home, const FoundIcon& tab) {
  const std::vector<Evidence> evidence{seen(tab)};
  if (tab.icon.width > 0) {
    facts.say("skew", skew(tab.icon), evidence);
  } else {
    facts.absent("skew");
  }
  facts.say("tab_size", std::int64_t{(tab.icon.bytes + 1023) / 1024}, evidence);
  if (const auto known = default_icon(tab, home)) {
    facts.say("default_of", known->system, evidence).signals = known->signals;
  } else {
    facts.absent("default_of", evidence);
  }
  facts.say("dark_icon", tab.image.dark_mode, evidence);
  facts.say("emoji_icon", tab.image.glyph && tab.icon.url.starts_with("data:"), evidence);
}

void say_crawlable(Facts& facts, const Site& site, const FoundIcon& tab) {
  const auto url = Url::parse(tab.icon.url);
  const Visit* robots = site.visit(Role::robots);
  if (!url) {
    facts.say("crawlable", true, {seen(tab)});  // data: is a part of the page
  } else if (!robots || robots->fetch.asked.origin() != url->origin()) {
    facts.unknown("crawlable", Reason::no_source);
  } else if (robots->fetch.ok()) {
    const Robots rules = Robots::parse(robots->fetch.body);
    const bool allowed = rules.allows("Googlebot-Image", *url) && rules.allows("*", *url);
    facts.say("crawlable", allowed, {{robots->fetch.asked.href(), "robots.txt", url->href()}});
  } else if (robots->fetch.status() >= 400 && robots->fetch.status() < 500) {
    facts.say("crawlable", true, {{robots->fetch.asked.href(), "robots.txt", "none"}});
  } else {
    facts.unknown("crawlable", Reason::robots_unreachable);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(favicon, *why);
  const Page& home = *site.home();
  const Icons icons = icon_candidates(site);
  Facts facts;
  say_found(facts, home, icons);
  say_decoding(facts, icons);
  if (const FoundIcon* tab = tab_icon(icons)) {
    say_pictures(facts, icons);
    say_tab_icon(facts, home, *tab);
    say_crawlable(facts, site, *tab);
    return facts;
  }
  // Without any picture its size, shape and weight are no questions.
  const Fact* found = facts.find("found");
  for (const FactSpec& spec : favicon.facts) {
    if (facts.find(spec.name)) continue;
    if (found->why) {
      facts.unknown(spec.name, *found->why);
    } else {
      facts.not_applicable(spec.name);
    }
  }
  return facts;
}

}  // namespace

const Check favicon{
    "favicon",
    {{"present", "", "an icon is declared, or /favicon.ico delivers one"},
     {"found", "",
      "where an image comes from: declared, other (touch icon, manifest), "
      "conventional (/favicon.ico), none"},
     {"broken", "", "icons that deliver no whole image"},
     {"decoding", "", "icons that deliver a whole image"},
     {"largest_side", "px", "the larger side of the largest raster icon"},
     {"svg", "", "one icon is an SVG"},
     {"skew", "%", "how much the sides of the tab icon differ"},
     {"kinds", "", "how many there are of: ICO, PNG of 96 px, SVG, touch icon of 180 px"},
     {"tab_size", "KiB", "the weight of the icon that a tab shows"},
     {"default_of", "", "the system whose icon it was delivered with"},
     {"crawlable", "", "robots.txt lets image crawlers read it"},
     {"dark_icon", "", "an SVG icon that adapts to dark mode"},
     {"emoji_icon", "", "an icon that is one sign in a data: URL"}},
    measure};

}  // namespace touchstone::checks
