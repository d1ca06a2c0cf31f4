#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "checks/country_names.h"
#include "checks/presence/dialling.h"
#include "checks/presence/finders.h"
#include "checks/presence/glyphs.h"
#include "checks/presence/phone_shape.h"
#include "site/embedded.h"

namespace touchstone {

namespace {

constexpr std::size_t kMostRegions = 6;
constexpr std::size_t kMostNumbers = 200;  // with "+", looked at for their country

std::string upper(std::string_view text) {
  std::string raised(text);
  for (char& c : raised) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return raised;
}

// Scores of regions; what is no region with telephones is passed over.
class Votes {
 public:
  void add(std::string_view region, int weight) {
    std::string code = upper(region);
    if (code == "UK") code = "GB";
    if (code.size() == 2 && is_region(code)) votes_[code] += weight;
  }
  std::vector<std::string> ranked() const {
    std::vector<std::pair<std::string, int>> order(votes_.begin(), votes_.end());
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> regions;
    for (const auto& [region, votes] : order) {
      if (regions.size() < kMostRegions) regions.push_back(region);
    }
    return regions;
  }

 private:
  std::map<std::string, int> votes_;
};

void hear_zone(const Site& site, Votes& votes) {
  const std::string host = site.host();
  const auto zone = host.substr(host.find_last_of('.') + 1);
  const auto neutral = embedded_list("checks/data/neutral-zones.txt");
  if (std::find(neutral.begin(), neutral.end(), zone) != neutral.end()) return;
  if (zone == "xn--p1ai" || zone == "su") return votes.add("RU", 60);
  if (zone == "xn--j1amh") return votes.add("UA", 60);
  votes.add(zone, 60);
}

// "pt-BR", "ru_RU". Templates say "en-US" whatever the country.
void hear_tag(std::string_view tag, int weight, Votes& votes) {
  const auto cut = tag.find_last_of("-_");
  if (cut == std::string_view::npos) return;
  const bool of_template = tag.starts_with("en") && upper(tag.substr(cut + 1)) == "US";
  votes.add(tag.substr(cut + 1), of_template ? weight / 2 : weight);
}

void hear_language(const std::string& language, int weight, Votes& votes) {
  for (const auto line : embedded_list("checks/data/language-regions.txt")) {
    if (!line.starts_with(language + " ")) continue;
    for (std::size_t at = language.size(); at < line.size(); at += 3) {
      votes.add(line.substr(at + 1, 2), weight);
      weight = std::max(1, weight / 2);
    }
  }
}

// Every number with a country code, once.
class Numbers {
 public:
  void hear(std::string_view text, Votes& votes) {
    const std::string digits = digits_in(text);
    if (digits.size() < 8 || digits.size() > 15 || seen_.size() >= kMostNumbers) return;
    if (!seen_.emplace(digits, true).second) return;
    if (const auto number = dial("+" + digits, "")) votes.add(number->region, 40);
  }

 private:
  std::map<std::string, bool> seen_;
};

void hear_text(const Reading& reading, Numbers& numbers, Votes& votes) {
  const std::string& text = reading.text();
  for (auto at = text.find('+'); at != std::string::npos; at = text.find('+', at + 1)) {
    std::string looks;
    for (const auto& glyph : glyphs_of(std::string_view(text).substr(at + 1, 40))) {
      const char c = glyph.look;
      if (c == '\n' || c == '+' || c == 'a' || c == 'c' || c == ',') break;
      looks += c;
    }
    numbers.hear(looks, votes);
  }
}

void hear_links(const Page& page, Numbers& numbers, Votes& votes) {
  for (const auto& link : page.links()) {
    if (link.href.starts_with("tel:+") || link.href.starts_with("tel:00")) {
      const auto digits = digits_in(link.href);
      numbers.hear(digits.starts_with("00") ? digits.substr(2) : digits, votes);
    } else if (link.url &&
               (link.url->host() == "wa.me" || link.url->host() == "api.whatsapp.com")) {
      numbers.hear(link.url->host() == "wa.me" ? link.url->path() : link.url->query(), votes);
    }
  }
}

// Once a country: offices abroad are many.
void hear_addresses(const std::vector<PostalAddress>& addresses, Votes& votes) {
  std::set<std::string> countries;
  for (const PostalAddress& address : addresses) {
    const auto country = country_of_address(address.text);
    if (country && countries.insert(*country).second) votes.add(*country, 30);
  }
}

}  // namespace

std::vector<std::string> likely_regions(const Site& site, const PageSources& sources,
                                        const std::vector<PostalAddress>& addresses) {
  Votes votes;
  Numbers numbers;
  hear_zone(site, votes);
  hear_addresses(addresses, votes);
  for (const auto& source : sources) {
    const Page& page = source.page();
    const bool home = &source == &sources.front();
    hear_tag(page.declared_language(), home ? 24 : 2, votes);
    if (home) {
      if (const auto locale = page.meta("og:locale")) hear_tag(*locale, 16, votes);
      if (const auto place = page.meta("geo.region")) votes.add(place->substr(0, 2), 30);
      hear_language(
          page.language().empty() ? page.declared_language().substr(0, 2) : page.language(), 20,
          votes);
    } else if (sources.size() < 20) {
      hear_language(page.language(), 2, votes);
    }
    for (const auto& thing : source.things) {
      if (const auto country = thing.text("addressCountry")) votes.add(*country, 30);
    }
    hear_links(page, numbers, votes);
    hear_text(source.reading, numbers, votes);
  }
  return votes.ranked();
}

}  // namespace touchstone
