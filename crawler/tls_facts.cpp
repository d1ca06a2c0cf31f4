#include "crawler/tls_facts.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <memory>

#include "crawler/ascii.h"
#include "crawler/ip_address.h"

namespace touchstone {

namespace {

template <auto function>
struct Freed {
  template <typename T>
  void operator()(T* owned) const {
    function(owned);
  }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;
using Store = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;

std::string text_of(const X509_NAME* name) {
  const Bio bio(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &bytes);
  return bytes && size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

Time time_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (!time || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return Time(std::chrono::seconds(::timegm(&parts)));
}

std::string_view bytes_of(const ASN1_STRING* text) {
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(text)),
          static_cast<std::size_t>(ASN1_STRING_length(text))};
}

std::optional<std::string> address_text(std::string_view bytes) {
  std::array<std::uint8_t, 16> six{};
  if (bytes.size() == 16) {
    std::copy(bytes.begin(), bytes.end(), six.begin());
    return IpAddress::v6(six).to_string();
  }
  if (bytes.size() != 4) return std::nullopt;
  std::uint32_t four = 0;
  for (const char byte : bytes) four = four << 8 | static_cast<std::uint8_t>(byte);
  return IpAddress::v4(four).to_string();
}

std::vector<std::string> names_of(X509* leaf) {
  std::vector<std::string> found;
  const Names names(
      static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(leaf, NID_subject_alt_name, nullptr, nullptr)));
  for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
    const GENERAL_NAME* name = sk_GENERAL_NAME_value(names.get(), i);
    if (name->type == GEN_DNS) found.push_back(ascii_lower(bytes_of(name->d.dNSName)));
    if (name->type != GEN_IPADD) continue;
    if (auto address = address_text(bytes_of(name->d.iPAddress))) {
      found.push_back(*std::move(address));
    }
  }
  return found;
}

std::string key_algorithm_of(const EVP_PKEY* key) {
  switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
      return "rsa";
    case EVP_PKEY_EC:
      return "ec";
    case EVP_PKEY_DSA:
      return "dsa";
    case EVP_PKEY_ED25519:
      return "ed25519";
    case EVP_PKEY_ED448:
      return "ed448";
    default:
      return "other";
  }
}

// The code with which verification of the presented chain ends; X509_V_OK when it is sound.
int verify(X509* leaf, STACK_OF(X509) * chain, std::string_view host, const std::string& ca_file) {
  if (host.ends_with('.')) host.remove_suffix(1);
  const Store store(X509_STORE_new());
  X509_STORE_set_default_paths(store.get());
  if (!ca_file.empty()) X509_STORE_load_file(store.get(), ca_file.c_str());
  const StoreContext context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), leaf, chain);
  X509_STORE_CTX_set_default(context.get(), "ssl_server");
  X509_VERIFY_PARAM* const wanted = X509_STORE_CTX_get0_param(context.get());
  // As libcurl does: an intermediate in the CA file may end the chain.
  X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_TRUSTED_FIRST);
  if (const auto address = IpAddress::parse(host)) {
    X509_VERIFY_PARAM_set1_ip_asc(wanted, address->to_string().c_str());
  } else {
    X509_VERIFY_PARAM_set1_host(wanted, host.data(), host.size());
  }
  if (X509_verify_cert(context.get()) == 1) return X509_V_OK;
  const int error = X509_STORE_CTX_get_error(context.get());
  return error == X509_V_OK ? X509_V_ERR_APPLICATION_VERIFICATION : error;
}

Certificate facts_of(X509* leaf, const STACK_OF(X509) * chain, const SSL* ssl) {
  Certificate facts;
  facts.subject = text_of(X509_get_subject_name(leaf));
  facts.issuer = text_of(X509_get_issuer_name(leaf));
  facts.names = names_of(leaf);
  facts.not_before = time_of(X509_get0_notBefore(leaf));
  facts.not_after = time_of(X509_get0_notAfter(leaf));
  if (const EVP_PKEY* key = X509_get0_pubkey(leaf)) {
    facts.key_algorithm = key_algorithm_of(key);
    facts.key_bits = EVP_PKEY_get_bits(key);
  }
  facts.signature_algorithm = OBJ_nid2ln(X509_get_signature_nid(leaf));
  facts.protocol = SSL_get_version(ssl);
  facts.chain_length = chain ? sk_X509_num(chain) : 1;
  return facts;
}

