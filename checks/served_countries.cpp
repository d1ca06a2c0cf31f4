#include "checks/served_countries.h"

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>

#include "checks/structured_data.h"
#include "site/embedded.h"
#include "site/url.h"

namespace touchstone {

namespace {

bool is_code(std::string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
         });
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::string country_of_number(const std::string& e164) {
  using i18n::phonenumbers::PhoneNumber;
  using i18n::phonenumbers::PhoneNumberUtil;
  const PhoneNumberUtil& numbers = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (numbers.Parse(e164, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return {};
  std::string region;
  numbers.GetRegionCodeForNumber(number, &region);
  return is_code(region) && region != "ZZ" ? region : std::string();
}

}  // namespace

std::map<std::string, std::vector<Evidence>> served_countries(const Site& site,
                                                              const Presence& presence) {
  std::map<std::string, std::vector<Evidence>> countries;
  for (const auto& country : site.recording().known.countries) {
    countries[country].push_back({"", "the company file", country});
  }
  if (!countries.empty()) return countries;
  for (const Phone& phone : presence.phones) {
    if (!phone.e164) continue;
    const std::string country = country_of_number(*phone.e164);
    if (!country.empty()) countries[country].push_back({phone.url, phone.place, *phone.e164});
  }
  for (const Page* page : site.sample()) {
    for (const Thing& thing : things_of(*page)) {
      const auto country = thing.text("addressCountry");
      if (country && is_code(*country)) {
        countries[upper(*country)].push_back({page->url().href(), "JSON-LD", *country});
      }
    }
  }
  return countries;
}

std::string country_of_zone(const std::string& top_level) {
  const std::string unicode = host_to_unicode(top_level);
  for (const std::string_view line : embedded_list("checks/data/country-zones.txt")) {
    const auto space = line.find(' ');
    if (line.substr(0, space) == unicode) return std::string(line.substr(space + 1));
  }
  return is_code(top_level) ? upper(top_level) : std::string();
}

}  // namespace touchstone
