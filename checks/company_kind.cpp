#include "checks/company_kind.h"

#include <algorithm>

#include "checks/headline.h"
#include "checks/phrase_groups.h"
#include "checks/structured_data.h"

namespace touchstone {

namespace {

constexpr std::string_view meals = "meals";

const PhraseGroups& kinds() {
  static const PhraseGroups known("checks/data/company-kinds.txt");
  return known;
}

std::string names_of(const Page& home) {
  constexpr std::size_t longest = 500;
  return home.title().substr(0, longest) + "\n" +
         home.meta("description").value_or("").substr(0, longest) + "\n" +
         headline_of(home).text.substr(0, longest);
}

}  // namespace

bool deals_with_companies(const Site& site) {
  constexpr std::size_t first_screens = 3'000;  // bytes
  const Page* home = site.home();
  if (!home) return false;
  const auto named =
      kinds().named_in(names_of(*home) + "\n" + home->text().substr(0, first_screens));
  return std::count_if(named.begin(), named.end(),
                       [](const std::string& kind) { return kind != meals; }) >= 2;
}

bool is_eatery(const Site& site) {
  const Page* home = site.home();
  if (!home) return false;
  const auto things = things_of(*home);
  return kinds().names(meals, names_of(*home)) ||
         std::any_of(things.begin(), things.end(), [](const Thing& thing) {
           return thing.is_a("Restaurant") || thing.is_a("FastFoodRestaurant") ||
                  thing.is_a("CafeOrCoffeeShop") || thing.is_a("FoodEstablishment");
         });
}

}  // namespace touchstone
