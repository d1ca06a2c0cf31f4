#include "checks/check.h"
#include "site/media_type.h"
#include "site/public_suffix.h"
#include "site/reason.h"
#include "site/registration.h"

namespace touchstone::checks {

extern const Check domain_expiry;

namespace {

// Why the registry's answer says nothing.
Reason unread_because(const Visit* visit) {
  if (!visit) return Reason::no_source;
  return unreadable_because(visit->fetch).value_or(Reason::no_source);
}

Facts measure(const Site& site, const Presence&) {
  if (!registrable_domain(site.host())) return all_not_applicable(domain_expiry);
  const Visit* const visit = site.visit(Role::registration);
  const auto registration =
      visit && visit->fetch.ok() ? read_registration(visit->fetch.body) : std::nullopt;
  if (!registration) return all_unknown(domain_expiry, unread_because(visit));

  Facts facts;
  const std::string asked = visit->fetch.answered().href();
  const auto says = [&](bool is, std::string status) {
    return is ? std::vector<Evidence>{{asked, "RDAP status", std::move(status)}}
              : std::vector<Evidence>{};
  };
  if (registration->expires) {
    const auto left =
        std::chrono::floor<std::chrono::days>(*registration->expires - site.recording().taken);
    facts.say("days_left", left.count(),
              {{asked, "RDAP event expiration", format_rfc3339(*registration->expires)}});
  } else {
    facts.unknown("days_left", Reason::no_source);
  }
  const bool redeemed = registration->has_status("redemption period");
  const bool deleted = registration->has_status("pending delete");
  facts.say("lapsed", redeemed || deleted,
            says(redeemed || deleted, redeemed ? "redemption period" : "pending delete"));
  const bool locked = registration->has_status("client transfer prohibited");
  if (registration->statuses.empty()) {
    facts.unknown("locked", Reason::no_source);
  } else {
    facts.say("locked", locked, says(locked, "client transfer prohibited"));
  }
  return facts;
}

}  // namespace

const Check domain_expiry{
    "domain-expiry",
    {{"days_left", "days", "until the registration ends"},
     {"lapsed", "", "the registration has ended: redemption period or pending delete"},
     {"locked", "", "nobody can move the domain away without the owner's doing"}},
    measure};

}  // namespace touchstone::checks
