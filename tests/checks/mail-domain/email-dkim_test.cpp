#include <catch2/catch.hpp>

#include "checks/dkim_key.h"
#include "tests/checks/mail-domain/mail_world.h"

using namespace touchstone;

namespace {

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    unsigned int group = 0;
    for (std::size_t i = 0; i < 3; ++i)
      group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    for (std::size_t i = 0; i < 4; ++i)
      text += at + i > bytes.size() ? '=' : digits[group >> (18 - 6 * i) & 63];
  }
  return text;
}

std::string der(char tag, const std::string& contents) {
  const auto size = contents.size();
  return std::string{tag, '\x82', static_cast<char>(size >> 8), static_cast<char>(size)} + contents;
}

// A public key whose modulus has so many bits; `wrapped` as tools write it today.
std::string rsa(int bits, bool wrapped = true) {
  std::string modulus(static_cast<std::size_t>((bits + 7) / 8), '\x5A');
  modulus[0] = static_cast<char>(1 << ((bits - 1) % 8));
  const std::string key = der('\x30', der('\x02', std::string(1, '\0') + modulus) + "\x02\x03\x01" +
                                          std::string(1, '\0') + "\x01");
  if (!wrapped) return base64(key);
  const std::string algorithm("\x30\x0D\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01\x05\x00", 15);
  return base64(der('\x30', algorithm + der('\x03', std::string(1, '\0') + key)));
}

auto at(std::string selector, std::string record) {
  return [=](SampleSite& sample) {
    sample.dns(selector + "._domainkey.example.com", DnsType::txt, DnsOutcome::answered, {record});
  };
}

}  // namespace

TEST_CASE("keys are read from their records") {
  CHECK(parse_dkim_key("v=DKIM1; k=rsa; p=" + rsa(2048))->bits == 2048);
  CHECK(parse_dkim_key("p=" + rsa(1024, false))->bits == 1024);
  CHECK(parse_dkim_key("v=DKIM1; t=s:y; p=" + rsa(1023))->bits == 1023);
  CHECK(parse_dkim_key("v=DKIM1; t=s:y; p=" + rsa(1024))->testing);
  CHECK_FALSE(parse_dkim_key("v=DKIM1; t=s; p=" + rsa(1024))->testing);
  CHECK(parse_dkim_key("k=ed25519; p=" + base64(std::string(32, 'x')))->kind == "ed25519");
  CHECK_FALSE(parse_dkim_key("v=DKIM1; p="));
  CHECK_FALSE(parse_dkim_key("v=spf1 -all"));
  CHECK_FALSE(parse_dkim_key("v=DKIM2; p=AAAA"));
  for (const char* damaged : {"v=DKIM1; p=AAAA", "p=!!!", "k=dsa; p=AAAA", "k=ed25519; p=AAAA",
                              "p=MIGf", "p=MIL/////", "p=MIAA"}) {
    INFO(damaged);
    CHECK(parse_dkim_key(damaged)->kind.empty());
  }
}

TEST_CASE("every verdict of DKIM can be reached") {
  hold_mail_rows("email-dkim",
                 {
                     {"2048 bits", at("default", "v=DKIM1; p=" + rsa(2048)), "key", "wow"},
                     {"an elliptic key", at("s1", "k=ed25519; p=" + base64(std::string(32, 'x'))),
                      "key", "wow"},
                     {"1024 bits", at("google", "v=DKIM1; p=" + rsa(1024)), "key", "so-so"},
                     {"a test", at("google", "v=DKIM1; t=y; p=" + rsa(2048)), "key", "so-so"},
                     {"768 bits", at("mail", "v=DKIM1; p=" + rsa(768)), "key", "sucks"},
                     {"damaged", at("mail", "v=DKIM1; p=AAAA"), "key", "sucks"},
                     {"a weak one beside a strong one",
                      [](SampleSite& sample) {
                        at("mail", "v=DKIM1; p=" + rsa(2048))(sample);
                        at("dkim", "v=DKIM1; p=" + rsa(512))(sample);
                      },
                      "key", "sucks"},
                     {"none found", [](SampleSite&) {}, "key", "not assessed: no-source"},
                     {"a revoked one", at("mail", "v=DKIM1; p="), "key", "not assessed: no-source"},
                     {"a zone that answers all",
                      [](SampleSite& sample) {
                        at("no-selector-of-anybody", "v=spf1 -all")(sample);
                        at("default", "v=DKIM1; p=" + rsa(512))(sample);
                      },
                      "key", "not assessed: no-source"},
                     {"a silent name server",
                      [](SampleSite& sample) {
                        sample.dns("no-selector-of-anybody._domainkey.example.com", DnsType::txt,
                                   DnsOutcome::undecided);
                      },
                      "key", "not assessed: dns-undecided"},
                 });
}
