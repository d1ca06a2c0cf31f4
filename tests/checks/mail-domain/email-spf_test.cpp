#include <catch2/catch.hpp>

#include "tests/checks/mail-domain/mail_world.h"

using namespace touchstone;

namespace {

const std::string domain = "example.com";

auto with(std::vector<std::string> records) {
  return [records](SampleSite& sample) {
    sample.dns(domain, DnsType::txt, DnsOutcome::answered, records);
    sample.dns("_spf.example.net", DnsType::txt, DnsOutcome::answered,
               {"v=spf1 ip4:192.0.2.0/24 -all"});
  };
}

std::string lookups(int count) {
  std::string record = "v=spf1";
  for (int i = 0; i < count; ++i) record += " mx";
  return record + " -all";
}

}  // namespace

TEST_CASE("every verdict of SPF can be reached") {
  hold_mail_rows(
      "email-spf",
      {
          {"the own mail servers", with({"v=spf1 mx -all"}), "valid", "wow"},
          {"ten look-ups", with({lookups(10)}), "valid", "wow"},
          {"beside other texts", with({"site=1", "v=spf1 include:_spf.example.net ~all"}), "valid",
           "wow"},
          {"two records", with({"v=spf1 mx -all", "v=spf1 a -all"}), "valid", "sucks"},
          {"a mistake", with({"v=spf1 mx; -all"}), "valid", "sucks"},
          {"eleven look-ups", with({lookups(11)}), "valid", "sucks"},
          {"three dead names",
           with({"v=spf1 a:a.example.net a:b.example.net mx:c.example.net ~all"}), "valid",
           "sucks"},
          {"a dead include", with({"v=spf1 include:dead.example.net ~all"}), "valid", "sucks"},
          {"eleven mail hosts",
           [](SampleSite& sample) {
             with({"v=spf1 mx:many.example.net -all"})(sample);
             sample.dns("many.example.net", DnsType::mx, DnsOutcome::answered,
                        std::vector<std::string>(11, "10 mx.example.net"));
           },
           "valid", "sucks"},
          {"a silent include",
           [](SampleSite& sample) {
             with({"v=spf1 include:silent.example.net ~all"})(sample);
             sample.dns("silent.example.net", DnsType::txt, DnsOutcome::undecided);
           },
           "valid", "not assessed: dns-undecided"},
          {"a silent name server",
           [](SampleSite& s) { s.dns(domain, DnsType::txt, DnsOutcome::undecided); }, "valid",
           "not assessed: dns-undecided"},

          {"refused", with({"v=spf1 mx -all"}), "all", "wow"},
          {"marked", with({"v=spf1 mx ~all"}), "all", "wow"},
          {"by redirect", with({"v=spf1 redirect=_spf.example.net"}), "all", "wow"},
          {"left open", with({"v=spf1 mx ?all"}), "all", "so-so"},
          {"no end", with({"v=spf1 mx"}), "all", "so-so"},
          {"everybody", with({"v=spf1 mx +all"}), "all", "sucks"},
          {"everybody, plainly", with({"v=spf1 mx all"}), "all", "sucks"},
          {"behind a mistake", with({"v=spf1 moo all"}), "all", "sucks"},
          {"a mistake in the redirect's place", with({"v=spf1 moo redirect=_spf.example.net"}),
           "all", "not applicable"},
          {"behind a silent include",
           [](SampleSite& sample) {
             with({"v=spf1 include:silent.example.net ~all"})(sample);
             sample.dns("silent.example.net", DnsType::txt, DnsOutcome::undecided);
           },
           "all", "wow"},
          {"a silent redirect",
           [](SampleSite& sample) {
             with({"v=spf1 redirect=silent.example.net"})(sample);
             sample.dns("silent.example.net", DnsType::txt, DnsOutcome::undecided);
           },
           "all", "not assessed: dns-undecided"},
      });
}

TEST_CASE("no record is missing, unless the domain has no mail at all") {
  const auto none = [](std::string mx, std::string dmarc) {
    SampleSite sample = SampleSite::perfect();
    sample.dns(domain, DnsType::mx, DnsOutcome::answered, {mx});
    sample.dns("_dmarc." + domain, DnsType::txt, DnsOutcome::answered, {dmarc});
    return judged_mail("email-spf", sample).touchpoint.status;
  };
  CHECK(none("10 mail.example.com", "v=DMARC1; p=reject") == Status::missing);
  CHECK(none("0 .", "v=DMARC1; p=none") == Status::missing);
  CHECK(none("0 .", "v=DMARC1; p=reject") == Status::not_applicable);
}

TEST_CASE("a record whose includes were not asked for is not judged valid") {
  SampleSite sample = SampleSite::perfect();
  with({"v=spf1 include:unasked.example.net -all"})(sample);
  CHECK(judged("email-spf", sample).verdict("valid") == "not assessed: budget-exhausted");
}
