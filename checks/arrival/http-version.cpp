#include <re2/re2.h>

#include "checks/check.h"

namespace touchstone::checks {

extern const Check http_version;

namespace {

// HTTP/3 is announced by Alt-Svc (RFC 7838 section 3) or by an HTTPS record (RFC 9460 section 7.1).
void say_announced(Facts& facts, const Site& site, const Fetch& home) {
  static const RE2 h3(R"((?:^|[\s,=])h3(?:-\d+)?(?:$|[\s,="]))");
  for (const std::string_view field : home.headers().all("alt-svc")) {
    if (!RE2::PartialMatch({field.data(), field.size()}, h3)) continue;
    facts.say("http3_announced", true,
              {{home.answered().href(), "alt-svc", std::string(field.substr(0, 200))}});
    return;
  }
  const DnsAnswer* answer = site.dns(home.answered().host(), DnsType::https);
  for (const std::string& record : answer ? answer->records : std::vector<std::string>{}) {
    if (!RE2::PartialMatch(record, h3)) continue;
    facts.say("http3_announced", true, {{answer->name, "DNS HTTPS", record.substr(0, 200)}});
    return;
  }
  facts.say("http3_announced", false);
}

Facts measure(const Site& site, const Presence&) {
  const Visit* home = site.visit(Role::home);
  if (!home || home->fetch.status() == 0) {
    return all_unknown(http_version, site.closed_because().value_or(Reason::no_source));
  }
  Facts facts;
  const std::string& version = home->fetch.hops.back().http_version;
  if (version.empty()) {
    facts.unknown("protocol", Reason::not_captured);
  } else {
    facts.say("protocol", "HTTP/" + version,
              {{home->fetch.answered().href(), "status line", "HTTP/" + version}});
  }
  say_announced(facts, site, home->fetch);
  return facts;
}

}  // namespace

const Check http_version{"http-version",
                         {{"protocol", "", "the version of HTTP that home was answered by"},
                          {"http3_announced", "", "Alt-Svc or an HTTPS record offers HTTP/3"}},
                         measure};

}  // namespace touchstone::checks
