#pragma once

// One question to the network and all that came back: every hop, the body, or the fault that
// ended it. A 404 is a success here; a timeout is data. A plain value, the same whether it was
// just received or read from a capture.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/headers.h"
#include "site/url.h"

namespace touchstone {

using Time = std::chrono::sys_time<std::chrono::milliseconds>;  // UTC

enum class FaultKind {
  name_not_found,      // NXDOMAIN
  name_undecided,      // SERVFAIL, REFUSED or timeout of the name server
  no_address,          // the name exists and has no address (NODATA)
  refused,             // the connection was refused
  unreachable,         // no route, reset before an answer
  timeout,             // no answer, or not all of it, in time
  tls,                 // the handshake or the verification of the certificate failed
  redirect_loop,       // the same address twice in one chain of hops
  too_many_redirects,  // more than 20 hops
  bad_redirect,        // a Location that leads to no http(s) address
  protocol,            // an answer that is no HTTP, a broken body, broken encoding
  too_large,           // headers over their limit, or a decompression bomb
  forbidden_address,   // private, loopback or link-local, and not named by the user
  robots_disallowed,   // robots.txt says no; nothing was asked
  robots_unreachable,  // robots.txt could not be read (RFC 9309 section 2.3.1.4); nothing was asked
  rate_limited,        // not asked, because the host had said 429 or 503 before
  budget_exhausted,    // not asked, because the plan's limit of requests or time was reached
  interrupted,         // the user stopped the audit before it was seen
  not_captured,        // a capture made by another tool lacks it
};

std::string_view to_string(FaultKind kind);  // "name-not-found", ...
std::optional<FaultKind> fault_kind_from(std::string_view text);

struct Fault {
  FaultKind kind = FaultKind::protocol;
  std::string detail;  // one line for people, from the library that said it; may be empty

  friend bool operator==(const Fault&, const Fault&) = default;
};

// Microseconds from the start of one hop's request, as libcurl's getinfo gives them; 0: not
// measured. On a reused connection name_lookup, connect and tls are 0.
struct Timing {
  std::int64_t name_lookup = 0;
  std::int64_t connect = 0;      // TCP is up (CURLINFO_CONNECT_TIME_T, plus our name look-up)
  std::int64_t tls = 0;          // TLS is up (APPCONNECT)
  std::int64_t pretransfer = 0;  // the request is about to be sent
  std::int64_t first_byte = 0;   // STARTTRANSFER
  std::int64_t total = 0;

  friend bool operator==(const Timing&, const Timing&) = default;
};

// The leaf certificate of a TLS connection and how its verification ended.
struct Certificate {
  std::string subject;  // "CN=example.com"
  std::string issuer;
  std::vector<std::string> names;  // subjectAltName DNS and IP entries, lower case
  Time not_before{}, not_after{};
  std::string key_algorithm;  // "rsa", "ec", "ed25519", ...
  int key_bits = 0;
  std::string signature_algorithm;  // "sha256WithRSAEncryption", "ecdsa-with-SHA256", ...
  std::string protocol;             // "TLSv1.3"
  int chain_length = 0;             // certificates sent, the leaf included
  bool verified = false;
  std::string verify_error;  // empty when verified: "certificate has expired", ...

  friend bool operator==(const Certificate&, const Certificate&) = default;
};

struct Hop {
  Url url;
  int status = 0;  // 0: no status line was received
  Headers headers;
  Timing timing;
  std::string http_version;  // "1.1", "2", "3"
  std::string address;       // the peer's IP address; empty when not connected
  std::optional<Certificate> certificate;

  friend bool operator==(const Hop&, const Hop&) = default;
};

struct Fetch {
  Url asked;
  std::string method = "GET";   // "GET" or "HEAD"
  std::vector<Hop> hops;        // the redirects in order, the final answer last; may be empty
  std::string body;             // of the last hop; content coding undone, capped
  bool truncated = false;       // the cap cut the body
  std::int64_t wire_bytes = 0;  // bytes of the last hop's body as transferred
  std::optional<Fault> fault;   // what ended it; absent when an answer was received whole
  int attempt = 1;              // 2 and more: asked again after a fault
  Time when{};                  // when it was asked

  // The status of the last hop, 0 when nobody answered.
  int status() const { return hops.empty() ? 0 : hops.back().status; }
  bool ok() const { return !fault && status() >= 200 && status() < 300; }
  const Url& answered() const { return hops.empty() ? asked : hops.back().url; }
  // The headers of the last hop; empty when nobody answered.
  const Headers& headers() const;
  // REDIRECT + STARTTRANSFER in microseconds over all hops (the wait of `ttfb`); 0 unmeasured.
  std::int64_t first_byte_us() const;

  friend bool operator==(const Fetch&, const Fetch&) = default;
};

}  // namespace touchstone
