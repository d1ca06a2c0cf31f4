#include "checks/check.h"
#include "checks/company_data.h"
#include "checks/unseen.h"

namespace touchstone::checks {

extern const Check structured_data_organization;

namespace {

constexpr std::size_t kMostEvidence = 20;

const std::vector<std::string_view>& properties() {
  static const std::vector<std::string_view> names{
      "name", "url", "logo", "sameAs", "telephone|contactPoint", "address"};
  return names;
}

void say_blocks(Facts& facts, const std::vector<DescribedPage>& pages) {
  int blocks = 0, broken = 0;
  std::vector<Evidence> evidence;
  for (const DescribedPage& page : pages) {
    blocks += page.data.blocks;
    for (const BrokenBlock& block : page.data.broken) {
      ++broken;
      if (evidence.size() == kMostEvidence) continue;
      evidence.push_back({page.page->url().href(),
                          "JSON-LD block " + std::to_string(block.block) + ", line " +
                              std::to_string(block.line) + ", column " +
                              std::to_string(block.column),
                          block.near});
    }
  }
  facts.say("broken_blocks", broken, evidence);
  facts.say("sound_blocks", blocks - broken, std::move(evidence));
}

Facts measure(const Site& site, const Presence& presence) {
  if (const auto why = home_closed_because(site)) {
    return all_unknown(structured_data_organization, *why);
  }
  const auto pages = described_pages(site);
  const auto [company, count] = fullest_thing(pages, is_organization, properties());
  Facts facts;
  say_blocks(facts, pages);
  if (company.thing) {
    facts.say("present", true, {company.evidence()});
    facts.say("properties", count, {company.evidence()});
    say_agreement(facts, agreement_of(company, pages, site, presence, CompareHours::no));
    return facts;
  }
  if (const auto why = description_unproven_because(site)) {
    return all_unknown(structured_data_organization, *why);
  }
  facts.say("present", false, {{site.home_url().href(), "JSON-LD, microdata, RDFa", ""}});
  for (const char* name : {"properties", "compared", "contradictions"}) facts.not_applicable(name);
  return facts;
}

}  // namespace

const Check structured_data_organization{
    "structured-data-organization",
    {{"present", "", "home, contact or about describe the company for machines"},
     {"broken_blocks", "", "blocks of JSON-LD on these pages that cannot be read"},
     {"sound_blocks", "", "blocks of JSON-LD on these pages that can be read"},
     {"properties", "", "of name, address of the site, logo, profiles, phone and address"},
     {"compared", "", "of phone and address, those that the pages show too"},
     {"contradictions", "", "of these, those that differ"}},
    measure};

}  // namespace touchstone::checks
