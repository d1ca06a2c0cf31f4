#include <catch2/catch.hpp>

#include "tests/checks/mail-domain/mail_world.h"

using namespace touchstone;

namespace {

const std::string file = "https://mta-sts.example.com/.well-known/mta-sts.txt";

void announced(SampleSite& sample) {
  sample.dns("_mta-sts.example.com", DnsType::txt, DnsOutcome::answered, {"v=STSv1; id=1;"});
}

auto policy(std::string text, std::string type = "text/plain") {
  return [=](SampleSite& sample) {
    announced(sample);
    sample.answer(file, Role::mail_policy, type, text);
    sample.visit(file, Role::mail_policy).note = "mta-sts";
  };
}

const std::string sound =
    "version: STSv1\r\nmode: enforce\r\nmx: *.example.com\r\nmax_age: 604800\r\n";

auto with(std::string from, std::string to) {
  std::string text = sound;
  swap_text(text, from, to);
  return policy(text);
}

auto but(std::function<void(SampleSite&)> breaks) {
  return [breaks](SampleSite& sample) {
    policy(sound)(sample);
    breaks(sample);
  };
}

auto reports(std::string record) {
  return [record](SampleSite& sample) {
    sample.dns("_smtp._tls.example.com", DnsType::txt, DnsOutcome::answered, {record});
  };
}

}  // namespace

TEST_CASE("every verdict of encrypted delivery can be reached") {
  hold_mail_rows(
      "email-transport",
      {
          {"enforced", policy(sound), "policy", "wow"},
          {"with plain line ends", with("\r\n", "\n"), "policy", "wow"},
          {"by name", with("*.example.com", "MAIL.example.com"), "policy", "wow"},
          {"a test", with("enforce", "testing"), "policy", "so-so"},
          {"none", policy("version: STSv1\nmode: none\nmax_age: 604800\n"), "policy", "so-so"},
          {"for a day", with("604800", "86400"), "policy", "so-so"},
          {"reports alone", reports("v=TLSRPTv1; rua=mailto:a@example.com"), "policy", "so-so"},
          {"no file", but([](SampleSite& s) { s.fetch(file).hops.back().status = 404; }), "policy",
           "sucks"},
          {"a redirect", but([](SampleSite& s) {
             s.remove(file);
             s.redirect(file, "https://example.com/policy.txt", Role::mail_policy);
             s.visit(file, Role::mail_policy).note = "mta-sts";
           }),
           "policy", "sucks"},
          {"a certificate that does not verify", but([](SampleSite& s) {
             s.remove(file);
             s.fault(file, Role::mail_policy, FaultKind::tls).attempt = 2;
             s.visit(file, Role::mail_policy).note = "mta-sts";
           }),
           "policy", "sucks"},
          {"a page", policy(sound, "text/html"), "policy", "sucks"},
          {"another version", with("STSv1", "STSv2"), "policy", "sucks"},
          {"no mode", with("mode", "mood"), "policy", "sucks"},
          {"no age", with("604800", "soon"), "policy", "sucks"},
          {"other mail servers", with("*.example.com", "*.example.net"), "policy", "sucks"},
          {"a deeper name than the star stands for", with("*.example.com", "*.com"), "policy",
           "sucks"},
          {"we may not see it", but([](SampleSite& s) { s.fetch(file).hops.back().status = 403; }),
           "policy", "not assessed: blocked-403"},
          {"it was not asked", announced, "policy", "not assessed: budget-exhausted"},
          {"the mail servers are not known",
           but([](SampleSite& s) { s.dns("example.com", DnsType::mx, DnsOutcome::undecided); }),
           "policy", "not assessed: dns-undecided"},
          {"a silent name server",
           [](SampleSite& s) {
             s.dns("_mta-sts.example.com", DnsType::txt, DnsOutcome::undecided);
           },
           "policy", "not assessed: dns-undecided"},

          {"wanted", reports("v=TLSRPTv1; rua=mailto:a@example.com"), "tls-rpt", "wow"},
          {"to nobody", reports("v=TLSRPTv1; rua="), "tls-rpt", "so-so"},
          {"not wanted", policy(sound), "tls-rpt", "so-so"},
      });
}

TEST_CASE("no word of encryption is only listed") {
  CHECK(judged_mail("email-transport", SampleSite::perfect()).touchpoint.status == Status::absent);
}
