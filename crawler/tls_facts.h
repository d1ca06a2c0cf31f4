#pragma once

// What a TLS connection shows of its peer: the leaf certificate, the protocol, and whether the
// chain would be trusted.

#include <optional>
#include <string>

#include "site/fetch.h"

namespace touchstone {

// `ssl`: OpenSSL's SSL* of a connection whose handshake is over. `verified`: it was made with
// verification, so there is nothing left to ask. Otherwise the chain is verified here for `host`
// against the system's store and `ca_file` and verify_error says in OpenSSL's words what is
// wrong. Absent when the peer sent no certificate.
std::optional<Certificate> certificate_of(void* ssl, bool verified, const std::string& host,
                                          const std::string& ca_file);

// OpenSSL's words for an X509_V_ERR code: "certificate has expired". A certificate of another name
// is found by libcurl after OpenSSL was content, so 0 says "hostname mismatch" here.
std::string verify_error_text(long code);

// Makes one TLS context as lenient as browsers are where leniency costs no trust. `context`:
// SSL_CTX*.
void relax_like_browsers(void* context);

}  // namespace touchstone
