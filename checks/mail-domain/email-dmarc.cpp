#include <algorithm>
#include <charconv>

#include "checks/company_mail.h"
#include "site/dmarc.h"
#include "site/http_text.h"
#include "site/mail_domain.h"

namespace touchstone::checks {

extern const Check email_dmarc;

namespace {

std::string place_of(const DmarcRecord& record) {
  return "_dmarc." + record.domain;
}

// A policy that says anything but the three words is as bad as none.
bool is_understood(const DmarcRecord& record, bool inherited) {
  if (!record.tags.well_formed) return false;
  const bool has_word = record.tags.has("p") || (inherited && record.tags.has("sp"));
  return !has_word || dmarc_policy(record, inherited).has_value();
}

void say_record(Facts& facts, const DmarcRecord& record, bool inherited) {
  const std::vector<Evidence> at{txt_evidence(place_of(record), record.text)};
  facts.say("understood", is_understood(record, inherited), at);
  facts.say("names_policy", record.tags.has("p"), at);
  std::vector<Evidence> dropped;
  for (const char* tag : {"pct", "rf", "ri"}) {
    if (const auto value = record.tags.value(tag))
      dropped.push_back({place_of(record), "DNS TXT", std::string(tag) + "=" + *value});
  }
  facts.say("dropped_tags", static_cast<int>(dropped.size()), dropped);
  facts.say("policy", dmarc_policy(record, inherited).value_or("none"), at);
  facts.say("testing", lower_ascii(record.tags.value("t").value_or("")) == "y", at);
  const std::string share = record.tags.value("pct").value_or("100");
  int percent = 100;
  std::from_chars(share.data(), share.data() + share.size(), percent);
  facts.say("percent", std::clamp(percent, 0, 100), at);
}

// Reports reach nobody when no domain that they go to takes mail.
void say_reports(Facts& facts, const Site& site, const DmarcRecord& record) {
  const auto domains = report_domains(record);
  facts.say("reports", !domains.empty(), {txt_evidence(place_of(record), record.text)});
  if (domains.empty()) return;
  std::vector<Evidence> lost;
  std::optional<Reason> unseen;
  for (const auto& domain : domains) {
    const DnsAnswer* const mx = site.dns(domain, DnsType::mx);
    if (const auto why = unseen_because(site, mx)) {
      unseen = why;
    } else if (mail_hosts(*mx).empty()) {
      lost.push_back({domain, "DNS MX", "none"});
    } else {
      facts.say("reports_arrive", true, {{domain, "DNS MX", mx->records.front()}});
      return;
    }
  }
  if (unseen) {
    facts.unknown("reports_arrive", *unseen);
  } else {
    facts.say("reports_arrive", false, std::move(lost));
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (auto facts = no_mail_domain(email_dmarc, site)) return *std::move(facts);
  const std::string domain = company_mail(site, presence).domain;
  const DmarcSearch search = find_dmarc(domain, lookup_in(site));
  const bool found = search.record || !search.own.empty();
  if (!found && !search.unasked.empty()) return all_unknown(email_dmarc, unasked_because(site));
  if (!found && search.undecided) return all_unknown(email_dmarc, Reason::dns_undecided);
  Facts facts = all_not_applicable(email_dmarc);
  facts.say("domain", domain);
  std::vector<Evidence> own;
  for (const auto& text : search.own) own.push_back(txt_evidence("_dmarc." + domain, text));
  facts.say("records", static_cast<int>(own.size()), own);
  facts.say("present", found, own);
  if (!search.record) return facts;
  facts.say("inherited", search.inherited(domain));
  say_record(facts, *search.record, search.inherited(domain));
  say_reports(facts, site, *search.record);
  return facts;
}

}  // namespace

const Check email_dmarc{
    "email-dmarc",
    {{"domain", "", "the domain of the published addresses, else that of the site"},
     {"present", "", "a DMARC record stands at the domain or at a parent"},
     {"records", "", "DMARC records of the domain itself; receivers bear one"},
     {"inherited", "", "the record is a parent's"},
     {"understood", "", "the record follows the grammar and names a known policy"},
     {"names_policy", "", "the record has the tag p"},
     {"dropped_tags", "", "tags that the standard has dropped: pct, rf, ri"},
     {"policy", "", "what receivers are to do with forged mail: none, quarantine, reject"},
     {"testing", "", "the policy is marked as a test (t=y)"},
     {"percent", "%", "the share of forged mail to which the policy applies (pct)"},
     {"reports", "", "an address for reports is named"},
     {"reports_arrive", "", "a domain to which reports go takes mail"}},
    measure};

}  // namespace touchstone::checks
