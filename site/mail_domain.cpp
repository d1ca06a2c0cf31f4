#include "site/mail_domain.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "site/dmarc.h"
#include "site/embedded.h"
#include "site/host.h"
#include "site/http_text.h"
#include "site/public_suffix.h"

namespace touchstone {
namespace {

bool is_listed_free(std::string_view domain) {
  static const auto list = embedded_list("site/data/free-mail.txt");
  return std::find(list.begin(), list.end(), domain) != list.end();
}

// Collects what the lookup does not know, each question once.
class OpenQuestions {
 public:
  explicit OpenQuestions(const DnsLookup& lookup) : lookup_(lookup) {}

  const DnsAnswer* ask(const std::string& name, DnsType type) {
    const DnsAnswer* const answer = lookup_(name, type);
    if (!answer) add({name, type});
    return answer;
  }
  void add(const DnsQuestion& question) {
    if (std::find(open_.begin(), open_.end(), question) == open_.end()) open_.push_back(question);
  }
  void add(const std::vector<DnsQuestion>& questions) {
    for (const auto& question : questions) add(question);
  }
  std::vector<DnsQuestion> take() { return std::move(open_); }

 private:
  const DnsLookup& lookup_;
  std::vector<DnsQuestion> open_;
};

std::vector<std::string> bimi_names(std::string_view domain) {
  std::vector<std::string> names{"default._bimi." + std::string(domain)};
  const auto parent = registrable_domain(domain);
  if (parent && *parent != domain) names.push_back("default._bimi." + *parent);
  return names;
}

void add_file(std::vector<MailFile>& files, std::string note, std::string_view address) {
  if (auto url = Url::parse(address)) files.push_back({std::move(note), *std::move(url)});
}

}  // namespace

bool is_free_mail(std::string_view domain) {
  if (is_listed_free(domain)) return true;
  const std::string suffix = public_suffix(domain);
  if (suffix.empty() || domain.size() <= suffix.size()) return false;
  return is_listed_free(std::string(domain.substr(0, domain.size() - suffix.size())) + "*");
}

std::string mail_domain(const std::vector<std::string>& addresses, std::string_view host) {
  std::map<std::string, int> seen;
  std::string best = registrable_domain(host).value_or(std::string(host));
  int most = 0;
  for (const auto& address : addresses) {
    const auto at = address.rfind('@');
    if (at == address.npos) continue;
    const auto domain = host_to_ascii(std::string_view(address).substr(at + 1));
    if (!domain || domain->find('.') == domain->npos || is_free_mail(*domain)) continue;
    constexpr int own = 1'000'000;  // more than there are addresses
    int& count = seen[*domain];
    if (count == 0 && same_company_host(*domain, host)) count = own;
    if (++count <= most) continue;
    most = count;
    best = *domain;
  }
  return best;
}

std::vector<std::string> dkim_names(std::string_view domain) {
  const std::string tail = "._domainkey." + std::string(domain);
  std::vector<std::string> names{"no-selector-of-anybody" + tail};
  for (const auto selector : embedded_list("site/data/dkim-selectors.txt"))
    names.push_back(std::string(selector) + tail);
  return names;
}

std::optional<BimiRecord> find_bimi(std::string_view domain, const DnsLookup& lookup) {
  for (const auto& name : bimi_names(domain)) {
    const DnsAnswer* const answer = lookup(name, DnsType::txt);
    if (!answer) continue;
    for (const auto& text : answer->records)
      if (has_version(text, "BIMI1")) return BimiRecord{name, text, parse_tag_list(text)};
  }
  return std::nullopt;
}

std::vector<std::string> mail_hosts(const DnsAnswer& mx) {
  constexpr std::size_t most = 10;
  std::vector<std::pair<int, std::string>> ranked;
  for (const auto& record : mx.records) {
    const auto space = record.find(' ');
    if (space == record.npos) continue;
    int preference = 0;
    std::from_chars(record.data(), record.data() + space, preference);
    auto host = lower_ascii(record.substr(space + 1));
    if (host.ends_with('.')) host.pop_back();
    if (!host.empty()) ranked.emplace_back(preference, std::move(host));
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> hosts;
  for (auto& [preference, host] : ranked) {
    if (hosts.size() == most) break;
    if (std::find(hosts.begin(), hosts.end(), host) == hosts.end())
      hosts.push_back(std::move(host));
  }
  return hosts;
}

std::vector<DnsQuestion> mail_questions(std::string_view domain, const DnsLookup& lookup) {
  const std::string name(domain);
  OpenQuestions open(lookup);
  for (const auto type : {DnsType::a, DnsType::aaaa, DnsType::txt}) open.ask(name, type);
  if (const DnsAnswer* const mx = open.ask(name, DnsType::mx)) {
    for (const auto& host : mail_hosts(*mx)) {
      if (ends_in_number(host)) continue;
      for (const auto type : {DnsType::a, DnsType::aaaa, DnsType::cname}) open.ask(host, type);
    }
  }
  open.add(evaluate_spf(name, lookup).unasked);
  const DmarcSearch dmarc = find_dmarc(name, lookup);
  open.add(dmarc.unasked);
  if (dmarc.record)
    for (const auto& reports : report_domains(*dmarc.record)) open.ask(reports, DnsType::mx);
  for (const auto& selector : dkim_names(name)) open.ask(selector, DnsType::txt);
  for (const auto& bimi : bimi_names(name)) open.ask(bimi, DnsType::txt);
  open.ask("_mta-sts." + name, DnsType::txt);
  open.ask("_smtp._tls." + name, DnsType::txt);
  return open.take();
}

std::vector<MailFile> mail_files(std::string_view domain, const DnsLookup& lookup) {
  std::vector<MailFile> files;
  const std::string name(domain);
  const DnsAnswer* const sts = lookup("_mta-sts." + name, DnsType::txt);
  if (sts && std::any_of(sts->records.begin(), sts->records.end(),
                         [](const auto& text) { return has_version(text, "STSv1"); }))
    add_file(files, "mta-sts", "https://mta-sts." + name + "/.well-known/mta-sts.txt");
  if (const auto bimi = find_bimi(domain, lookup)) {
    add_file(files, "bimi-logo", bimi->tags.value("l").value_or(""));
    add_file(files, "bimi-certificate", bimi->tags.value("a").value_or(""));
  }
  return files;
}

}  // namespace touchstone
