#pragma once

// What a TLS connection shows of its peer: the leaf certificate, the protocol, and whether the
// chain would be trusted.

#include <memory>
#include <optional>
#include <string>

#include "site/fetch.h"

namespace touchstone {

// `ssl`: OpenSSL's SSL* of a connection whose handshake is over. `verified`: it was made with
// verification, so there is nothing left to ask. Otherwise the chain is verified here for `host`
// against the system's store and `ca_file`, and verify_error says in OpenSSL's words what is
// wrong. Absent when the peer sent no certificate.
std::optional<Certificate> peer_certificate(void* ssl, bool verified, const std::string& host,
                                            const std::string& ca_file);

// What a peer showed when its certificate was verified, for handshakes that end there.
using PresentedCertificate = std::shared_ptr<std::optional<Certificate>>;

// Lets connections of `context` (SSL_CTX*) fill it: not verified, with OpenSSL's words for what is
// wrong ("hostname mismatch" where the chain was trusted). Of use only when the handshake failed.
void watch_verification(void* context, const PresentedCertificate& presented);

// The file can be read and holds at least one PEM certificate.
bool holds_certificates(const std::string& path);

// Makes one TLS context as lenient as browsers are where leniency costs no trust. `context`:
// SSL_CTX*.
void relax_like_browsers(void* context);

// Lets `context` (SSL_CTX*) speak "TLSv1", "TLSv1.1", "TLSv1.2" or "TLSv1.3" alone, with ciphers
// that OpenSSL takes for too weak today too: whether the other side speaks it is the question.
void speak_only(void* context, const std::string& version);

}  // namespace touchstone
