#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/rich_media.h"
#include "checks/unseen.h"
#include "site/page_class.h"

namespace touchstone::checks {

extern const Check rich_media;

namespace {

std::vector<const Page*> key_pages(const Site& site) {
  std::vector<const Page*> pages{site.home()};
  for (const char* page_class : {"contact", "about", "prices", "cases"}) {
    const Page* page = page_of_class(site, page_class);
    if (page && std::find(pages.begin(), pages.end(), page) == pages.end()) pages.push_back(page);
  }
  return pages;
}

void append(std::vector<Evidence>& all, std::vector<Evidence> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void say_kinds(Facts& facts, const Site& site, const RichMedia& media) {
  std::vector<Evidence> evidence;
  int kinds = 0;
  for (const auto* kind : {&media.films, &media.gallery, &media.charts}) {
    if (kind->empty()) continue;
    ++kinds;
    evidence.push_back(kind->front());
  }
  if (kinds == 0) {
    if (const auto why = site_absence_unproven_because(site)) {
      facts.unknown("kinds", *why);
      return;
    }
  }
  facts.say("kinds", kinds, std::move(evidence));
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(rich_media, *why);
  RichMedia all;
  bool film_at_home = false;
  for (const Page* page : key_pages(site)) {
    RichMedia media = rich_media_of(*page);
    if (page == site.home()) {
      film_at_home = static_cast<std::size_t>(media.own_films) < media.films.size();
    }
    append(all.films, std::move(media.films));
    append(all.tours, std::move(media.tours));
    append(all.gallery, std::move(media.gallery));
    append(all.charts, std::move(media.charts));
    append(all.stock, std::move(media.stock));
    all.own_films += media.own_films;
    all.captioned += media.captioned;
    all.pictures += media.pictures;
  }
  Facts facts;
  say_kinds(facts, site, all);
  if (all.films.empty()) {
    facts.not_applicable("uncaptioned");
  } else {
    facts.say("uncaptioned", all.own_films - all.captioned, all.films);
  }
  if (all.pictures == 0) {
    facts.not_applicable("stock_pictures");
  } else {
    facts.say("stock_pictures", static_cast<int>(all.stock.size()), all.stock);
  }
  facts.say("film_at_home", film_at_home);
  facts.say("tour", !all.tours.empty(), all.tours);
  return facts;
}

}  // namespace

const Check rich_media{
    "rich-media",
    {{"kinds", "", "how many of: a film, a gallery of four pictures, an infographic or diagram"},
     {"uncaptioned", "", "films of the site's own without captions"},
     {"stock_pictures", "", "pictures that come from a host of stock pictures"},
     {"film_at_home", "", "the home page embeds a film"},
     {"tour", "", "a tour through the rooms in all directions is embedded"}},
    measure};

}  // namespace touchstone::checks
