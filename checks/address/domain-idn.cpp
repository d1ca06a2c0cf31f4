#include "checks/check.h"
#include "checks/unseen.h"
#include "site/public_suffix.h"
#include "site/script_mix.h"
#include "site/text.h"

namespace touchstone::checks {

extern const Check domain_idn;

namespace {

bool is_international(std::string_view host) {
  return host.starts_with("xn--") || host.find(".xn--") != std::string_view::npos;
}

// The name in a script of its own: the one that answers, or the one that was typed.
std::optional<std::string> international_host(const Site& site) {
  if (is_international(site.host())) return site.host();
  const std::string asked(site.recording().asked.host());
  if (is_international(asked)) return asked;
  return std::nullopt;
}

bool is_single_script(const std::string& host) {
  for (std::size_t at = 0; at < host.size();) {
    const auto end = std::min(host.find('.', at), host.size());
    if (!is_highly_restrictive(host_to_unicode(host.substr(at, end - at)))) return false;
    at = end + 1;
  }
  return true;
}

bool is_permanent(const Hop& hop) {
  return hop.status == 301 || hop.status == 308;
}

// A name of the other kind that leads to the site, and whether for good.
void say_twin(Facts& facts, const Site& site) {
  bool asked = false;
  for (const Role role : {Role::home, Role::twin}) {
    for (const Visit* visit : site.visits(role)) {
      const Fetch& fetch = visit->fetch;
      if (is_international(fetch.asked.host()) == is_international(site.host())) continue;
      asked = true;
      if (!fetch.ok() || fetch.hops.size() < 2 || fetch.answered().host() != site.host()) continue;
      bool permanent = true;
      for (std::size_t i = 0; i + 1 < fetch.hops.size(); ++i)
        permanent = permanent && is_permanent(fetch.hops[i]);
      const Evidence evidence{fetch.asked.href(), "redirect", fetch.answered().href()};
      // The redirect itself and the name that it begins at.
      facts.say("twin", permanent, {evidence}).signals = 2;
      return;
    }
  }
  if (asked) {
    facts.say("twin", false);
  } else {
    facts.unknown("twin", Reason::no_source);
  }
}

// "xn--..." is a code between machines.
void say_shown(Facts& facts, const Page& home) {
  std::vector<Evidence> evidence;
  const auto look = [&](const std::string& text, const std::string& place) {
    const auto at = text.find("xn--");
    if (at != text.npos)
      evidence.push_back({home.url().href(), place, shorten(text.substr(at, 200), 80)});
  };
  look(home.text(), "text");
  look(home.title(), "title");
  for (const auto* name : {"og:title", "og:description", "og:site_name"})
    look(home.meta(name).value_or(""), name);
  const bool shown = !evidence.empty();
  facts.say("code_shown", shown, std::move(evidence));
}

Facts measure(const Site& site, const Presence&) {
  const auto host = international_host(site);
  if (!host) return all_not_applicable(domain_idn);
  Facts facts;
  const std::string unicode = host_to_unicode(*host);
  const std::vector<Evidence> read{{site.home_url().href(), "host name", unicode}};
  facts.say("round_trip", unicode != *host && host_to_ascii(unicode) == *host, read);
  facts.say("single_script", is_single_script(*host), read);
  say_twin(facts, site);
  if (const auto why = home_closed_because(site)) {
    facts.unknown("code_shown", *why);
  } else {
    say_shown(facts, *site.home());
  }
  return facts;
}

}  // namespace

const Check domain_idn{
    "domain-idn",
    {{"round_trip", "", "the name and its code are turned into each other without loss"},
     {"single_script", "", "it is written in one script, or as Chinese, Japanese and Korean are"},
     {"twin", "", "a name in plain letters, or in the own script, redirects to the site for good"},
     {"code_shown", "", "the code of the name stands in text, title or preview"}},
    measure};

}  // namespace touchstone::checks
