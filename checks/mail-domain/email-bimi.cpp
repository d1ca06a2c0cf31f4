#include <re2/re2.h>

#include "checks/company_mail.h"
#include "checks/presence/svg.h"
#include "site/dmarc.h"
#include "site/mail_domain.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check email_bimi;

namespace {

// Mailboxes show a logo only where forged mail is stopped.
void say_policy(Facts& facts, const Site& site, const std::string& domain) {
  const DmarcSearch search = find_dmarc(domain, lookup_in(site));
  if (!search.record) {
    const bool open = !search.unasked.empty() || search.undecided;
    if (open) {
      facts.unknown("dmarc_enforced", Reason::dns_undecided);
    } else {
      facts.say("dmarc_enforced", false, {{"_dmarc." + domain, "DNS TXT", "none"}});
    }
    return;
  }
  const auto& record = *search.record;
  const auto policy = dmarc_policy(record, search.inherited(domain)).value_or("none");
  facts.say("dmarc_enforced", policy != "none",
            {txt_evidence("_dmarc." + record.domain, record.text)});
}

// RFC 6170 section 5.2 and the BIMI draft ask for SVG Tiny PS.
void say_picture(Facts& facts, const Url& url, const std::string& svg) {
  static const RE2 profile(R"re((?i)<svg[^>]*\bbaseProfile\s*=\s*["']tiny-ps["'])re");
  const Image image = read_svg(svg);
  const std::string size = std::to_string(image.width) + " x " + std::to_string(image.height);
  facts.say("tiny_ps", RE2::PartialMatch(svg, profile), {{url.href(), "svg", shorten(svg, 100)}});
  facts.say("square", image.width == image.height, {{url.href(), "svg", size}});
}

// "ok", "not-https", "dead", "not-svg".
void say_logo(Facts& facts, const Site& site, const BimiRecord& record) {
  const std::string address = record.tags.value("l").value_or("");
  const auto url = Url::parse(address);
  if (!url || !url->is_https()) {
    facts.say("logo", "not-https", {txt_evidence(record.name, record.text)});
    return;
  }
  const Visit* const visit = site.visit(Role::mail_policy, "bimi-logo");
  const auto why = visit ? unreadable_because(visit->fetch) : std::optional(unasked_because(site));
  if (why) {
    for (const char* name : {"logo", "tiny_ps", "square"}) facts.unknown(name, *why);
    return;
  }
  const Evidence evidence{url->href(), "HTTP", std::to_string(visit->fetch.status())};
  if (!visit->fetch.ok()) {
    facts.say("logo", "dead", {evidence});
  } else if (read_svg(visit->fetch.body).format.empty()) {
    facts.say("logo", "not-svg", {evidence});
  } else {
    facts.say("logo", "ok", {evidence});
    say_picture(facts, *url, visit->fetch.body);
  }
}

// "none", "dead", "there".
void say_certificate(Facts& facts, const Site& site, const BimiRecord& record) {
  const std::vector<Evidence> at{txt_evidence(record.name, record.text)};
  if (record.tags.value("a").value_or("").empty()) {
    facts.say("certificate", "none", at);
    return;
  }
  const Visit* const visit = site.visit(Role::mail_policy, "bimi-certificate");
  if (!visit && Url::parse(*record.tags.value("a"))) {
    facts.unknown("certificate", unasked_because(site));
  } else if (const auto why = visit ? unreadable_because(visit->fetch) : std::nullopt) {
    facts.unknown("certificate", *why);
  } else {
    facts.say("certificate", visit && visit->fetch.ok() ? "there" : "dead", at);
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (auto facts = no_mail_domain(email_bimi, site)) return *std::move(facts);
  const std::string domain = company_mail(site, presence).domain;
  Facts facts = all_not_applicable(email_bimi);
  const auto record = find_bimi(domain, lookup_in(site));
  if (!record) {
    const DnsAnswer* const answer = site.dns("default._bimi." + domain, DnsType::txt);
    if (const auto why = unseen_because(site, answer)) return all_unknown(email_bimi, *why);
    facts.say("present", false, {{"default._bimi." + domain, "DNS TXT", "none"}});
    return facts;
  }
  // An empty address of the logo declines to show one.
  if (record->tags.value("l").value_or("").empty() && record->tags.has("l")) return facts;
  facts.say("present", true, {txt_evidence(record->name, record->text)});
  say_policy(facts, site, domain);
  say_logo(facts, site, *record);
  say_certificate(facts, site, *record);
  return facts;
}

}  // namespace

const Check email_bimi{
    "email-bimi",
    {{"present", "", "a BIMI record names a logo"},
     {"dmarc_enforced", "", "the DMARC policy is quarantine or reject"},
     {"logo", "", "what the logo's address leads to: ok, not-https, dead, not-svg"},
     {"certificate", "", "the mark's certificate: there, dead, none"},
     {"tiny_ps", "", "the logo is of the profile SVG Tiny PS"},
     {"square", "", "the logo is as wide as high"}},
    measure};

}  // namespace touchstone::checks