// The context of a connection may outlive the request that opened it, so it owns its share.
void free_presented(void*, void* owned, CRYPTO_EX_DATA*, int, long, void*) {
  delete static_cast<PresentedCertificate*>(owned);
}

int presented_index() {
  static const int index = CRYPTO_get_ex_new_index(CRYPTO_EX_INDEX_SSL_CTX, 0, nullptr, nullptr,
                                                   nullptr, free_presented);
  return index;
}

// Verifies as OpenSSL would by itself, and looks at what was shown meanwhile.
int verify_and_note(X509_STORE_CTX* store, void*) {
  const int trusted = X509_verify_cert(store);
  const auto* ssl = static_cast<const SSL*>(
      X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
  const auto* presented = static_cast<const PresentedCertificate*>(
      SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), presented_index()));
  X509* const leaf = X509_STORE_CTX_get0_cert(store);
  if (presented && leaf) {
    Certificate facts = facts_of(leaf, X509_STORE_CTX_get0_untrusted(store), ssl);
    // Where the chain is trusted and the connection fails all the same, the name was wrong: libcurl
    // compares it later.
    const int error = trusted == 1 ? X509_V_ERR_HOSTNAME_MISMATCH : X509_STORE_CTX_get_error(store);
    facts.verify_error = X509_verify_cert_error_string(error);
    **presented = std::move(facts);
  }
  return trusted;
}

}  // namespace

std::optional<Certificate> peer_certificate(void* handle, bool verified, const std::string& host,
                                            const std::string& ca_file) {
  SSL* const ssl = static_cast<SSL*>(handle);
  X509* const leaf = SSL_get0_peer_certificate(ssl);
  if (!leaf) return std::nullopt;
  STACK_OF(X509)* const chain = SSL_get_peer_cert_chain(ssl);
  Certificate facts = facts_of(leaf, chain, ssl);
  const int error = verified ? X509_V_OK : verify(leaf, chain, host, ca_file);
  facts.verified = error == X509_V_OK;
  if (!facts.verified) facts.verify_error = X509_verify_cert_error_string(error);
  return facts;
}

void watch_verification(void* context, const PresentedCertificate& presented) {
  SSL_CTX* const tls = static_cast<SSL_CTX*>(context);
  SSL_CTX_set_ex_data(tls, presented_index(), new PresentedCertificate(presented));
  SSL_CTX_set_cert_verify_callback(tls, verify_and_note, nullptr);
}

bool holds_certificates(const std::string& path) {
  const Store store(X509_STORE_new());
  const bool loaded = X509_STORE_load_file(store.get(), path.c_str()) == 1;
  ERR_clear_error();
  return loaded;
}

void speak_only(void* context, const std::string& version) {
  static const std::map<std::string, int> numbers{{"TLSv1", TLS1_VERSION},
                                                  {"TLSv1.1", TLS1_1_VERSION},
                                                  {"TLSv1.2", TLS1_2_VERSION},
                                                  {"TLSv1.3", TLS1_3_VERSION}};
  const auto found = numbers.find(version);
  if (found == numbers.end()) return;
  SSL_CTX* const tls = static_cast<SSL_CTX*>(context);
  SSL_CTX_set_min_proto_version(tls, found->second);
  SSL_CTX_set_max_proto_version(tls, found->second);
  SSL_CTX_set_cipher_list(tls, "DEFAULT@SECLEVEL=0");
}

void relax_like_browsers(void* context) {
  // Closing without close_notify ends a body; a length that was promised is still checked. Servers
  // without RFC 5746 are reached, but no renegotiation is done with them.
  SSL_CTX_set_options(static_cast<SSL_CTX*>(context),
                      SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_LEGACY_SERVER_CONNECT);
}

}  // namespace touchstone
