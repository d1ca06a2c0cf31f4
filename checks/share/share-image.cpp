#include <algorithm>
#include <cstdlib>
#include <set>

#include "checks/check.h"
#include "checks/presence/image.h"
#include "checks/share_tags.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check share_image;

namespace {

constexpr std::size_t kMostPictures = 5;

// A picture that some page of the sample declares for its preview, home's first.
std::vector<SharePicture> pictures_of(const Site& site) {
  std::vector<SharePicture> pictures;
  std::set<std::string> seen;
  const auto add = [&](const Page& page) {
    auto picture = share_picture(page);
    if (!picture || pictures.size() == kMostPictures) return;
    if (seen.insert(picture->written).second) pictures.push_back(std::move(*picture));
  };
  add(*site.home());
  for (const Page* page : site.sample()) add(*page);
  return pictures;
}

struct Seen {
  const Visit* visit = nullptr;
  Image image;
  std::optional<Reason> unknown;
};

Seen look_at(const Site& site, const SharePicture& picture) {
  Seen seen;
  if (!picture.url) return seen;
  seen.visit = site.visit_of(picture.url->without_fragment());
  if (!seen.visit) {
    seen.unknown = site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted;
    return seen;
  }
  seen.unknown = unreadable_because(seen.visit->fetch);
  // Pictures are asked of other hosts too, and those may keep robots out.
  if (seen.visit->fetch.ok()) seen.image = read_image(seen.visit->fetch.body);
  return seen;
}

bool shows(const Seen& seen) {
  if (!seen.visit || seen.visit->fetch.status() != 200) return false;
  const bool cut = seen.visit->fetch.truncated && seen.image.width > 0;
  return seen.image.decodes || cut;
}

bool by_detour(const Seen& seen, const SharePicture& picture) {
  return picture.url && (!picture.url->is_https() || seen.visit->fetch.hops.size() > 1);
}

void say_picture(Facts& facts, const SharePicture& picture, const Seen& seen) {
  const Image& image = seen.image;
  const Fetch& fetch = seen.visit->fetch;
  const Evidence evidence{picture.url->href(), picture.evidence.place,
                          std::to_string(image.width) + "x" + std::to_string(image.height) + " " +
                              std::string(image.format)};
  facts.say("format", std::string(image.format), {evidence});
  auto bytes = std::max(fetch.wire_bytes, static_cast<std::int64_t>(fetch.body.size()));
  if (const auto length = fetch.headers().get("content-length"); length && fetch.truncated) {
    bytes = std::max<std::int64_t>(bytes, std::atoll(std::string(*length).c_str()));
  }
  facts.say("kib", (bytes + 1'023) / 1'024, {evidence});
  if (image.format == "svg" || image.width <= 0 || image.height <= 0) {
    for (const char* name : {"width", "height", "ratio_off"}) facts.not_applicable(name);
    return;
  }
  facts.say("width", image.width, {evidence});
  facts.say("height", image.height, {evidence});
  // In hundredths of the ratio that previews are cut to, 1.91 : 1.
  const std::int64_t wide = std::int64_t{100} * image.width,
                     high = std::int64_t{191} * image.height;
  facts.say("ratio_off", (100 * std::abs(wide - high) + high / 2) / high, {evidence});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(share_image, *why);
  const auto pictures = pictures_of(site);
  if (pictures.empty()) {
    if (const auto why = absence_unproven_because(*site.home())) {
      return all_unknown(share_image, *why);
    }
    Facts none = all_not_applicable(share_image);
    none.say("present", false, {{site.home_url().href(), "//meta[@property='og:image']", ""}});
    return none;
  }
  Facts facts;
  facts.say("present", true, {pictures.front().evidence});
  int dead = 0, detours = 0, known = 0;
  std::optional<Reason> unknown;
  std::vector<Evidence> dead_ones, detour_ones;
  std::optional<Seen> first;
  const SharePicture* first_picture = nullptr;
  for (const SharePicture& picture : pictures) {
    Seen seen = look_at(site, picture);
    if (seen.unknown) {
      if (!unknown) unknown = seen.unknown;
      continue;
    }
    ++known;
    if (!shows(seen)) {
      ++dead;
      dead_ones.push_back(picture.evidence);
      continue;
    }
    if (by_detour(seen, picture)) {
      ++detours;
      detour_ones.push_back(picture.evidence);
    }
    if (first) continue;
    first = seen;
    first_picture = &picture;
  }
  if (known == 0) {
    facts = all_unknown(share_image, *unknown);
    facts.say("present", true, {pictures.front().evidence});
    return facts;
  }
  facts.say("dead", dead, std::move(dead_ones));
  facts.say("detours", detours, std::move(detour_ones));
  if (first) {
    say_picture(facts, *first_picture, *first);
  } else {
    for (const char* name : {"format", "kib", "width", "height", "ratio_off"}) {
      facts.not_applicable(name);
    }
  }
  return facts;
}

}  // namespace

const Check share_image{
    "share-image",
    {{"present", "", "a page of the sample names a picture for its preview"},
     {"dead", "", "such pictures that are not there, or are no picture"},
     {"detours", "", "such pictures that are reached by a redirect or without encryption"},
     {"width", "px", "of the first picture that shows, home's if it does"},
     {"height", "px", "of that picture"},
     {"ratio_off", "%", "how far that picture is from 1.91 : 1"},
     {"kib", "KiB", "its size"},
     {"format", "", "its format"}},
    measure};

}  // namespace touchstone::checks
