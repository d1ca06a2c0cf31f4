#pragma once

// Certificates made while the test runs, and an HTTPS server on 127.0.0.1 that shows one of them.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct ssl_ctx_st;

namespace touchstone {

struct CertificateWish {
  std::vector<std::string> names{"shop.example"};  // DNS names; the first is the common name
  std::chrono::hours begins{-24}, ends{24 * 30};   // from now
  bool self_signed = false;
  bool rsa = false;  // else EC P-256
};

// A certificate authority of the test's own.
class TestAuthority {
 public:
  explicit TestAuthority(const std::string& name = "Test Authority");
  ~TestAuthority();

  const std::string& file() const;  // PEM; gone with this object

  struct Keys;
  std::shared_ptr<Keys> issue(const CertificateWish& wish) const;

 private:
  std::shared_ptr<Keys> own_;
  std::string file_;
};

// A server with this context shows that certificate.
void show_certificate(ssl_ctx_st* context, const TestAuthority::Keys& keys);

// Answers each request with 200 and the page, or "secret of HOST" without one.
class TlsServer {
 public:
  explicit TlsServer(std::shared_ptr<TestAuthority::Keys> keys, std::string page = {});
  ~TlsServer();
  std::uint16_t port() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
