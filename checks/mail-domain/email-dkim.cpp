#include "checks/company_mail.h"
#include "checks/dkim_key.h"
#include "site/mail_domain.h"

namespace touchstone::checks {

extern const Check email_dkim;

namespace {

struct FoundKey {
  DkimKey key;
  Evidence evidence;
};

std::vector<FoundKey> keys_of(const Site& site, const std::vector<std::string>& names) {
  std::vector<FoundKey> keys;
  for (const auto& name : names) {
    const DnsAnswer* const answer = site.dns(name, DnsType::txt);
    if (!answer) continue;
    for (const auto& text : answer->records) {
      if (auto key = parse_dkim_key(text)) keys.push_back({*key, txt_evidence(name, text)});
    }
  }
  return keys;
}

// The weakest key decides: whoever breaks it writes in the company's name.
void say_keys(Facts& facts, const std::vector<FoundKey>& keys) {
  std::vector<Evidence> all, damaged, testing;
  const FoundKey* weakest = nullptr;
  for (const auto& found : keys) {
    all.push_back(found.evidence);
    if (found.key.kind.empty()) damaged.push_back(found.evidence);
    if (found.key.testing) testing.push_back(found.evidence);
    if (found.key.kind == "rsa" && (!weakest || found.key.bits < weakest->key.bits))
      weakest = &found;
  }
  facts.say("keys", static_cast<int>(all.size()), all);
  facts.say("damaged", static_cast<int>(damaged.size()), damaged);
  facts.say("testing", !testing.empty(), testing);
  if (weakest) {
    facts.say("rsa_bits", weakest->key.bits, {weakest->evidence});
  } else {
    facts.absent("rsa_bits");
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (auto facts = no_mail_domain(email_dkim, site)) return *std::move(facts);
  auto names = dkim_names(company_mail(site, presence).domain);
  const DnsAnswer* const nobody = site.dns(names.front(), DnsType::txt);
  if (const auto why = unseen_because(site, nobody)) return all_unknown(email_dkim, *why);
  // A zone that answers every name shows no key of anybody's.
  if (!nobody->records.empty()) return all_unknown(email_dkim, Reason::no_source);
  names.erase(names.begin());
  const auto keys = keys_of(site, names);
  // Selectors cannot be listed, so that finding none proves nothing.
  if (keys.empty()) return all_unknown(email_dkim, Reason::no_source);
  Facts facts;
  say_keys(facts, keys);
  return facts;
}

}  // namespace

const Check email_dkim{
    "email-dkim",
    {{"keys", "", "keys found under the selectors that providers use"},
     {"damaged", "", "keys that cannot be read"},
     {"testing", "", "a key is marked as a test, so that receivers take no notice"},
     {"rsa_bits", "bits", "the shortest RSA key; absent: none is of this kind"}},
    measure};

}  // namespace touchstone::checks
