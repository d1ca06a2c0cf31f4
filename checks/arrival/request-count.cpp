#include <set>

#include "checks/check.h"
#include "checks/loaded_files.h"
#include "site/public_suffix.h"

namespace touchstone::checks {

extern const Check request_count;

namespace {

bool is_gone(const LoadedFile& file) {
  return !file.unseen && file.status() >= 400 && file.status() < 500;
}

void say_strangers(const Site& site, const std::vector<LoadedFile>& files, Facts& facts) {
  std::set<std::string> domains;
  std::vector<Evidence> evidence;
  for (const LoadedFile& file : files) {
    if (site.is_own(file.url)) continue;
    const std::string host(file.url.host());
    const std::string domain = registrable_domain(host).value_or(host);
    if (domains.insert(domain).second && evidence.size() < 20) {
      evidence.push_back({file.url.href(), "home page", domain});
    }
  }
  const int count = static_cast<int>(domains.size());
  // Each domain stands in the page by itself, as a signal of its own.
  facts.say("third_parties", count, std::move(evidence)).signals = count;
}

void say_dead(const Site& site, const std::vector<LoadedFile>& files, Facts& facts) {
  int dead = 0;
  std::optional<Reason> unknown;
  std::vector<Evidence> evidence;
  for (const LoadedFile& file : files) {
    if (may_weigh(site, file) && !unknown) unknown = file.unseen;
    if (!is_gone(file)) continue;
    ++dead;
    evidence.push_back({file.url.href(), "status", std::to_string(file.status())});
  }
  facts.say("dead_seen", dead, evidence);
  if (unknown) {
    facts.unknown("dead", *unknown, std::move(evidence));
  } else {
    facts.say("dead", dead, std::move(evidence));
  }
}

Facts measure(const Site& site, const Presence&) {
  if (const auto why = home_unreadable_because(site)) return all_unknown(request_count, *why);
  const auto files = loaded_files(site);
  const int count = 1 + static_cast<int>(files.size());
  Facts facts;
  facts
      .say("requests", count,
           {{site.home()->url().href(), "home page", std::to_string(files.size()) + " files"}})
      .signals = count;
  say_strangers(site, files, facts);
  say_dead(site, files, facts);
  return facts;
}

}  // namespace

const Check request_count{
    "request-count",
    {{"requests", "", "the home page and the files that it asks the browser for"},
     {"third_parties", "", "foreign domains among them"},
     {"dead", "", "files that are not there (4xx)"},
     {"dead_seen", "", "of the files looked at, those that are not there"}},
    measure};

}  // namespace touchstone::checks
