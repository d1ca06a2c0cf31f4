#include <algorithm>
#include <charconv>

#include "checks/company_mail.h"
#include "site/http_text.h"
#include "site/mail_domain.h"
#include "site/media_type.h"

namespace touchstone::checks {

extern const Check email_transport;

namespace {

// RFC 8461 section 3.2.
struct StsPolicy {
  std::string mode;
  std::optional<std::int64_t> max_age;
  std::vector<std::string> hosts;  // "mail.example.com", "*.example.com"
  bool versioned = false;

  bool is_sound() const {
    const bool known = mode == "enforce" || mode == "testing" || mode == "none";
    return versioned && known && max_age && (mode == "none" || !hosts.empty());
  }
};

StsPolicy parse_policy(std::string_view text) {
  constexpr std::size_t most_hosts = 100;
  StsPolicy policy;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    const auto colon = line.find(':');
    if (colon == line.npos) continue;
    const auto key = trimmed(line.substr(0, colon)), value = trimmed(line.substr(colon + 1));
    if (key == "version") policy.versioned = value == "STSv1";
    if (key == "mode") policy.mode = value;
    if (key == "mx" && policy.hosts.size() < most_hosts) policy.hosts.push_back(lower_ascii(value));
    std::int64_t seconds = 0;
    if (key == "max_age" &&
        std::from_chars(value.data(), value.data() + value.size(), seconds).ec == std::errc())
      policy.max_age = seconds;
  }
  return policy;
}

// "*.example.com" stands for one label (section 4.1).
bool covers(const std::string& pattern, const std::string& host) {
  if (!pattern.starts_with("*.")) return pattern == host;
  const auto dot = host.find('.');
  return dot != host.npos && host.substr(dot) == pattern.substr(1);
}

bool covers_all(const StsPolicy& policy, const std::vector<std::string>& hosts) {
  return std::all_of(hosts.begin(), hosts.end(), [&](const auto& host) {
    return std::any_of(policy.hosts.begin(), policy.hosts.end(),
                       [&](const auto& pattern) { return covers(pattern, host); });
  });
}

bool is_plain_text(const Fetch& fetch) {
  const auto type = parse_media_type(fetch.headers().get("content-type").value_or(""));
  return type && type->essence == "text/plain";
}

void say_policy(Facts& facts, const Site& site, const std::string& domain) {
  const Visit* const visit = site.visit(Role::mail_policy, "mta-sts");
  if (const auto why =
          visit ? unreadable_because(visit->fetch) : std::optional(unasked_because(site))) {
    for (const char* name : {"policy", "mode", "max_age"}) facts.unknown(name, *why);
    return;
  }
  const Fetch& fetch = visit->fetch;
  const auto say = [&](const char* policy, std::string excerpt) {
    facts.say("policy", policy, {{fetch.asked.href(), "HTTP", std::move(excerpt)}});
  };
  // Redirects are not followed (section 3.3).
  if (!fetch.ok() || fetch.status() != 200 || fetch.hops.size() != 1)
    return say("lost", fetch.fault ? fetch.fault->detail : std::to_string(fetch.status()));
  if (!is_plain_text(fetch))
    return say("not-text", std::string(fetch.headers().get("content-type").value_or("")));
  const StsPolicy policy = parse_policy(fetch.body);
  if (!policy.is_sound()) return say("broken", fetch.body.substr(0, 200));
  facts.say("mode", policy.mode, {{fetch.asked.href(), "mode", policy.mode}});
  facts.say("max_age", *policy.max_age / 86'400,
            {{fetch.asked.href(), "max_age", std::to_string(*policy.max_age)}});
  const DnsAnswer* const mx = site.dns(domain, DnsType::mx);
  if (const auto why = unseen_because(site, mx)) {
    facts.unknown("policy", *why);
  } else {
    const bool fits = policy.mode == "none" || covers_all(policy, mail_hosts(*mx));
    say(fits ? "ok" : "mismatch", policy.hosts.empty() ? policy.mode : policy.hosts.front());
  }
}

Facts measure(const Site& site, const Presence& presence) {
  if (auto facts = no_mail_domain(email_transport, site)) return *std::move(facts);
  const std::string domain = company_mail(site, presence).domain;
  const std::string sts_name = "_mta-sts." + domain, report_name = "_smtp._tls." + domain;
  const DnsAnswer* const sts = site.dns(sts_name, DnsType::txt);
  const DnsAnswer* const report = site.dns(report_name, DnsType::txt);
  for (const DnsAnswer* answer : {sts, report}) {
    if (const auto why = unseen_because(site, answer)) return all_unknown(email_transport, *why);
  }
  Facts facts = all_not_applicable(email_transport);
  const std::string* const demand = versioned_record(sts, "STSv1");
  const std::string* const reports = versioned_record(report, "TLSRPTv1");
  facts.say("present", demand || reports);
  facts.say("announced", demand != nullptr, {txt_evidence(sts_name, demand ? *demand : "none")});
  const bool sent = reports && !parse_tag_list(*reports).value("rua").value_or("").empty();
  facts.say("reports", sent, {txt_evidence(report_name, reports ? *reports : "none")});
  if (demand) say_policy(facts, site, domain);
  return facts;
}

}  // namespace

const Check email_transport{
    "email-transport",
    {{"present", "", "encryption is demanded (MTA-STS), or reports of it are (TLS-RPT)"},
     {"announced", "", "the DNS announces a policy of MTA-STS"},
     {"policy", "", "its file: ok, lost, not-text, broken, mismatch (with the mail servers)"},
     {"mode", "", "what the policy demands: enforce, testing, none"},
     {"max_age", "days", "how long senders keep the policy, in whole days"},
     {"reports", "", "an address for reports of encryption is named"}},
    measure};

}  // namespace touchstone::checks
