#include "checks/company_mail.h"
#include "site/spf.h"
#include "site/spf_record.h"
#include "site/tag_list.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check email_spf;

namespace {

const char* name_of(SpfProblem problem) {
  switch (problem) {
    case SpfProblem::nothing:
      return "none";
    case SpfProblem::several_records:
      return "several";
    case SpfProblem::syntax:
      return "syntax";
    case SpfProblem::many_lookups:
      return "lookups";
    case SpfProblem::many_voids:
      return "voids";
    case SpfProblem::many_mx:
      return "mail-hosts";
    case SpfProblem::lost_target:
      return "lost";
  }
  return "none";
}

const char* name_of(SpfResult result) {
  if (result == SpfResult::pass) return "welcome";
  return result == SpfResult::neutral ? "undecided" : "refused";
}

// What the record itself says last, where receivers do not get that far.
std::optional<SpfResult> written_end(const std::string& record) {
  const SpfRecord parsed = parse_spf_record(record);
  for (const SpfTerm& term : parsed.terms) {
    if (term.kind != SpfTerm::Kind::all) continue;
    if (term.qualifier == '+') return SpfResult::pass;
    return term.qualifier == '?' ? SpfResult::neutral : SpfResult::fail;
  }
  return parsed.redirect ? std::nullopt : std::optional(SpfResult::neutral);
}

// Why the outcome may still change.
Reason open_because(const Site& site, const SpfOutcome& outcome) {
  return outcome.unasked.empty() ? Reason::dns_undecided : unasked_because(site);
}

void say_problem(Facts& facts, const Site& site, const std::string& domain,
                 const SpfOutcome& outcome) {
  facts.say("records", static_cast<int>(outcome.records.size()));
  const auto evidence = txt_evidence(domain, outcome.records.front());
  if (outcome.problem == SpfProblem::nothing &&
      (!outcome.unasked.empty() || outcome.result == SpfResult::temperror)) {
    facts.unknown("problem", open_because(site, outcome));
    return;
  }
  facts.say("problem", name_of(outcome.problem), {evidence});
  facts.say("lookups", outcome.lookups, {evidence});
  if (outcome.problem == SpfProblem::nothing) return;
  facts.say("where", outcome.problem_at);
  facts.say("term", shorten(outcome.problem_term, 60));
}

void say_strangers(Facts& facts, const Site& site, const std::string& domain,
                   const SpfOutcome& outcome) {
  if (outcome.records.size() > 1) return;  // none of them is heard
  const bool known = outcome.unasked.empty() && outcome.result != SpfResult::permerror &&
                     outcome.result != SpfResult::temperror;
  const auto end = known ? outcome.result : written_end(outcome.records.front());
  if (end) {
    facts.say("strangers", name_of(*end), {txt_evidence(domain, outcome.records.front())});
  } else if (outcome.result != SpfResult::permerror) {
    facts.unknown("strangers", open_because(site, outcome));
  }
}

// A domain that takes no mail and whose letters are all to be refused needs no record of senders.
bool is_without_mail(const Site& site, const std::string& domain) {
  const DnsAnswer* const mx = site.dns(domain, DnsType::mx);
  if (!mx || mx->records != std::vector<std::string>{"0 ."}) return false;
  const DnsAnswer* const dmarc = site.dns("_dmarc." + domain, DnsType::txt);
  const std::string* const record = versioned_record(dmarc, "DMARC1");
  return record && parse_tag_list(*record).value("p") == "reject";
}

Facts measure(const Site& site, const Presence& presence) {
  if (auto facts = no_mail_domain(email_spf, site)) return *std::move(facts);
  Facts facts = all_not_applicable(email_spf);
  const std::string domain = company_mail(site, presence).domain;
  const DnsAnswer* const txt = site.dns(domain, DnsType::txt);
  if (const auto why = unseen_because(site, txt)) return all_unknown(email_spf, *why);
  const SpfOutcome outcome = evaluate_spf(domain, lookup_in(site));
  facts.say("domain", domain);
  if (outcome.records.empty()) {
    if (is_without_mail(site, domain)) return all_not_applicable(email_spf);
    facts.say("present", false, {{domain, "DNS TXT", "no text that begins with v=spf1"}});
    return facts;
  }
  facts.say("present", true, {txt_evidence(domain, outcome.records.front())});
  say_problem(facts, site, domain, outcome);
  say_strangers(facts, site, domain, outcome);
  return facts;
}

}  // namespace

const Check email_spf{
    "email-spf",
    {{"domain", "", "the domain of the published addresses, else that of the site"},
     {"present", "", "there is an SPF record"},
     {"records", "", "SPF records; receivers bear one"},
     {"problem", "",
      "why receivers throw the record away: none, several, syntax, lookups, voids, "
      "mail-hosts, lost"},
     {"where", "", "the domain whose record has the problem"},
     {"term", "", "the part that has it, as written"},
     {"lookups", "", "parts that make a receiver ask; counted up to the first over the limit"},
     {"strangers", "",
      "mail from servers that nobody named is: refused (marked too), undecided, "
      "welcome"}},
    measure};

}  // namespace touchstone::checks
