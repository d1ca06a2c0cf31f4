// Records of mail in the DNS: SPF, DMARC, DKIM, BIMI. Each line is an answer to every question of
// its turn, so that records lead to one another.

#include <map>
#include <vector>

#include "checks/dkim_key.h"
#include "site/dmarc.h"
#include "site/mail_domain.h"
#include "site/spf.h"
#include "site/spf_record.h"
#include "tests/fuzz/fuzz.h"

namespace touchstone {
namespace {

using fuzz::hold;

// Answers each name with the same line, always another for another name.
class Zone {
 public:
  explicit Zone(std::string_view text) {
    while (!text.empty() && lines_.size() < 16) {
      const auto [line, rest] = fuzz::split_line(text);
      lines_.emplace_back(line);
      text = rest;
    }
  }

  const DnsAnswer* ask(std::string_view name, DnsType type) {
    auto& answer = answers_[{std::string(name), type}];
    if (answer.name.empty() && !lines_.empty()) {
      answer = {
          std::string(name), type, DnsOutcome::answered, {lines_[answers_.size() % lines_.size()]}};
      if (answer.records[0].empty()) answer = {std::string(name), type, DnsOutcome::no_data, {}};
    }
    return &answer;
  }
  std::size_t asked() const { return answers_.size(); }

 private:
  std::vector<std::string> lines_;
  std::map<std::pair<std::string, DnsType>, DnsAnswer> answers_;
};

}  // namespace
}  // namespace touchstone

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto text = fuzz::text_of(bytes, size);
  Zone zone(text);
  const DnsLookup lookup = [&](std::string_view name, DnsType type) {
    return zone.ask(name, type);
  };
  const auto outcome = evaluate_spf("firm.example", lookup);
  hold(outcome.lookups <= 11 && outcome.voids <= 3, "an evaluation keeps the RFC's limits");
  hold(outcome.unasked.empty(), "nothing is left to ask where everything is answered");
  find_dmarc("mail.firm.example", lookup);
  find_bimi("firm.example", lookup);
  mail_questions("firm.example", lookup);
  mail_files("firm.example", lookup);
  hold(zone.asked() <= 400, "questions are bounded");
  const auto [record, rest] = fuzz::split_line(text);
  const auto terms = parse_spf_record(record);
  hold(terms.terms.size() <= record.size(), "a term has a letter");
  hold(names_needed(record, "firm.example").size() <= 400, "names are bounded");
  const DmarcRecord dmarc{"firm.example", std::string(record), parse_tag_list(record)};
  dmarc_policy(dmarc, true);
  hold(report_domains(dmarc).size() <= 4, "report domains are bounded");
  parse_dkim_key(record);
  is_domain_spec(record);
  mail_domain({std::string(record), std::string(rest)}, "firm.example");
  return 0;
}
