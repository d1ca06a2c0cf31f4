#include <algorithm>

#include "checks/check.h"
#include "checks/presence/image.h"
#include "checks/share_tags.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check twitter_card;

namespace {

std::string tag(const Page& page, const char* name) {
  return collapse_spaces(page.meta(name).value_or(""));
}

Evidence seen(const Page& page, const char* name) {
  return {page.url().href(), "meta " + std::string(name), shorten(tag(page, name), 200)};
}

// The card's own text, else the one that X takes in its place.
void say_length(Facts& facts, const Page& home, const char* fact, const char* own,
                const char* other) {
  const char* name = tag(home, own).empty() ? other : own;
  facts.say(fact, grapheme_count(tag(home, name).substr(0, 20'000)), {seen(home, name)});
}

void say_picture(Facts& facts, const Site& site, const Page& home) {
  const auto picture = share_picture(home, true);
  if (!picture) {
    facts.absent("picture_kib");
    facts.say("svg", false);
    facts.not_applicable("picture_text");
    return;
  }
  facts.say("picture_text", !tag(home, "twitter:image:alt").empty(),
            {seen(home, "twitter:image:alt")});
  const Visit* visit = picture->url ? site.visit_of(picture->url->without_fragment()) : nullptr;
  if (!visit || !visit->fetch.ok()) {
    const auto why = visit ? unreadable_because(visit->fetch) : std::nullopt;
    const Reason reason =
        why.value_or(visit || !picture->url ? Reason::no_source : Reason::budget_exhausted);
    facts.unknown("picture_kib", reason);
    facts.unknown("svg", reason);
    return;
  }
  const Fetch& fetch = visit->fetch;
  const auto bytes = std::max(fetch.wire_bytes, static_cast<std::int64_t>(fetch.body.size()));
  facts.say("picture_kib", (bytes + 1'023) / 1'024, {picture->evidence});
  facts.say("svg", read_image(fetch.body).format == "svg", {picture->evidence});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(twitter_card, *why);
  const Page& home = *site.home();
  const std::string card = fold(tag(home, "twitter:card"));
  const bool fallback = !tag(home, "og:title").empty() || !tag(home, "og:image").empty();
  const bool other = !tag(home, "twitter:title").empty() || !tag(home, "twitter:image").empty();
  const bool present = !card.empty() || fallback || other;
  if (const auto why = absence_unproven_because(home); why && !present) {
    return all_unknown(twitter_card, *why);
  }
  Facts facts;
  if (!present) {
    facts = all_not_applicable(twitter_card);
    facts.say("present", false, {seen(home, "twitter:card")});
    return facts;
  }
  facts.say("present", true, {seen(home, "twitter:card")});
  if (card.empty()) {
    facts.absent("card", {seen(home, "twitter:card")});
  } else {
    facts.say("card", card.substr(0, 100), {seen(home, "twitter:card")});
  }
  say_length(facts, home, "title_length", "twitter:title", "og:title");
  say_length(facts, home, "text_length", "twitter:description", "og:description");
  say_picture(facts, site, home);
  return facts;
}

}  // namespace

const Check twitter_card{
    "twitter-card",
    {{"present", "", "the home page has tags for X, or those that it reads in their place"},
     {"card", "", "the type of the card"},
     {"title_length", "characters", "the card's title"},
     {"text_length", "characters", "the card's text"},
     {"picture_kib", "KiB", "the size of the card's picture"},
     {"svg", "", "the card's picture is an SVG"},
     {"picture_text", "", "the card's picture is described in words"}},
    measure};

}  // namespace touchstone::checks
