#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/http_text.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check https_hardening;

namespace {

// Whether the server takes a version of TLS; a refused handshake is an answer, too.
struct Handshake {
  std::optional<bool> taken;
  std::optional<Reason> unseen;
};

Handshake handshake(const Site& site, const char* version) {
  const Visit* const visit = site.visit(Role::tls_version, version);
  if (!visit)
    return {{}, site.recording().foreign ? Reason::not_captured : Reason::budget_exhausted};
  const auto& fetch = visit->fetch;
  if (!fetch.hops.empty() && fetch.hops.back().certificate) return {true, {}};
  if (!fetch.fault) return {fetch.status() != 0, {}};
  const FaultKind kind = fetch.fault->kind;
  if (kind == FaultKind::tls || kind == FaultKind::protocol) return {false, {}};
  return {{}, unreadable_because(fetch).value_or(Reason::no_source)};
}

// The version that a connection of ours agreed on, which offered all that we know.
std::string agreed_version(const Site& site) {
  for (const Visit& visit : site.recording().visits) {
    if (visit.role == Role::tls_version || visit.fetch.hops.empty()) continue;
    const Hop& last = visit.fetch.hops.back();
    if (last.url.host() == site.host() && last.certificate) return last.certificate->protocol;
  }
  return "";
}

void say_versions(Facts& facts, const Site& site) {
  const std::string agreed = agreed_version(site);
  const Evidence at{site.home_url().href(), "TLS", agreed};
  const auto newest = handshake(site, "TLSv1.3"), before = handshake(site, "TLSv1.2");
  const bool has_newest = agreed == "TLSv1.3" || newest.taken == true;
  if (has_newest || newest.taken || !agreed.empty()) {
    facts.say("newest", has_newest, {at});
  } else {
    facts.unknown("newest", *newest.unseen);
  }
  const bool modern = has_newest || agreed == "TLSv1.2" || before.taken == true;
  if (modern || before.taken || !agreed.empty()) {
    facts.say("modern", modern, {at});
  } else {
    facts.unknown("modern", *before.unseen);
  }
  std::vector<Evidence> old;
  std::optional<Reason> unseen;
  for (const char* version : {"TLSv1", "TLSv1.1"}) {
    const auto shaken = handshake(site, version);
    if (shaken.taken == true) old.push_back({site.home_url().href(), "TLS", version});
    if (!shaken.taken) unseen = shaken.unseen;
  }
  if (old.empty() && unseen) {
    facts.unknown("outdated", *unseen);
  } else {
    facts.say("outdated", static_cast<int>(old.size()), old);
  }
}

// RFC 6797 section 6.1.
struct Hsts {
  std::optional<std::int64_t> max_age;
  bool subdomains = false, preload = false;
};

Hsts parse_hsts(std::string_view text) {
  Hsts hsts;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    std::string directive = lower_ascii(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(text.size(), end + 1));
    std::erase_if(directive, [](char c) { return c == '"' || c == ' ' || c == '\t'; });
    hsts.subdomains = hsts.subdomains || directive == "includesubdomains";
    hsts.preload = hsts.preload || directive == "preload";
    std::int64_t seconds = 0;
    if (!directive.starts_with("max-age=")) continue;
    const std::string_view digits = std::string_view(directive).substr(8);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
    if (read.ec == std::errc() && seconds >= 0) hsts.max_age = seconds;
  }
  return hsts;
}

void say_hsts(Facts& facts, const Page& home) {
  constexpr std::int64_t year = 31'536'000;
  const auto header = home.fetch().headers().get("strict-transport-security");
  const Hsts hsts = parse_hsts(header.value_or(""));
  const std::vector<Evidence> at{
      {home.url().href(), "strict-transport-security", shorten(header.value_or(""), 200)}};
  if (hsts.max_age) {
    facts.say("hsts_seconds", *hsts.max_age, at);
  } else {
    facts.absent("hsts_seconds", at);
  }
  facts.say("preload", hsts.preload && hsts.subdomains && hsts.max_age.value_or(0) >= year, at);
}

bool has_meta(const Page& home, std::string_view attribute, std::string_view value) {
  const auto metas = home.document()->find("//meta[@" + std::string(attribute) + "]");
  return std::any_of(metas.begin(), metas.end(), [&](const Element& meta) {
    return lower_ascii(meta.attribute(attribute).value_or("")) == value;
  });
}

void say_protections(Facts& facts, const Page& home) {
  const Headers& headers = home.fetch().headers();
  const std::string policy = lower_ascii(headers.get("content-security-policy").value_or(""));
  const std::pair<const char*, bool> protections[] = {
      {"content-security-policy",
       !policy.empty() || has_meta(home, "http-equiv", "content-security-policy")},
      {"x-content-type-options",
       lower_ascii(trimmed(headers.get("x-content-type-options").value_or(""))) == "nosniff"},
      {"referrer-policy", headers.has("referrer-policy") || has_meta(home, "name", "referrer")},
      {"x-frame-options",
       headers.has("x-frame-options") || policy.find("frame-ancestors") != std::string::npos},
      {"permissions-policy", headers.has("permissions-policy")}};
  std::vector<Evidence> found;
  for (const auto& [name, there] : protections) {
    if (there)
      found.push_back({home.url().href(), name, shorten(headers.get(name).value_or(""), 200)});
  }
  facts.say("protections", static_cast<int>(found.size()), found);
}

// "none", "version", "full" (the version of a program that is attacked by it).
void say_leak(Facts& facts, const Page& home) {
  static const RE2 version(R"(\d)");
  static const RE2 full(R"((?i)\b(?:php|apache|microsoft-iis)/\d+\.\d+)");
  std::string worst = "none";
  Evidence at{home.url().href(), "server", ""};
  for (const char* name : {"server", "x-powered-by", "x-aspnet-version"}) {
    const std::string text(home.fetch().headers().get(name).value_or(""));
    if (!RE2::PartialMatch(text, version) || worst == "full") continue;
    worst = RE2::PartialMatch(text, full) ? "full" : "version";
    at = {home.url().href(), name, shorten(text, 100)};
  }
  facts.say("leak", worst, {at});
  facts.say("leaked", at.excerpt, {at});
}

Facts measure(const Site& site, const Presence&) {
  Facts facts = all_not_applicable(https_hardening);
  const auto closed = home_closed_because(site);
  if (closed == Reason::parked) return all_unknown(https_hardening, *closed);
  if (site.home_url().is_https()) say_versions(facts, site);
  if (closed) {
    for (const char* name : {"hsts_seconds", "preload", "protections", "leak", "leaked"}) {
      facts.unknown(name, *closed);
    }
    return facts;
  }
  if (site.home_url().is_https()) say_hsts(facts, *site.home());
  say_protections(facts, *site.home());
  say_leak(facts, *site.home());
  return facts;
}

}  // namespace

const Check https_hardening{
    "https-hardening",
    {{"newest", "", "the server speaks TLS 1.3"},
     {"modern", "", "the server speaks TLS 1.2 or 1.3"},
     {"outdated", "", "how many of TLS 1.0 and 1.1 the server still speaks"},
     {"hsts_seconds", "s", "how long browsers are to insist on https; absent: not told"},
     {"preload", "", "the domain may be put on the browsers' own list for https"},
     {"protections", "",
      "of five header fields that protect visitors: content, sniffing, "
      "referrer, frames, permissions"},
     {"leak", "", "what the server tells of its programs: none, version, full"},
     {"leaked", "", "the header field that tells it"}},
    measure};

}  // namespace touchstone::checks
