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

// OpenSSL's words for what CURLINFO_SSL_VERIFYRESULT says after a verification that failed:
// "certificate has expired". libcurl itself compares the name, after OpenSSL was content with the
// chain and before it stores that, so that X509_V_OK and libcurl's initial value mean the name.
std::string verify_error_text(long code);

// The file can be read and holds at least one PEM certificate.
bool holds_certificates(const std::string& path);

// Makes one TLS context as lenient as browsers are where leniency costs no trust. `context`:
// SSL_CTX*.
void relax_like_browsers(void* context);

}  // namespace touchstone
