#include <algorithm>

#include "checks/check.h"
#include "checks/presence/icons.h"
#include "checks/presence/png_corner.h"
#include "checks/unseen.h"

namespace touchstone::checks {

extern const Check touch_icon;

namespace {

using Icons = std::vector<FoundIcon>;

bool is_touch_icon(const FoundIcon& found) {
  return found.icon.rel.starts_with("apple-touch-icon");
}

int side(const FoundIcon& found) {
  return std::max(found.icon.width, found.icon.height);
}

Evidence seen(const FoundIcon& found) {
  std::string excerpt = found.icon.format;
  if (found.icon.width > 0) {
    excerpt += " " + std::to_string(found.icon.width) + "x" + std::to_string(found.icon.height);
  }
  return {found.icon.url, found.place, excerpt};
}

// What stands for the site on a phone: declared for it, or for apps, or where phones look unasked.
struct TouchIcons {
  Icons declared, usual;
  std::optional<Reason> hidden;  // why there may be more
  bool for_touch = false;        // at least one is declared for phones
};

TouchIcons touch_icons(const Site& site) {
  TouchIcons touch;
  for (FoundIcon& found : icon_candidates(site)) {
    if (!is_touch_icon(found) && found.icon.source != "manifest") continue;
    touch.for_touch = touch.for_touch || is_touch_icon(found);
    if (found.icon.unknown_because) touch.hidden = found.icon.unknown_because;
    touch.declared.push_back(std::move(found));
  }
  if (!touch.declared.empty()) return touch;
  touch.hidden = absence_unproven_because(*site.home());
  bool asked = false;
  for (const char* path : {"/apple-touch-icon.png", "/apple-touch-icon-precomposed.png"}) {
    const Visit* visit = site.visit_of(site.home_url().with_path(path));
    if (!visit) continue;
    asked = true;
    FoundIcon found = icon_of(*visit, "default");
    if (found.icon.unknown_because) touch.hidden = found.icon.unknown_because;
    if (found.icon.resolves) touch.usual.push_back(std::move(found));
  }
  if (!asked) {
    touch.hidden = site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
  }
  return touch;
}

const FoundIcon* largest(const Icons& icons) {
  const FoundIcon* best = nullptr;
  for (const FoundIcon& found : icons) {
    if (found.icon.decodes && (!best || side(found) > side(*best))) best = &found;
  }
  return best;
}

void say_picture(Facts& facts, const FoundIcon& icon) {
  const std::vector<Evidence> evidence{seen(icon)};
  if (icon.icon.format == "svg" || side(icon) == 0) {
    facts.not_applicable("largest_side");
  } else {
    facts.say("largest_side", side(icon), evidence);
  }
  if (icon.icon.source == "manifest" || icon.bytes.empty() ||
      (icon.icon.format != "png" && icon.icon.format != "jpeg")) {
    facts.not_applicable("transparent");
  } else {
    facts.say("transparent", icon.icon.format == "png" && has_clear_corner(icon.bytes), evidence);
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(touch_icon, *why);
  const TouchIcons touch = touch_icons(site);
  const FoundIcon* declared = largest(touch.declared);
  const FoundIcon* usual = largest(touch.usual);
  if (!declared && !usual && touch.hidden) return all_unknown(touch_icon, *touch.hidden);

  Facts facts;
  std::vector<Evidence> evidence;
  for (const FoundIcon& found : touch.declared) evidence.push_back(seen(found));
  facts.say("present", declared || usual || touch.for_touch, evidence);
  if (declared) {
    facts.say("found", "declared", {seen(*declared)});
  } else if (usual) {
    facts.say("found", "conventional", {seen(*usual)});
  } else if (touch.for_touch) {
    facts.say("found", "broken", evidence);
  } else {
    facts.not_applicable("found");
  }
  if (declared || usual) {
    say_picture(facts, declared ? *declared : *usual);
  } else {
    facts.not_applicable("largest_side");
    facts.not_applicable("transparent");
  }
  return facts;
}

}  // namespace

const Check touch_icon{
    "touch-icon",
    {{"present", "", "an icon for the home screen is declared, or stands where phones look"},
     {"found", "",
      "declared (for phones, or in the manifest), conventional (/apple-touch-icon.png), broken"},
     {"largest_side", "px", "the larger side of the largest one"},
     {"transparent", "", "its corner lets the ground shine through"}},
    measure};

}  // namespace touchstone::checks
