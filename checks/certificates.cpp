#include "checks/certificates.h"

#include <algorithm>
#include <optional>

#include "site/embedded.h"
#include "site/media_type.h"

namespace touchstone {

namespace {

using std::chrono::days;

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return result;
}

bool is_known_issuer(const Certificate& certificate) {
  const std::string issuer = lowered(certificate.issuer);
  const auto known = embedded_list("checks/data/certificate-authorities.txt");
  return std::any_of(known.begin(), known.end(), [&](std::string_view authority) {
    return issuer.find(authority) != std::string::npos;
  });
}

// RFC 9525 section 6.3: the wildcard is the complete left-most label.
bool name_covers(std::string_view name, std::string_view host) {
  if (name == host) return true;
  if (!name.starts_with("*.")) return false;
  const auto dot = host.find('.');
  return dot != host.npos && dot > 0 && host.substr(dot) == name.substr(1);
}

// The host whose handshake ended the fetch.
std::string host_of_failure(const Fetch& fetch) {
  if (fetch.hops.empty()) return std::string(fetch.asked.host());
  const Hop& last = fetch.hops.back();
  const auto location = last.headers.get("location");
  if (last.status > 0 && location) {
    if (const auto next = last.url.resolve(*location)) return std::string(next->host());
  }
  return std::string(last.url.host());
}

}  // namespace

const Certificate* certificate_of(const Site& site, std::string_view host) {
  const Certificate* found = nullptr;
  for (const Visit& visit : site.recording().visits) {
    for (const Hop& hop : visit.fetch.hops) {
      if (!hop.certificate || hop.url.host() != host) continue;
      if (!found || !hop.certificate->verified) found = &*hop.certificate;
    }
  }
  return found;
}

std::map<std::string, bool> hosts_by_certificate(const Site& site) {
  std::map<std::string, bool> hosts;
  const auto note = [&](const std::string& host, bool valid) {
    const bool is_first = hosts.try_emplace(host, valid).second;
    if (!is_first) hosts[host] = hosts[host] && valid;
  };
  for (const Visit& visit : site.recording().visits) {
    if (visit.role == Role::tls_version) continue;  // that an old version is refused is well
    for (const Hop& hop : visit.fetch.hops) {
      if (hop.certificate && site.is_own(hop.url)) {
        note(std::string(hop.url.host()), hop.certificate->verified);
      }
    }
    const auto& fault = visit.fetch.fault;
    if (fault && fault->kind == FaultKind::tls && site.is_own(visit.fetch.asked)) {
      note(host_of_failure(visit.fetch), false);
    }
  }
  return hosts;
}

bool covers(const Certificate& certificate, std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return std::any_of(certificate.names.begin(), certificate.names.end(),
                     [&](const std::string& name) { return name_covers(name, host); });
}

std::string verification_of(const Certificate& certificate, std::string_view host, Time now) {
  if (certificate.verified) return "ok";
  if (now > certificate.not_after) return "expired";
  if (now < certificate.not_before) return "not-yet-valid";
  if (!covers(certificate, host)) return "wrong-name";
  if (certificate.subject == certificate.issuer) return "self-signed";
  const bool alone = certificate.chain_length <= 1;
  return alone && is_known_issuer(certificate) ? "chain-incomplete" : "unknown-issuer";
}

int share_left(const Certificate& certificate, Time now) {
  const std::int64_t life = (certificate.not_after - certificate.not_before).count();
  if (life <= 0) return 0;
  const std::int64_t left = (certificate.not_after - now).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, life) * 100 / life);
}

bool has_weak_signature(const Certificate& certificate) {
  const std::string algorithm = lowered(certificate.signature_algorithm);
  return algorithm.find("sha1") != algorithm.npos || algorithm.find("md5") != algorithm.npos;
}

std::int64_t days_over_limit(const Certificate& certificate) {
  std::int64_t limit = 0;
  for (const std::string_view line :
       embedded_list("checks/data/certificate-lifetimes.txt")) {  // from the oldest on
    const auto space = line.find(' ');
    const auto from = parse_rfc3339(std::string(line.substr(0, space)) + "T00:00:00Z");
    if (!from || certificate.not_before < *from) break;
    limit = std::stoll(std::string(line.substr(space + 1)));
  }
  const auto life =
      std::chrono::duration_cast<days>(certificate.not_after - certificate.not_before);
  return life.count() - limit;
}

std::string format_day(Time time) {
  return format_rfc3339(time).substr(0, 10);
}

}  // namespace touchstone
