#include <algorithm>

#include "crawler/quick_crawl.h"
#include "site/mail_domain.h"
#include "site/public_suffix.h"

namespace touchstone {
namespace {

constexpr std::size_t max_dns_questions = 320;
constexpr std::size_t max_mail_domains = 10, max_exchanges = 2, max_addresses = 200;
constexpr std::size_t max_judged_domains = 2;

}  // namespace

void QuickCrawl::ask_dns_of(const std::string& host) {
  const auto domain = registrable_domain(host);
  if (!domain) return;
  for (const auto& name : {host, *domain})
    for (const auto type :
         {DnsType::a, DnsType::aaaa, DnsType::ns, DnsType::mx, DnsType::txt, DnsType::caa})
      ask_dns(name, type);
  ask_dns(host, DnsType::https);
}

void QuickCrawl::ask_dns(const std::string& name, DnsType type) {
  if (dns_asked_.size() == max_dns_questions || !dns_asked_.try_emplace({name, type}).second)
    return;
  dns_in_flight_.emplace(network_.ask_dns(name, type), DnsQuestion{name, type});
}

void QuickCrawl::take_dns(DnsAnswer answer) {
  auto& answers = recorder_.recording().dns;
  dns_asked_[{answer.name, answer.type}] = answers.size();
  answers.push_back(std::move(answer));
  follow_mail(answers.back());
  for (const auto& domain : judged_domains_) ask_about_mail(domain);
}

const DnsAnswer* QuickCrawl::dns(std::string_view name, DnsType type) {
  const auto found = dns_asked_.find({std::string(name), type});
  if (found == dns_asked_.end() || !found->second) return nullptr;
  return &recorder_.recording().dns[*found->second];
}

// The addresses that a page prints or links: whether their mail arrives is a question to the DNS.
void QuickCrawl::follow_addresses(const Page& page) {
  for (const auto& domain : mail_domains_of(page)) {
    if (addresses_.size() < max_addresses) addresses_.push_back("somebody@" + domain);
    if (mail_domains_.size() == max_mail_domains || !mail_domains_.insert(domain).second) continue;
    ask_dns(domain, DnsType::mx);
    ask_dns(domain, DnsType::a);
    ask_dns(domain, DnsType::aaaa);
  }
}

void QuickCrawl::follow_mail(const DnsAnswer& answer) {
  if (answer.type != DnsType::mx || !mail_domains_.contains(answer.name)) return;
  auto exchanges = mail_hosts(answer);
  exchanges.resize(std::min(exchanges.size(), max_exchanges));
  for (const auto& exchange : exchanges) {
    ask_dns(exchange, DnsType::a);
    ask_dns(exchange, DnsType::aaaa);
  }
}

// The domain that the company's mail goes through, as far as its pages are known.
void QuickCrawl::judge_mail_domain() {
  if (!home_read_ || closed_ || !registrable_domain(home_->host())) return;
  const auto domain = mail_domain(addresses_, home_->host());
  if (judged_domains_.size() == max_judged_domains || !judged_domains_.insert(domain).second)
    return;
  ask_about_mail(domain);
}

// Answers raise further questions, until nothing is left to ask.
void QuickCrawl::ask_about_mail(const std::string& domain) {
  if (closed_) return;
  const DnsLookup lookup = [this](std::string_view name, DnsType type) { return dns(name, type); };
  for (const auto& [name, type] : mail_questions(domain, lookup)) ask_dns(name, type);
  for (const auto& [note, url] : mail_files(domain, lookup))
    plan({.role = Role::mail_policy,
          .url = url,
          .rank = Rank::evidence,
          .note = note,
          .linked = true,
          .obeys_robots = false});
}

}  // namespace touchstone
