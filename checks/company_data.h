#pragma once

// What a company says of itself to machines, and whether people read the same on its pages. Pure,
// safe from several threads; linear in the pages.

#include <string>
#include <vector>

#include "checks/fact.h"
#include "checks/presence.h"
#include "checks/structured_data.h"
#include "site/site.h"

namespace touchstone {

// The pages on which a company describes itself: home, contact and about, as far as they were read.
struct DescribedPage {
  const Page* page = nullptr;
  StructuredData data;
};
std::vector<DescribedPage> described_pages(const Site& site);

// Why something may be described although none of those pages showed it; absent when it is not.
std::optional<Reason> description_unproven_because(const Site& site);

// A thing with the page it was read from.
struct CompanyThing {
  const DescribedPage* page = nullptr;
  const Thing* thing = nullptr;

  Evidence evidence(std::string_view property = {}) const;
};

// The fullest of the things that `wanted` names: the one with most of those properties (each entry
// may name several that stand for one: "telephone|contactPoint"). No thing: nothing of the kind.
struct FullestThing {
  CompanyThing found;
  int properties = 0;
};
FullestThing fullest_thing(const std::vector<DescribedPage>& pages, bool (*wanted)(const Thing&),
                           const std::vector<std::string_view>& properties);

// What was compared between the data and the text of those pages.
struct Agreement {
  int compared = 0, contradictions = 0;
  int signals = 1;  // looks that agree on a contradiction
  std::vector<Evidence> evidence;
};
enum class CompareHours { no, yes };
Agreement agreement_of(const CompanyThing& company, const std::vector<DescribedPage>& pages,
                       const Site& site, const Presence& presence, CompareHours hours);

// Says "compared" and "contradictions".
void say_agreement(Facts& facts, const Agreement& agreement);

}  // namespace touchstone
