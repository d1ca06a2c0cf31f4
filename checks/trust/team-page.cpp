#include <algorithm>
#include <unordered_set>

#include "checks/cards.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/structured_data.h"
#include "checks/unseen.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check team_page;

namespace {

int percent(std::ptrdiff_t part, std::size_t all) {
  return static_cast<int>((100 * static_cast<std::size_t>(part) + all / 2) / all);
}

// Each name once: sliders repeat their cards.
std::vector<Card> people_of(const ClassPage& team) {
  std::vector<Card> people;
  std::unordered_set<std::string> known;
  for (Card& card : person_cards(team)) {
    if (known.insert(fold(card.name)).second) people.push_back(std::move(card));
  }
  return people;
}

std::size_t published_people(const Page& page) {
  const auto things = things_of(page);
  return static_cast<std::size_t>(std::count_if(
      things.begin(), things.end(), [](const Thing& thing) { return thing.is_a("Person"); }));
}

void say_people(Facts& facts, const ClassPage& team) {
  constexpr std::size_t enough = 20, few = 3;
  const auto people = people_of(team);
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < std::min(people.size(), enough); ++i) {
    evidence.push_back(
        {team.page->url().href(), people[i].element.path(), shorten(people[i].name, 100)});
  }
  const std::size_t published = published_people(*team.page);
  const std::size_t number = std::max(people.size(), published);
  if (const auto why = absence_unproven_because(*team.page); why && number < few) {
    for (const char* name : {"people", "photos", "contacts"}) facts.unknown(name, *why);
    return;
  }
  // The names on the page and the people in its structured data were searched apart.
  facts.say("people", static_cast<int>(number), std::move(evidence)).signals = 2;
  if (people.empty()) {
    facts.not_applicable("photos");
    facts.not_applicable("contacts");
    return;
  }
  const auto with_photo =
      std::count_if(people.begin(), people.end(), [](const Card& card) { return card.picture; });
  const auto with_contact =
      std::count_if(people.begin(), people.end(), [](const Card& card) { return card.contact; });
  facts.say("photos", percent(with_photo, people.size()), {team.evidence()});
  facts.say("contacts", percent(with_contact, people.size()), {team.evidence()});
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_closed_because(site)) return all_unknown(team_page, *why);
  const ClassPage team = class_page(site, "team");
  if (!team.page && team.unproven) return all_unknown(team_page, *team.unproven);
  Facts facts = all_not_applicable(team_page);
  facts.say("present", team.page != nullptr, {team.evidence()});
  if (team.page) say_people(facts, team);
  return facts;
}

}  // namespace

const Check team_page{"team-page",
                      {{"present", "", "a page or a section shows the team"},
                       {"people", "", "people that it names"},
                       {"photos", "%", "of these, with a picture"},
                       {"contacts", "%", "of these, with a way to reach them"}},
                      measure};

}  // namespace touchstone::checks
