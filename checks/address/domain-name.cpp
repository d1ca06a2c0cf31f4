#include <algorithm>

#include "checks/characters.h"
#include "checks/check.h"
#include "checks/company_name.h"
#include "checks/own_names.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check domain_name;

namespace {

// "www.shop.bücher.example" -> label "bücher", one extra label.
struct NameParts {
  std::string label;  // in Unicode
  int extra_labels = 0;
};

std::optional<NameParts> parts_of(const std::string& host) {
  const auto domain = registrable_domain(host);
  if (!domain) return std::nullopt;
  const std::string suffix = public_suffix(host);
  NameParts parts;
  parts.label = host_to_unicode(domain->substr(0, domain->size() - suffix.size() - 1));
  std::string before = host.substr(0, host.size() - domain->size());  // "www.shop."
  if (before.starts_with("www.")) before.erase(0, 4);
  parts.extra_labels = static_cast<int>(std::count(before.begin(), before.end(), '.'));
  return parts;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Digits of the label that stand in no name of the brand, a whole number at a time.
int foreign_digits(const std::string& label, const std::vector<CompanyName>& brands) {
  int foreign = 0;
  for (std::size_t at = 0; at < label.size(); ++at) {
    std::string number;
    while (at < label.size() && is_digit(label[at])) number += label[at++];
    if (number.empty()) continue;
    const bool in_brand = std::any_of(brands.begin(), brands.end(), [&](const CompanyName& brand) {
      return ascii_digits(brand.name).find(number) != std::string::npos;
    });
    if (!in_brand) foreign += static_cast<int>(number.size());
  }
  return foreign;
}

// A logo or a copyright line that agrees with the address counts; one that does not is no further
// sign against it.
void compare_with_brand(const std::string& label, const std::vector<CompanyName>& brands,
                        const std::vector<OwnName>& elsewhere, Facts& facts) {
  NameMatch best;
  const Evidence* nearest = nullptr;
  bool initials = false;
  std::vector<std::string> sources;
  for (const CompanyName& brand : brands) {
    const NameMatch match = match_brand(label, brand.name);
    if (!match.comparable) continue;
    if (std::find(sources.begin(), sources.end(), brand.evidence.place) == sources.end()) {
      sources.push_back(brand.evidence.place);
    }
    initials = initials || match.initials;
    if (!nearest || match.similarity > best.similarity) {
      best = match;
      nearest = &brand.evidence;
    }
  }
  for (const OwnName& name : elsewhere) {
    const NameMatch match = match_brand(label, name.name);
    if (!nearest || !match.comparable) continue;
    initials = initials || match.initials;
    if (match.similarity <= best.similarity && !match.initials) continue;
    best.similarity = std::max(best.similarity, match.similarity);
    nearest = &name.evidence;
  }
  if (!nearest) {
    const Reason why = brands.empty() ? Reason::no_source : Reason::language_unsupported;
    facts.unknown("brand_similarity", why);
    facts.unknown("brand_initials", why);
    return;
  }
  Fact& similarity = facts.say("brand_similarity", best.similarity, {*nearest});
  similarity.signals = static_cast<int>(sources.size());
  facts.say("brand_initials", initials, {*nearest});
}

Facts measure(const Site& site, const Presence&) {
  const std::string host = site.host();
  if (site.home_url().host_is_ip() || host == "localhost" || host.ends_with(".localhost")) {
    return all_not_applicable(domain_name);
  }
  const auto parts = parts_of(host);
  if (!parts) return all_not_applicable(domain_name);
  const std::string& label = parts->label;
  const std::vector<Evidence> read{{site.home_url().href(), "host name", host_to_unicode(host)}};

  Facts facts;
  facts.say("label_length", static_cast<int>(characters(label).size()), read);
  facts.say("hyphens", static_cast<int>(std::count(label.begin(), label.end(), '-')), read);
  facts.say("extra_labels", parts->extra_labels, read);
  if (const auto run = longest_consonant_run(label)) {
    // A second look at an address reads the same letters: nothing is left to confirm.
    facts.say("consonant_run", *run, read).signals = 2;
  } else {
    facts.not_applicable("consonant_run");
  }

  const auto closed = site.closed_because();
  const auto brands = closed ? std::vector<CompanyName>{} : company_names(site);
  const int digits = foreign_digits(label, brands);
  if (closed && digits > 0) {
    facts.unknown("digits", *closed);  // the name behind the closed door may have them
  } else {
    facts.say("digits", digits, read);
  }
  if (closed) {
    facts.unknown("brand_similarity", *closed);
    facts.unknown("brand_initials", *closed);
  } else {
    compare_with_brand(label, brands, own_names(site), facts);
  }
  return facts;
}

}  // namespace

const Check domain_name{
    "domain-name",
    {{"label_length", "characters", "the length of the name left of the public suffix"},
     {"hyphens", "", "hyphens in the name"},
     {"digits", "", "digits in the name that the brand does not have"},
     {"consonant_run", "", "the most consonants in a row"},
     {"brand_similarity", "%", "how near the name comes to what the company calls itself"},
     {"brand_initials", "", "the name is made of the first letters of the brand"},
     {"extra_labels", "", "further names before the domain, www left out"}},
    measure};

}  // namespace touchstone::checks
