#include "tests/crawler/tls_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace touchstone {

struct TestAuthority::Keys {
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;

  Keys() = default;
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys() {
    X509_free(certificate);
    EVP_PKEY_free(key);
  }
};

namespace {

void extend(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str());
  if (!extension) throw std::runtime_error("bad extension " + value);
  X509_add_ext(certificate, extension, -1);
  X509_EXTENSION_free(extension);
}

std::shared_ptr<TestAuthority::Keys> make(const CertificateWish& wish, bool authority,
                                          const TestAuthority::Keys* issuer) {
  auto keys = std::make_shared<TestAuthority::Keys>();
  keys->key = wish.rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256");
  X509* const made = keys->certificate = X509_new();
  static std::atomic<long> serial{1};
  X509_set_version(made, X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(made), serial++);
  const auto seconds = [](std::chrono::hours hours) {
    return static_cast<long>(std::chrono::seconds(hours).count());
  };
  X509_gmtime_adj(X509_getm_notBefore(made), seconds(wish.begins));
  X509_gmtime_adj(X509_getm_notAfter(made), seconds(wish.ends));
  X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(wish.names.front().c_str()), -1,
                             -1, 0);
  X509_set_pubkey(made, keys->key);
  X509* const above = issuer ? issuer->certificate : made;
  X509_set_issuer_name(made, X509_get_subject_name(above));
  if (authority) {
    extend(made, above, NID_basic_constraints, "critical,CA:TRUE");
    extend(made, above, NID_key_usage, "critical,keyCertSign");
  } else {
    std::string names;
    for (const auto& name : wish.names) names += (names.empty() ? "DNS:" : ",DNS:") + name;
    extend(made, above, NID_subject_alt_name, names + ",IP:192.0.2.7");
  }
  X509_sign(made, issuer ? issuer->key : keys->key, EVP_sha256());
  return keys;
}

}  // namespace

TestAuthority::TestAuthority(const std::string& name)
    : own_(make({{name}, std::chrono::hours(-48), std::chrono::hours(24 * 365)}, true, nullptr)) {
  char path[] = "/tmp/touchstone-test-ca-XXXXXX";
  const int descriptor = ::mkstemp(path);
  std::FILE* const out = ::fdopen(descriptor, "w");
  PEM_write_X509(out, own_->certificate);
  std::fclose(out);
  file_ = path;
}

TestAuthority::~TestAuthority() {
  std::remove(file_.c_str());
}

const std::string& TestAuthority::file() const {
  return file_;
}

std::shared_ptr<TestAuthority::Keys> TestAuthority::issue(const CertificateWish& wish) const {
  return make(wish, false, wish.self_signed ? nullptr : own_.get());
}

void show_certificate(ssl_ctx_st* context, const TestAuthority::Keys& keys) {
  SSL_CTX_use_certificate(context, keys.certificate);
  SSL_CTX_use_PrivateKey(context, keys.key);
}

struct TlsServer::State {
  std::shared_ptr<TestAuthority::Keys> keys;
  std::string page;
  SSL_CTX* context = SSL_CTX_new(TLS_server_method());
  int listener = -1;
  std::uint16_t port = 0;
  std::atomic<bool> stopping{false};
  std::thread thread;

  ~State() { SSL_CTX_free(context); }

  void serve();
  void converse(SSL* ssl);
};

// One connection after the other; each is closed after its answer.
void TlsServer::State::serve() {
  sigset_t pipe;  // a client that refuses the certificate is gone while we still write
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
  while (!stopping) {
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0 || stopping) {
      if (socket >= 0) ::close(socket);
      return;
    }
    const timeval patience{5, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    SSL* const ssl = SSL_new(context);
    SSL_set_fd(ssl, socket);
    if (SSL_accept(ssl) == 1) converse(ssl);
    SSL_shutdown(ssl);
    SSL_free(ssl);
    ::close(socket);
  }
}

void TlsServer::State::converse(SSL* ssl) {
  std::string head;
  char piece[4096];
  while (head.find("\r\n\r\n") == std::string::npos) {
    const int got = SSL_read(ssl, piece, sizeof piece);
    if (got <= 0) return;
    head.append(piece, static_cast<std::size_t>(got));
  }
  const auto begin = head.find("Host: ") + 6;
  std::string body = page;
  if (page.empty()) body = "secret of " + head.substr(begin, head.find("\r\n", begin) - begin);
  const std::string answer =
      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html"
      "\r\nContent-Length: " +
      std::to_string(body.size()) + "\r\n\r\n" + body;
  SSL_write(ssl, answer.data(), static_cast<int>(answer.size()));
}

TlsServer::TlsServer(std::shared_ptr<TestAuthority::Keys> keys, std::string page)
    : state_(std::make_unique<State>()) {
  state_->keys = std::move(keys);
  state_->page = std::move(page);
  show_certificate(state_->context, *state_->keys);
  state_->listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  if (::bind(state_->listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
      ::listen(state_->listener, 16) != 0 ||
      ::getsockname(state_->listener, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    throw std::runtime_error("no port for the TLS server");
  }
  state_->port = ntohs(address.sin_port);
  state_->thread = std::thread([state = state_.get()] { state->serve(); });
}

TlsServer::~TlsServer() {
  state_->stopping = true;
  ::shutdown(state_->listener, SHUT_RDWR);
  state_->thread.join();
  ::close(state_->listener);
}

std::uint16_t TlsServer::port() const {
  return state_->port;
}

}  // namespace touchstone
