#include <algorithm>

#include "checks/absence.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/content_text.h"
#include "checks/review_entries.h"
#include "checks/unseen.h"
#include "checks/vendors.h"
#include "site/link_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check customer_reviews;

namespace {

constexpr std::size_t kMostEvidence = 20;
constexpr int enough = 2;  // entries that agree are as many looks

// What stands on the page of reviews, or where there is none, among what the home page shows.
struct Reviews {
  ClassPage place;
  std::vector<ReviewEntry> entries;
  std::vector<VendorSign> widgets;  // a script of a platform brings them

  std::vector<Evidence> evidence() const {
    std::vector<Evidence> all;
    for (const ReviewEntry& entry : entries) {
      if (all.size() < kMostEvidence) all.push_back(entry.evidence);
    }
    for (const VendorSign& widget : widgets) all.push_back(widget.evidence);
    if (all.empty()) all.push_back(place.evidence());
    return all;
  }
};

Reviews find_reviews(const Site& site) {
  Reviews reviews{class_page(site, "reviews"), {}, {}};
  for (const Page* page : {reviews.place.page, site.home()}) {
    if (!page || !page->document()) continue;
    auto entries = review_entries(*page);
    if (entries.size() > reviews.entries.size()) reviews.entries = std::move(entries);
    for (VendorSign& sign : vendors_on(*page, "reviews")) {
      reviews.widgets.push_back(std::move(sign));
    }
  }
  return reviews;
}

// A film on the page or in the section of reviews; one that plays by itself is a background.
bool shows_film(const ClassPage& place) {
  if (!place.root.find(".//video[not(@autoplay) and not(@loop)]").empty()) return true;
  const auto& resources = place.page->resources();
  return !place.section &&
         std::any_of(resources.begin(), resources.end(), [](const Resource& resource) {
           return resource.kind == Resource::Kind::frame &&
                  is_in_link_list(resource.url, "checks/data/film-hosts.txt");
         });
}

// Text or pictures stand there that carry no mark: letters of thanks, screenshots of chats.
bool may_hold_some(const ClassPage& place) {
  constexpr std::size_t letters = 400, pictures = 2;
  return place.page && (letter_count(content_text(place)) >= letters ||
                        place.root.find(".//img").size() >= pictures);
}

int percent(std::size_t part, std::size_t whole) {
  return static_cast<int>(100 * part / whole);
}

void say_credibility(Facts& facts, const Reviews& reviews) {
  std::size_t credible = 0, bare = 0;
  std::vector<Evidence> lacking;
  for (const ReviewEntry& entry : reviews.entries) {
    const bool full = entry.named && (entry.dated || entry.proven);
    credible += full ? 1 : 0;
    bare += !entry.named && !entry.dated ? 1 : 0;
    if (!full && lacking.size() < kMostEvidence) lacking.push_back(entry.evidence);
  }
  const std::size_t all = reviews.entries.size();
  facts.say("credible", percent(credible, all), lacking);
  facts.say("bare", percent(bare, all), std::move(lacking)).signals = all >= enough ? enough : 1;
}

void say_age(Facts& facts, const Site& site, const Reviews& reviews) {
  const ReviewEntry* newest = nullptr;
  int dated = 0;
  const auto today = std::chrono::floor<std::chrono::days>(site.recording().taken);
  for (const ReviewEntry& entry : reviews.entries) {
    if (!entry.day || *entry.day > today + std::chrono::days(1)) continue;
    ++dated;
    if (!newest || *newest->day < *entry.day) newest = &entry;
  }
  if (!newest) {
    facts.absent("age", reviews.evidence());
    return;
  }
  const auto age = std::max<std::int64_t>(0, (today - *newest->day).count());
  facts.say("age", age, {newest->evidence}).signals = std::min(dated, enough);
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(customer_reviews, *why);
  const Reviews reviews = find_reviews(site);
  const bool present = !reviews.entries.empty() || !reviews.widgets.empty() || reviews.place.page;
  Facts facts;
  if (!present) {
    const auto why = reviews.place.unproven;
    const auto unproven =
        why || reviews.place.dead
            ? why
            : site_absence_unproven_because(site, {"reviews", "cases", "about", "press"});
    if (unproven) return all_unknown(customer_reviews, *unproven);
    facts = all_not_applicable(customer_reviews);
    facts.say("present", false, {reviews.place.evidence()});
    return facts;
  }
  if (reviews.entries.empty()) {
    // A platform's script brings them, or another script that we do not run.
    auto hidden = reviews.place.page ? absence_unproven_because(*reviews.place.page) : std::nullopt;
    if (!hidden && may_hold_some(reviews.place)) hidden = Reason::insufficient_evidence;
    if (!reviews.widgets.empty()) hidden = Reason::js_rendered;
    facts = hidden ? all_unknown(customer_reviews, *hidden) : all_not_applicable(customer_reviews);
    // Neither the data nor the blocks of the page have one: two looks.
    if (!hidden) facts.say("entries", 0, reviews.evidence()).signals = enough;
    facts.say("present", true, reviews.evidence());
    return facts;
  }
  const auto count = reviews.entries.size();
  facts.say("present", true, reviews.evidence());
  facts.say("entries", count, reviews.evidence());
  say_credibility(facts, reviews);
  say_age(facts, site, reviews);
  const bool answered = std::any_of(reviews.entries.begin(), reviews.entries.end(),
                                    [](const ReviewEntry& entry) { return entry.answered; });
  facts.say("answered", answered, reviews.evidence());
  const Page* page = reviews.place.page;
  facts.say("film", page && page->document() && reviews.place.root && shows_film(reviews.place),
            {reviews.place.evidence()});
  return facts;
}

}  // namespace

const Check customer_reviews{
    "customer-reviews",
    {{"present", "", "the site shows what customers wrote, or has a page for it"},
     {"entries", "", "reviews on that page, or on the home page"},
     {"credible", "%", "of them, those with a full name and a date, a photo, a film or a link"},
     {"bare", "%", "of them, those with neither a full name nor a date"},
     {"age", "days", "since the newest that has a date"},
     {"answered", "", "the company answered one of them"},
     {"film", "", "a film stands on the page of reviews"}},
    measure};

}  // namespace touchstone::checks
