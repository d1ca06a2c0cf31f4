#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "checks/address_patterns.h"
#include "checks/check.h"
#include "checks/class_page.h"
#include "checks/contact_absence.h"
#include "checks/rating.h"
#include "checks/served_countries.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check maps_listing;

namespace {

constexpr std::size_t kMostPages = 60;
constexpr std::size_t kMostLinks = 2'000;  // of a page
constexpr std::size_t kMostFound = 100;
constexpr std::size_t kMostEvidence = 20;
constexpr std::size_t kLongestAddress = 1'000;

const std::vector<AddressPattern>& map_addresses() {
  static const auto all = read_address_patterns("checks/data/map-entries.txt");
  return all;
}

struct MapLink {
  const AddressPattern* form = nullptr;
  bool whole_city = false;  // seen from so high that no house can be told
  bool dead = false;
  Evidence evidence;
};

// A map at this zoom shows a town.
bool from_high_above(const std::string& address) {
  static const RE2 zoom(R"(,(\d{1,2})(?:\.\d+)?z|[?&#](?:z|zoom|map)=(\d{1,2})(?:[.&/#?]|$))");
  constexpr int houses = 14;
  std::string with_letter, named;
  if (!RE2::PartialMatch(address, zoom, &with_letter, &named)) return false;
  return std::stoi(with_letter.empty() ? named : with_letter) < houses;
}

class MapLinks {
 public:
  explicit MapLinks(const Site& site) : site_(site) {}

  void read(const Page& page) {
    std::size_t looked = 0;
    for (const Link& link : page.links()) {
      if (++looked > kMostLinks) return;
      add(link.url ? link.url->href() : link.href, {page.url().href(), "", ""}, &link);
    }
  }

  // sameAs and hasMap lead there too.
  void read(const DescribedPage& page) {
    for (const Thing& thing : page.data.things) {
      for (const auto& [property, value] : thing.texts) {
        if (property != "sameAs" && property != "hasMap") continue;
        add(value, CompanyThing{&page, &thing}.evidence(property), nullptr);
      }
    }
  }

  const std::vector<MapLink>& links() const { return links_; }

 private:
  void add(const std::string& href, Evidence evidence, const Link* link) {
    const std::string address = fold(std::string_view(href).substr(0, kLongestAddress));
    const bool address_of_map = address.starts_with("http") || address.starts_with("geo:");
    if (links_.size() == kMostFound || !address_of_map) return;
    const AddressPattern* form = pattern_of(map_addresses(), address);
    if (!form || !seen_.insert(address).second) return;
    if (link) evidence.place = link->element.path();
    evidence.excerpt = shorten(href, 200);
    const auto url = Url::parse(href);
    const Visit* visit = url ? site_.visit_of(url->without_fragment()) : nullptr;
    const bool high = form->kind == "point" && from_high_above(address);
    links_.push_back({form, high, visit && leads_nowhere(visit->fetch), std::move(evidence)});
  }

  const Site& site_;
  std::vector<MapLink> links_;
  std::set<std::string> seen_;
};

std::set<std::string> leaders_in(const std::set<std::string>& countries) {
  std::set<std::string> leaders;
  for (const std::string& country : countries) {
    bool listed = false;
    for (std::string_view line : embedded_list("checks/data/map-leaders.txt")) {
      if (line.substr(0, line.find(' ')) != country) continue;
      listed = true;
      while (line.find(' ') != line.npos) {
        line.remove_prefix(line.find(' ') + 1);
        leaders.emplace(line.substr(0, line.find(' ')));
      }
    }
    if (!listed) leaders.insert("google");
  }
  return leaders;
}

std::set<std::string> countries_of(const Site& site, const Presence& presence) {
  std::set<std::string> countries;
  for (const auto& [country, evidence] : served_countries(site, presence))
    countries.insert(country);
  const std::string host(site.home_url().host());
  if (countries.empty()) countries.insert(country_of_zone(host.substr(host.rfind('.') + 1)));
  return countries;
}

void say_links(Facts& facts, const std::vector<MapLink>& links,
               const std::set<std::string>& leaders) {
  std::set<std::string> services;
  int cards = 0, places = 0;
  std::vector<Evidence> all, best;
  for (const MapLink& link : links) {
    if (all.size() < kMostEvidence) all.push_back(link.evidence);
    if (!link.dead) services.insert(link.form->name);
    const bool card = link.form->kind == "card";
    const bool place =
        link.form->kind == "search" || (link.form->kind == "point" && !link.whole_city);
    if (link.dead) continue;
    cards += card ? 1 : 0;
    places += place ? 1 : 0;
    if (card && best.size() < kMostEvidence) best.push_back(link.evidence);
  }
  const bool leader = std::any_of(leaders.begin(), leaders.end(),
                                  [&](const std::string& name) { return services.contains(name); });
  facts.say("services", services.size(), all);
  facts.say("leader", leader, all);
  facts.say("cards", cards, best.empty() ? all : best);
  facts.say("places", places, all);
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(maps_listing, *why);
  MapLinks found(site);
  std::size_t looked = 0;
  for (const Page* page : site.pages()) {
    if (++looked > kMostPages) break;
    found.read(*page);
  }
  const auto described = described_pages(site);
  for (const DescribedPage& page : described) found.read(page);
  if (found.links().empty()) {
    if (const auto why = contact_absence_unproven_because(site)) {
      return all_unknown(maps_listing, *why);
    }
    Facts none = all_not_applicable(maps_listing);
    none.say("present", false, {{site.home_url().href(), "links to maps", ""}});
    return none;
  }
  Facts facts;
  facts.say("present", true, {found.links().front().evidence});
  say_links(facts, found.links(), leaders_in(countries_of(site, presence)));
  say_rating(facts, stated_rating(described));
  return facts;
}

}  // namespace

const Check maps_listing{
    "maps-listing",
    {{"present", "", "a page links to a map service"},
     {"services", "", "map services that the pages link to"},
     {"leader", "", "one of them is the one that most people of the country use"},
     {"cards", "", "links to the company's own entry on a map"},
     {"places", "", "links to a search, a route or a point near enough to find the house"},
     {"rating", "%", "the rating that the pages state, of the best that could be given"},
     {"votes", "", "votes that the pages state for it"}},
    measure};

}  // namespace touchstone::checks
