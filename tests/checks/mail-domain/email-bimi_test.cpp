#include <catch2/catch.hpp>

#include "tests/checks/mail-domain/mail_world.h"

using namespace touchstone;

namespace {

const std::string logo = "https://example.com/logo.svg",
                  certificate = "https://example.com/vmc.pem";
const std::string svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny-ps\" "
    "viewBox=\"0 0 64 64\"><title>Example</title></svg>";

void published(SampleSite& sample, const std::string& l, const std::string& a) {
  sample.dns("default._bimi.example.com", DnsType::txt, DnsOutcome::answered,
             {"v=BIMI1; l=" + l + "; a=" + a});
  sample.dns("_dmarc.example.com", DnsType::txt, DnsOutcome::answered, {"v=DMARC1; p=reject"});
  sample.answer(logo, Role::mail_policy, "image/svg+xml", svg);
  sample.visit(logo, Role::mail_policy).note = "bimi-logo";
  sample.answer(certificate, Role::mail_policy, "application/x-pem-file", "-----BEGIN");
  sample.visit(certificate, Role::mail_policy).note = "bimi-certificate";
}

// Published as it should be, with one thing broken.
auto but(std::function<void(SampleSite&)> breaks) {
  return [breaks](SampleSite& sample) {
    published(sample, logo, certificate);
    breaks(sample);
  };
}

auto at(std::string l, std::string a) {
  return [=](SampleSite& sample) { published(sample, l, a); };
}

auto with_policy(std::string policy) {
  return but([policy](SampleSite& sample) {
    sample.dns("_dmarc.example.com", DnsType::txt, DnsOutcome::answered, {"v=DMARC1; p=" + policy});
  });
}

}  // namespace

TEST_CASE("every verdict of the logo in mailboxes can be reached") {
  hold_mail_rows(
      "email-bimi",
      {
          {"logo and certificate", at(logo, certificate), "record", "wow"},
          {"no certificate", at(logo, ""), "record", "so-so"},
          {"a dead certificate",
           but([](SampleSite& s) { s.fetch(certificate).hops.back().status = 404; }), "record",
           "so-so"},
          {"forged mail is delivered", with_policy("none"), "record", "sucks"},
          {"no policy at all", but([](SampleSite& s) {
             s.dns("_dmarc.example.com", DnsType::txt, DnsOutcome::no_such_name);
           }),
           "record", "sucks"},
          {"not over https", at("http://example.com/logo.svg", certificate), "record", "sucks"},
          {"a dead logo", but([](SampleSite& s) { s.fetch(logo).hops.back().status = 404; }),
           "record", "sucks"},
          {"a picture of another kind",
           but([](SampleSite& s) { s.fetch(logo).body = sample_png(64, 64); }), "record", "sucks"},
          {"we may not see the logo",
           but([](SampleSite& s) { s.fetch(logo).hops.back().status = 403; }), "record",
           "not assessed: blocked-403"},
          {"we may not see the certificate",
           but([](SampleSite& s) { s.fetch(certificate).hops.back().status = 403; }), "record",
           "not assessed: blocked-403"},
          {"nobody asked for the certificate", but([](SampleSite& s) { s.remove(certificate); }),
           "record", "not assessed: budget-exhausted"},
          {"the policy's server is silent", but([](SampleSite& s) {
             s.dns("_dmarc.example.com", DnsType::txt, DnsOutcome::undecided);
           }),
           "record", "not assessed: dns-undecided"},
          {"none wanted", at("", ""), "record", "not applicable"},

          {"square and of the profile", at(logo, certificate), "profile", "wow"},
          {"of another profile",
           but([](SampleSite& s) { swap_text(s.fetch(logo).body, "tiny-ps", "full"); }), "profile",
           "so-so"},
          {"wide", but([](SampleSite& s) { swap_text(s.fetch(logo).body, "64 64", "64 32"); }),
           "profile", "so-so"},
          {"nobody asked for the logo", but([](SampleSite& s) { s.remove(logo); }), "profile",
           "not assessed: budget-exhausted"},
      });
}

TEST_CASE("a logo that may be shown is a chip, and none is only listed") {
  SampleSite sample = SampleSite::perfect();
  CHECK(judged_mail("email-bimi", sample).touchpoint.status == Status::absent);
  published(sample, logo, "");
  CHECK(judged_mail("email-bimi", sample).touchpoint.chips == std::vector<std::string>{"presence"});
  with_policy("none")(sample);
  CHECK(judged_mail("email-bimi", sample).touchpoint.chips.empty());
  CHECK(judged("email-bimi", SampleSite::perfect()).verdict("record") ==
        "not assessed: budget-exhausted");
}
