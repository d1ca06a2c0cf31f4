#include "site/mail_domain.h"

#include <catch2/catch.hpp>
#include <map>

#include "site/dmarc.h"

using namespace touchstone;

namespace {

// A small zone; what it does not hold does not exist.
class Zone {
 public:
  Zone& add(std::string name, DnsType type, std::vector<std::string> records) {
    answers_[{name, type}] = {name, type, DnsOutcome::answered, std::move(records)};
    return *this;
  }
  Zone& silent(std::string name, DnsType type) {
    answers_[{name, type}] = {name, type, DnsOutcome::undecided, {}};
    return *this;
  }
  void ask(const DnsQuestion& question) {
    answers_.try_emplace({question.name, question.type},
                         DnsAnswer{question.name, question.type, DnsOutcome::no_such_name, {}});
  }
  DnsLookup lookup() const {
    return [this](std::string_view name, DnsType type) -> const DnsAnswer* {
      const auto found = answers_.find({std::string(name), type});
      return found == answers_.end() ? nullptr : &found->second;
    };
  }

 private:
  std::map<std::pair<std::string, DnsType>, DnsAnswer> answers_;
};

DmarcSearch search(Zone& zone, std::string_view domain) {
  DmarcSearch found = find_dmarc(domain, zone.lookup());
  while (!found.unasked.empty()) {
    for (const auto& question : found.unasked) zone.ask(question);
    found = find_dmarc(domain, zone.lookup());
  }
  return found;
}

}  // namespace

TEST_CASE("mail goes through the company's own domain, never through everybody's") {
  const auto domain = [](std::vector<std::string> addresses) {
    return mail_domain(addresses, "www.example.co.uk");
  };
  CHECK(domain({}) == "example.co.uk");
  CHECK(domain({"info@example.co.uk"}) == "example.co.uk");
  CHECK(domain({"we@mail.example.co.uk", "it@agency.com", "x@agency.com"}) == "mail.example.co.uk");
  CHECK(domain({"we@group.com", "a@other.com", "b@group.com"}) == "group.com");
  CHECK(domain({"baker@gmail.com", "baker@yahoo.fr"}) == "example.co.uk");
  CHECK(domain({"info@bücher.de"}) == "xn--bcher-kva.de");
  CHECK(domain({"nonsense", "a@", "a@local"}) == "example.co.uk");
}

TEST_CASE("hosts of mail come best first") {
  const DnsAnswer mx{"a.com",
                     DnsType::mx,
                     DnsOutcome::answered,
                     {"20 b.a.com", "5 A.a.com.", "20 b.a.com", "garbage"}};
  CHECK(mail_hosts(mx) == std::vector<std::string>{"a.a.com", "b.a.com"});
  CHECK(mail_hosts({"a.com", DnsType::mx, DnsOutcome::answered, {"0 ."}}).empty());
}

TEST_CASE("the questions about mail end") {
  Zone zone;
  zone.add("a.com", DnsType::txt, {"v=spf1 include:spf.b.com mx -all"})
      .add("spf.b.com", DnsType::txt, {"v=spf1 a:x.b.com ~all"})
      .add("a.com", DnsType::mx, {"10 mx.a.com", "20 192.0.2.1"})
      .add("_dmarc.a.com", DnsType::txt, {"v=DMARC1; p=none; rua=mailto:r@c.com!10m"})
      .add("_mta-sts.a.com", DnsType::txt, {"v=STSv1; id=1"})
      .add("default._bimi.a.com", DnsType::txt, {"v=BIMI1; l=https://a.com/l.svg; a="});
  std::vector<std::string> asked;
  int rounds = 0;
  for (;; ++rounds) {
    const auto open = mail_questions("a.com", zone.lookup());
    if (open.empty()) break;
    REQUIRE(rounds < 6);
    for (const auto& question : open) {
      asked.push_back(std::string(to_string(question.type)) + " " + question.name);
      zone.ask(question);
    }
  }
  CHECK(rounds == 1);
  for (const char* wanted :
       {"A x.b.com", "CNAME mx.a.com", "MX c.com", "TXT default._domainkey.a.com",
        "TXT _smtp._tls.a.com", "TXT no-selector-of-anybody._domainkey.a.com"}) {
    INFO(wanted);
    CHECK(std::find(asked.begin(), asked.end(), wanted) != asked.end());
  }
  CHECK(std::find(asked.begin(), asked.end(), "A 192.0.2.1") == asked.end());

  const auto files = mail_files("a.com", zone.lookup());
  REQUIRE(files.size() == 2);
  CHECK(files[0].note == "mta-sts");
  CHECK(files[0].url.href() == "https://mta-sts.a.com/.well-known/mta-sts.txt");
  CHECK(files[1].note == "bimi-logo");
}

TEST_CASE("the walk up the tree finds the record in force (RFC 9989 section 4.10)") {
  const auto text = [](std::string domain, Zone zone) {
    const auto found = search(zone, domain);
    return found.record ? found.record->text : "";
  };
  const std::string reject = "v=DMARC1; p=reject", none = "v=DMARC1; p=none",
                    registry = "v=DMARC1; psd=y; p=reject";
  const auto at = [](std::string name, std::vector<std::string> records) {
    return Zone().add("_dmarc." + name, DnsType::txt, std::move(records));
  };
  CHECK(text("a.com", at("a.com", {reject})) == reject);
  CHECK(text("a.com", at("a.com", {"noise", reject})) == reject);
  CHECK(text("a.com", at("a.com", {reject, none})).empty());
  CHECK(text("a.com", at("a.com", {"V=dmarc1; p=none"})).empty());
  CHECK(text("b.a.com", at("a.com", {reject})) == reject);
  CHECK(text("b.a.com", at("a.com", {reject}).add("_dmarc.b.a.com", DnsType::txt, {none})) == none);
  CHECK(text("a.bank", at("bank", {registry})) == registry);
  CHECK(text("b.a.bank", at("bank", {registry}).add("_dmarc.a.bank", DnsType::txt, {none})) ==
        none);
  CHECK(text("1.2.3.4.5.6.7.8.9.com", at("5.6.7.8.9.com", {reject})) == reject);
  Zone silent;
  silent.silent("_dmarc.a.com", DnsType::txt);
  CHECK(search(silent, "a.com").undecided);
}

TEST_CASE("a parent's record speaks for subdomains by sp") {
  const auto policy = [](std::string text, bool inherited) {
    return dmarc_policy({"a.com", text, parse_tag_list(text)}, inherited);
  };
  CHECK(policy("v=DMARC1; p=reject; sp=none", false) == "reject");
  CHECK(policy("v=DMARC1; p=reject; sp=none", true) == "none");
  CHECK(policy("v=DMARC1; p=Quarantine", true) == "quarantine");
  CHECK_FALSE(policy("v=DMARC1; p=maybe", false));
  CHECK_FALSE(policy("v=DMARC1", false));
}

TEST_CASE("tag lists are read as their formats ask") {
  CHECK(parse_tag_list(" a = b=c ; d=;").tags ==
        std::vector<std::pair<std::string, std::string>>{{"a", "b=c"}, {"d", ""}});
  for (const char* wrong : {"a=1; a=2", "a", "1=2", "a=1;; b=2"}) {
    INFO(wrong);
    CHECK_FALSE(parse_tag_list(wrong).well_formed);
  }
  CHECK(has_version("v = DMARC1 ; p=none", "DMARC1"));
  CHECK_FALSE(has_version("p=none; v=DMARC1", "DMARC1"));
}
