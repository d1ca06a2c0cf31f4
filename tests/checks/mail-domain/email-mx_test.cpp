#include <catch2/catch.hpp>

#include "tests/checks/mail-domain/mail_world.h"

using namespace touchstone;

namespace {

const std::string domain = "example.com", mail = "mail.example.com";

auto routed(std::vector<std::string> mx) {
  return [mx](SampleSite& sample) {
    hold_address(sample, mail);
    sample.dns(domain, DnsType::mx, DnsOutcome::answered, mx);
  };
}

auto without_mx(DnsOutcome mx, DnsOutcome address) {
  return [=](SampleSite& sample) {
    sample.dns(domain, DnsType::mx, mx);
    for (const auto type : {DnsType::a, DnsType::aaaa}) {
      sample.dns(domain, type, address, {});
      if (address == DnsOutcome::answered) sample.dns(domain, type, address, {"192.0.2.10"});
    }
  };
}

}  // namespace

TEST_CASE("every verdict of the mail's way can be reached") {
  using enum DnsOutcome;
  hold_mail_rows(
      "email-mx",
      {
          {"a mail server", routed({"10 " + mail}), "deliverable", "wow"},
          {"the web server alone", without_mx(no_data, answered), "deliverable", "so-so"},
          {"no mail wanted", routed({"0 ."}), "deliverable", "sucks"},
          {"no such domain", without_mx(no_such_name, answered), "deliverable", "sucks"},
          {"a name server that denies the site that was read",
           without_mx(no_such_name, no_such_name), "deliverable", "not assessed: dns-undecided"},
          {"nothing at all", without_mx(no_data, no_data), "deliverable", "sucks"},
          {"no answer", without_mx(undecided, answered), "deliverable",
           "not assessed: dns-undecided"},
          {"no answer about the address", without_mx(no_data, undecided), "deliverable",
           "not assessed: dns-undecided"},

          {"it has an address", routed({"10 " + mail}), "targets", "wow"},
          {"one of two is gone", routed({"10 " + mail, "20 gone.example.com"}), "targets", "so-so"},
          {"both are gone", routed({"10 gone.example.com", "20 lost.example.com"}), "targets",
           "sucks"},
          {"a number", routed({"10 " + mail, "20 192.0.2.1"}), "targets", "so-so"},
          {"a number alone", routed({"10 192.0.2.1"}), "targets", "sucks"},
          {"an alias",
           [](SampleSite& sample) {
             routed({"10 " + mail})(sample);
             sample.dns(mail, DnsType::cname, answered, {"other.example.com"});
           },
           "targets", "so-so"},
          {"their server is silent",
           [](SampleSite& sample) {
             routed({"10 silent.example.com"})(sample);
             sample.dns("silent.example.com", DnsType::a, undecided);
           },
           "targets", "not assessed: dns-undecided"},
          {"no mail server", without_mx(no_data, answered), "targets", "not applicable"},

          {"two", routed({"10 " + mail, "20 mx2.example.com"}), "spare", "wow"},
          {"one of our own", routed({"10 " + mail}), "spare", "so-so"},
          {"one at a provider", routed({"10 mx.provider.net"}), "spare", "wow"},
          {"none", routed({"0 ."}), "spare", "not applicable"},
      });
}

TEST_CASE("a domain at which nobody is written to need not take mail") {
  for (const auto& breaks : {routed({"0 ."}), routed({})}) {
    SampleSite sample = SampleSite::perfect();
    breaks(sample);
    CHECK(judged("email-mx", sample, {}).verdict("deliverable") == "not applicable");
  }
  SampleSite sample = SampleSite::perfect();
  routed({"0 ."})(sample);
  CHECK(judged("email-mx", sample, written_to("baker@gmail.com")).verdict("deliverable") ==
        "not applicable");
}

TEST_CASE("the domain is that of the addresses") {
  SampleSite sample = SampleSite::perfect();
  sample.dns("group.net", DnsType::mx, DnsOutcome::answered, {"0 ."});
  CHECK(judged("email-mx", sample, written_to("us@group.net")).verdict("deliverable") == "sucks");
  CHECK(judged("email-mx", sample, written_to("us@unasked.net")).verdict("deliverable") ==
        "not assessed: budget-exhausted");
}

TEST_CASE("a site at a bare address has no mail domain") {
  SampleSite sample("https://192.0.2.1/");
  sample.page("https://192.0.2.1/", "<p>Bread</p>", Role::home);
  CHECK(judged("email-mx", sample).verdict("deliverable") == "not applicable");
}
