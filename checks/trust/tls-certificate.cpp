#include <algorithm>
#include <map>

#include "checks/certificates.h"
#include "checks/check.h"

namespace touchstone::checks {

extern const Check tls_certificate;

namespace {

std::vector<Evidence> evidence_of(const std::string& host, const Certificate& certificate,
                                  std::string excerpt) {
  if (excerpt.empty()) excerpt = certificate.subject + ", by " + certificate.issuer;
  return {{"https://" + host + "/", "TLS certificate", std::move(excerpt)}};
}

void say_certificate(const std::string& host, const Certificate& certificate, Time now,
                     Facts& facts) {
  facts.say("verification", verification_of(certificate, host, now),
            evidence_of(host, certificate, certificate.verify_error));
  const std::string span =
      format_day(certificate.not_before) + " to " + format_day(certificate.not_after);
  if (certificate.not_after <= certificate.not_before) {
    facts.unknown("left", Reason::not_captured);
    facts.unknown("days_over_limit", Reason::not_captured);
  } else {
    facts.say("left", share_left(certificate, now), evidence_of(host, certificate, span));
    facts.say("days_over_limit", days_over_limit(certificate),
              evidence_of(host, certificate, span));
  }
  if (certificate.signature_algorithm.empty() || certificate.key_bits == 0) {
    for (const auto name : {"weak_signature", "key", "key_bits"}) {
      facts.unknown(name, Reason::not_captured);
    }
    return;
  }
  facts.say("weak_signature", has_weak_signature(certificate),
            evidence_of(host, certificate, certificate.signature_algorithm));
  const std::string key =
      certificate.key_algorithm + ", " + std::to_string(certificate.key_bits) + " bits";
  facts.say("key", certificate.key_algorithm, evidence_of(host, certificate, key));
  facts.say("key_bits", certificate.key_bits, evidence_of(host, certificate, key));
}

void say_hosts(const Site& site, Facts& facts) {
  std::vector<Evidence> invalid;
  for (const auto& [host, valid] : hosts_by_certificate(site)) {
    if (!valid) invalid.push_back({"https://" + host + "/", "TLS certificate", "not valid"});
  }
  const int count = static_cast<int>(invalid.size());
  facts.say("invalid_hosts", count, std::move(invalid));
}

// How the host's port 443 answered where no certificate was seen.
struct Attempt {
  bool made = false, refused = false, no_handshake = false;
  std::optional<Reason> unseen;
};

Attempt attempt_at(const Site& site, const std::string& host) {
  Attempt attempt;
  for (const Visit& visit : site.recording().visits) {
    if (!visit.fetch.asked.is_https() || visit.fetch.asked.host() != host) continue;
    attempt.made = true;
    if (!visit.fetch.fault) continue;
    const FaultKind kind = visit.fetch.fault->kind;
    attempt.refused = attempt.refused || kind == FaultKind::refused;
    attempt.no_handshake =
        attempt.no_handshake || kind == FaultKind::tls || kind == FaultKind::protocol;
    if (const auto reason = unreadable_because(visit.fetch)) attempt.unseen = reason;
  }
  return attempt;
}

Facts without_certificate(const Site& site, const std::string& host) {
  const Attempt attempt = attempt_at(site, host);
  const bool answers_http = site.home() && !site.home_url().is_https();
  Facts facts = all_not_applicable(tls_certificate);
  const std::string secure = "https://" + host + "/";
  if (answers_http && (attempt.refused || attempt.no_handshake)) {
    facts.say("https", false, {{secure, "TLS", attempt.refused ? "refused" : "no TLS"}});
  } else if (attempt.no_handshake) {
    facts.say("https", true, {{secure, "TLS", "no handshake"}});
    facts.say("verification", "no-handshake", {{secure, "TLS", "no handshake"}});
  } else {
    const Reason otherwise =
        site.recording().foreign ? Reason::not_captured : Reason::insufficient_evidence;
    return all_unknown(tls_certificate, attempt.unseen.value_or(otherwise));
  }
  return facts;
}

Facts measure(const Site& site, const Presence&) {
  const Visit* home = site.visit(Role::home);
  const bool insecure = home && home->fetch.fault && home->fetch.fault->kind == FaultKind::tls;
  const auto closed = site.closed_because();
  if (closed && !insecure) return all_unknown(tls_certificate, *closed);
  const std::string host = site.host();
  const Certificate* certificate = certificate_of(site, host);
  if (!certificate) return without_certificate(site, host);
  Facts facts;
  facts.say("https", true, evidence_of(host, *certificate, ""));
  say_certificate(host, *certificate, site.recording().taken, facts);
  say_hosts(site, facts);
  return facts;
}

}  // namespace

const Check tls_certificate{
    "tls-certificate",
    {{"https", "", "the site speaks https"},
     {"verification", "",
      "ok, expired, not-yet-valid, wrong-name, self-signed, unknown-issuer, "
      "chain-incomplete or no-handshake"},
     {"left", "%", "share of the certificate's lifetime that is left"},
     {"weak_signature", "", "signed by SHA-1 or MD5"},
     {"key", "", "the kind of its key"},
     {"key_bits", "bits", "the length of its key"},
     {"days_over_limit", "days", "its lifetime beyond the limit at its issue; negative: under it"},
     {"invalid_hosts", "", "own hosts whose certificate does not verify"}},
    measure};

}  // namespace touchstone::checks
