#pragma once

// What the certificates of a site say: names by RFC 9525, validity by RFC 5280, lifetimes by the
// CA/Browser Forum's limits. Pure, safe from several threads.

#include <map>
#include <string>
#include <string_view>

#include "site/site.h"

namespace touchstone {

// The certificate that this host shows: one that failed, where any did. Null: none was seen.
const Certificate* certificate_of(const Site& site, std::string_view host);

// Own hosts that were met over TLS, and whether every look verified.
std::map<std::string, bool> hosts_by_certificate(const Site& site);

// "ok", "expired", "not-yet-valid", "wrong-name", "self-signed", "chain-incomplete" (one
// certificate alone, of an issuer that browsers know) or "unknown-issuer".
std::string verification_of(const Certificate& certificate, std::string_view host, Time now);

// A name of the certificate covers the host; "*" stands for its whole first label.
bool covers(const Certificate& certificate, std::string_view host);

int share_left(const Certificate& certificate, Time now);  // percent of its lifetime, 0..100
bool has_weak_signature(const Certificate& certificate);   // SHA-1 or MD5
// Days of its lifetime over the limit that held when it was issued; negative: under it.
std::int64_t days_over_limit(const Certificate& certificate);

std::string format_day(Time time);  // "2026-03-15"

}  // namespace touchstone
