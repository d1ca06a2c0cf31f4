#include "checks/check.h"
#include "checks/company_data.h"
#include "checks/unseen.h"

namespace touchstone::checks {

extern const Check structured_data_local;

namespace {

const std::vector<std::string_view>& recommended() {
  static const std::vector<std::string_view> names{
      "telephone", "openingHours|openingHoursSpecification", "geo", "priceRange", "url", "image"};
  return names;
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) return all_unknown(structured_data_local, *why);
  const auto pages = described_pages(site);
  auto wanted = recommended();
  wanted.insert(wanted.end(), {"name", "address|areaServed"});
  const CompanyThing business = fullest_thing(pages, is_local_business, wanted).found;
  Facts facts;
  if (!business.thing) {
    if (const auto why = description_unproven_because(site)) {
      return all_unknown(structured_data_local, *why);
    }
    facts = all_not_applicable(structured_data_local);
    facts.say("present", false, {{site.home_url().href(), "JSON-LD, microdata, RDFa", ""}});
    return facts;
  }
  const Thing& thing = *business.thing;
  int extras = 0;
  for (const auto names : recommended()) {
    const auto bar = names.find('|');
    const bool other = bar != names.npos && thing.has(names.substr(bar + 1));
    extras += thing.has(names.substr(0, bar)) || other ? 1 : 0;
  }
  facts.say("present", true, {business.evidence()});
  facts.say("named", thing.has("name"), {business.evidence("name")});
  facts.say("placed", thing.has("address") || thing.has("areaServed"),
            {business.evidence("address")});
  facts.say("extras", extras, {business.evidence()});
  say_agreement(facts, agreement_of(business, pages, site, presence, CompareHours::yes));
  return facts;
}

}  // namespace

const Check structured_data_local{
    "structured-data-local",
    {{"present", "", "home, contact or about describe a local business for machines"},
     {"named", "", "the data have its name"},
     {"placed", "", "the data have its address, or the area that it serves"},
     {"extras", "", "of phone, hours, position, price range, site and picture"},
     {"compared", "", "of hours, phone and address, those that the pages show too"},
     {"contradictions", "", "of these, those that differ"}},
    measure};

}  // namespace touchstone::checks
