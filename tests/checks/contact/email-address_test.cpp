#include <catch2/catch.hpp>

#include "tests/checks/contact/contact_facts.h"

namespace touchstone {
namespace checks {
extern const Check email_address;
}
namespace {

using checks::email_address;

TEST_CASE("the address of the sample is the company's own and takes mail") {
  auto facts = facts_of(SampleSite::perfect("firm.de"), email_address);
  CHECK(facts["way"] == "address");
  CHECK(facts["domain"] == "own");
  CHECK(facts["route"] == "mx");
  CHECK(facts["broken"] == "0");
  CHECK(facts["linked"] == "1");
  CHECK(facts["mailbox"] == "named");
}

TEST_CASE("one thing broken in the e-mail address is one fact changed") {
  struct Row {
    std::string old, text, fact, value;
  };
  const std::vector<Row> rows{
      {"hello@firm.de", "firm.bakery@gmail.com", "domain", "free"},
      {"hello@firm.de", "firm@yahoo.co.uk", "domain", "free"},
      {"hello@firm.de", "firm@agency.com", "domain", "foreign"},
      {"mailto:", "mailto:mailto:", "broken", "1"},
      {"mailto:hello", "mailto:helo", "shown_otherwise", "1"},
      {"href=\"mailto:", "href=\"/mail?", "linked", "0"},
      {"hello@firm.de", "info@firm.de", "mailbox", "generic"},
      {"hello@firm.de", "noreply@firm.de", "mailbox", "deaf"},
  };
  for (const auto& row : rows) {
    auto sample = SampleSite::perfect("firm.de");
    replace_everywhere(sample, row.old, row.text);
    INFO(row.text);
    CHECK(facts_of(sample, email_address)[row.fact] == row.value);
  }
}

TEST_CASE("the DNS says whether letters arrive") {
  struct Row {
    DnsOutcome outcome;
    std::vector<std::string> records;
    std::string route;
  };
  const std::vector<Row> rows{
      {DnsOutcome::answered, {"10 mail.firm.de"}, "mx"},
      {DnsOutcome::answered, {"0 ."}, "none"},
      {DnsOutcome::no_data, {}, "address"},
      {DnsOutcome::no_such_name, {}, "none"},
      {DnsOutcome::undecided, {}, "unknown: dns-undecided"},
  };
  for (const auto& row : rows) {
    auto sample = SampleSite::perfect("firm.de");
    sample.dns("firm.de", DnsType::mx, row.outcome, row.records);
    CHECK(facts_of(sample, email_address)["route"] == row.route);
  }
}

TEST_CASE("a resolver that denies the host that answered tells nothing of its mail") {
  auto sample = SampleSite::perfect("firm.de");
  sample.dns("firm.de", DnsType::a, DnsOutcome::no_such_name);
  sample.dns("firm.de", DnsType::mx, DnsOutcome::no_such_name);
  CHECK(facts_of(sample, email_address)["route"] == "unknown: dns-undecided");
}

TEST_CASE("without an address the form is named, absence only when all was seen") {
  auto sample = SampleSite::perfect("firm.de");
  replace_everywhere(sample, "hello@firm.de", "");
  auto facts = facts_of(sample, email_address);
  CHECK(facts["way"] == "form");
  sample.recording().complete = false;
  CHECK(facts_of(sample, email_address)["way"] == "unknown: budget-exhausted");
}

TEST_CASE("the address is judged by its domain, its route, its link and who reads it") {
  const std::string id = "email-address";
  for (const auto* component : {"own-domain", "accepts-mail", "clickable", "human"}) {
    INFO(component);
    CHECK(verdict_of(SampleSite::perfect("firm.de"), id, component) == "wow");
  }
  auto sample = SampleSite::perfect("firm.de");
  replace_everywhere(sample, "hello@firm.de", "bakery@gmail.com");
  CHECK(verdict_of(sample, id, "own-domain") == "sucks");
  replace_everywhere(sample, "bakery@gmail.com", "");
  CHECK(judged(id, sample, find_presence(sample.site())).touchpoint.status == Status::missing);
}

}  // namespace
}  // namespace touchstone
