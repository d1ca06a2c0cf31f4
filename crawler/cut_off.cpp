#include "crawler/cut_off.h"

#include <algorithm>

#include "crawler/address_guard.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

bool is_name_unfound(const Fetch& fetch) {
  return fetch.fault && fetch.fault->kind == FaultKind::name_not_found;
}

bool answered_at_home(const Fetch& fetch) {
  if (fetch.hops.empty()) return false;
  const auto address = IpAddress::parse(fetch.hops.back().address);
  return address && !is_public(*address);
}

// Only those that were asked tell anything; what was not has a fault and no hop.
bool found_somebody(const Fetch& fetch) {
  return !fetch.hops.empty() && !is_name_unfound(fetch);
}

}  // namespace

void excuse_the_cut_off(Recording& recording, const Url& home) {
  const auto is_foreign = [&](const Visit& visit) {
    return !same_company_host(visit.fetch.asked.host(), home.host());
  };
  bool private_home = false;
  for (const Visit& visit : recording.visits) {
    if (visit.role == Role::home) private_home = private_home || answered_at_home(visit.fetch);
    if (is_foreign(visit) && found_somebody(visit.fetch)) return;
  }
  if (!private_home) return;
  for (Visit& visit : recording.visits) {
    if (is_foreign(visit) && is_name_unfound(visit.fetch)) {
      visit.fetch.fault->kind = FaultKind::unreachable;
    }
  }
}

}  // namespace touchstone
