#include <set>

#include "checks/check.h"
#include "checks/unseen.h"
#include "site/embedded.h"
#include "site/public_suffix.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check webmaster_verification;

namespace {

// "google meta google-site-verification": whose sign it is, where, and how it begins.
struct Sign {
  std::string_view console, place, text;
};

std::vector<Sign> signs() {
  std::vector<Sign> list;
  for (std::string_view line : embedded_list("checks/data/search-consoles.txt")) {
    const auto console = line.substr(0, line.find(' '));
    line.remove_prefix(console.size() + 1);
    const auto place = line.substr(0, line.find(' '));
    list.push_back({console, place, line.substr(place.size() + 1)});
  }
  return list;
}

Facts measure(const Site& site, const Presence&) {
  std::set<std::string_view> consoles;
  std::vector<Evidence> evidence;
  const auto add = [&](const Sign& sign, Evidence found) {
    if (consoles.insert(sign.console).second) evidence.push_back(std::move(found));
  };
  const Page* home = site.home();
  const std::string host = site.host();
  const std::set<std::string> names{host, registrable_domain(host).value_or(host)};
  bool asked = false;
  for (const Sign& sign : signs()) {
    if (sign.place == "meta" && home) {
      const auto value = home->meta(sign.text);
      if (value && !collapse_spaces(*value).empty()) {
        add(sign, {home->url().href(), "meta " + std::string(sign.text), shorten(*value, 60)});
      }
    }
    for (const std::string& name : names) {
      const DnsAnswer* answer = site.dns(name, DnsType::txt);
      if (!answer || answer->outcome == DnsOutcome::undecided) continue;
      asked = true;
      if (sign.place != "txt") continue;
      for (const std::string& record : answer->records) {
        if (fold(record).starts_with(sign.text)) add(sign, {name, "DNS TXT", shorten(record, 60)});
      }
    }
  }
  Facts facts;
  const auto why = home ? absence_unproven_because(*home) : home_closed_because(site);
  if (consoles.empty() && (why || !asked)) {
    facts.unknown("consoles", why.value_or(Reason::dns_undecided));
  } else {
    facts.say("consoles", static_cast<int>(consoles.size()), std::move(evidence));
  }
  return facts;
}

}  // namespace

const Check webmaster_verification{
    "webmaster-verification",
    {{"consoles", "", "search engines whose console is connected by a meta tag or a TXT record"}},
    measure};

}  // namespace touchstone::checks
