#include <catch2/catch.hpp>

#include "tests/checks/mail-domain/mail_world.h"

using namespace touchstone;

namespace {

auto with(std::vector<std::string> records, std::string at = "example.com") {
  return [=](SampleSite& sample) {
    sample.dns("_dmarc." + at, DnsType::txt, DnsOutcome::answered, records);
    sample.dns("reports.net", DnsType::mx, DnsOutcome::answered, {"10 mx.reports.net"});
    sample.dns("silent.net", DnsType::mx, DnsOutcome::undecided);
  };
}

auto with(std::string tags) {
  return with(std::vector{"v=DMARC1; " + tags});
}

}  // namespace

TEST_CASE("every verdict of DMARC can be reached") {
  hold_mail_rows(
      "email-dmarc",
      {
          {"sound", with("p=reject; rua=mailto:a@reports.net"), "valid", "wow"},
          {"a tag that nobody knows", with("p=reject; moo=1"), "valid", "wow"},
          {"no policy", with("rua=mailto:a@reports.net"), "valid", "so-so"},
          {"a dropped tag", with("p=reject; pct=100"), "valid", "so-so"},
          {"another dropped tag", with("p=reject; ri=3600"), "valid", "so-so"},
          {"a policy that is none", with("p=maybe"), "valid", "sucks"},
          {"no list of tags", with("p"), "valid", "sucks"},
          {"a tag twice", with("p=none; p=reject"), "valid", "sucks"},
          {"two records", with(std::vector<std::string>{"v=DMARC1; p=none", "v=DMARC1; p=reject"}),
           "valid", "sucks"},
          {"a silent name server",
           [](SampleSite& s) { s.dns("_dmarc.example.com", DnsType::txt, DnsOutcome::undecided); },
           "valid", "not assessed: dns-undecided"},

          {"reject", with("p=reject"), "policy", "wow"},
          {"quarantine", with("p=Quarantine"), "policy", "wow"},
          {"none", with("p=none"), "policy", "so-so"},
          {"none said", with("rua=mailto:a@reports.net"), "policy", "so-so"},
          {"a test", with("p=reject; t=y"), "policy", "so-so"},
          {"half of it", with("p=reject; pct=50"), "policy", "so-so"},
          {"all of it", with("p=reject; pct=100"), "policy", "wow"},
          {"two records", with(std::vector<std::string>{"v=DMARC1; p=none", "v=DMARC1; p=reject"}),
           "policy", "not applicable"},

          {"read by somebody", with("p=none; rua=mailto:a@reports.net"), "reports", "wow"},
          {"one of two is gone", with("p=none; rua=mailto:a@gone.net,mailto:b@reports.net!5m"),
           "reports", "wow"},
          {"to nobody", with("p=none"), "reports", "so-so"},
          {"to no address", with("p=none; rua=a@reports.net"), "reports", "so-so"},
          {"lost", with("p=none; rua=mailto:a@gone.net"), "reports", "sucks"},
          {"perhaps lost", with("p=none; rua=mailto:a@silent.net, mailto:a@gone.net"), "reports",
           "not assessed: dns-undecided"},
      });
}

TEST_CASE("a parent's policy counts, and no policy at all is missing") {
  SampleSite sample = SampleSite::perfect("www.example.com");
  with("p=none; sp=reject")(sample);
  sample.dns("_dmarc.mail.example.com", DnsType::txt, DnsOutcome::no_such_name);
  const auto inherited = judged("email-dmarc", sample, written_to("us@mail.example.com"));
  CHECK(inherited.verdict("policy") == "wow");
  CHECK(inherited.verdict("valid") == "wow");

  CHECK(judged_mail("email-dmarc", SampleSite::perfect()).touchpoint.status == Status::missing);
  CHECK(judged("email-dmarc", SampleSite::perfect()).verdict("valid") ==
        "not assessed: budget-exhausted");
}
