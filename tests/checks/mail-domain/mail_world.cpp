#include "tests/checks/mail-domain/mail_world.h"

#include <catch2/catch.hpp>

#include "site/mail_domain.h"

namespace touchstone {

Presence written_to(std::string address) {
  Presence presence;
  Email email;
  email.address = std::move(address);
  email.url = "https://example.com/";
  email.region = Region::footer;
  presence.emails.push_back(std::move(email));
  return presence;
}

void hold_address(SampleSite& sample, std::string_view name) {
  sample.dns(name, DnsType::a, DnsOutcome::answered, {"192.0.2.25"});
}

void answer_the_rest(SampleSite& sample) {
  const DnsLookup lookup = [&](std::string_view name, DnsType type) -> const DnsAnswer* {
    for (const DnsAnswer& answer : sample.recording().dns)
      if (answer.name == name && answer.type == type) return &answer;
    return nullptr;
  };
  while (true) {
    const auto open = mail_questions("example.com", lookup);
    if (open.empty()) return;
    for (const auto& question : open)
      sample.dns(question.name, question.type, DnsOutcome::no_such_name);
  }
}

JudgedSample judged_mail(std::string_view touchpoint, SampleSite sample) {
  answer_the_rest(sample);
  return judged(touchpoint, sample, written_to("hello@example.com"));
}

void hold_mail_rows(std::string_view touchpoint, const std::vector<ComponentRow>& rows) {
  for (const ComponentRow& row : rows) {
    INFO(touchpoint << "." << row.component << ": " << row.when);
    SampleSite sample = SampleSite::perfect();
    row.breaks(sample);
    CHECK(judged_mail(touchpoint, std::move(sample)).verdict(row.component) == row.verdict);
  }
}

}  // namespace touchstone
