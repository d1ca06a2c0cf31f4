#include "crawler/deep_crawl.h"

#include <sys/resource.h>

#include <stdexcept>

#include "crawler/address_key.h"
#include "crawler/deep_owner.h"

namespace touchstone {
namespace {

constexpr const char* home_name = "home";
constexpr const char* complete_name = "complete";

std::int64_t peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return std::int64_t{usage.ru_maxrss} * 1024;
}

// Where the site lives: what the address that the user named leads to. Absent when nobody answers.
std::optional<Url> find_home(const Url& start, Network& network, DeepTotals& totals) {
  ++totals.requests;
  Request request{.url = start};
  request.drop_body = true;
  const Ticket ticket = network.ask(std::move(request));
  while (network.under_way() > 0) {
    for (const auto& event : network.wait(std::chrono::milliseconds(500))) {
      if (event.ticket != ticket || !event.fetch) continue;
      totals.bytes += event.fetch->wire_bytes;
      if (event.fetch->status() > 0) return event.fetch->answered().without_fragment();
      if (event.fetch->fault) totals.why = event.fetch->fault->detail;
    }
  }
  return {};
}

// The home that the file names; where it is of another site, the file is not for this crawl.
std::optional<Url> home_of(CrawlFile& file, const Url& start, const std::string& state) {
  const auto said = file.said(home_name);
  auto home = said ? Url::parse(*said) : std::nullopt;
  if (!home) return {};
  const auto asked = file.said("asked");
  const bool same = OwnHosts(*home).hold(start.href()) || asked == start.href();
  if (!same)
    throw std::runtime_error("'" + state + "' holds the crawl of " + *said +
                             "; name another file with --state");
  return home;
}

void begin(CrawlFile& file, const Url& start, const Url& home) {
  file.begin();
  file.say("asked", start.href());
  file.say(home_name, home.href());
  file.say(complete_name, "no");
  file.commit();
}

}  // namespace

DeepCrawled deep_crawl(const Url& start, const CrawlOptions& options, const std::string& state,
                       const CrawlHooks& hooks) {
  const auto began = std::chrono::steady_clock::now();
  DeepCrawled crawled;
  DeepTotals& totals = crawled.totals;
  CrawlFile file(state);
  const auto network = open_network(options, start);
  auto home = home_of(file, start, state);
  const bool complete = file.said(complete_name) == "yes";
  totals.resumed = home && !complete;
  if (!home) home = find_home(start, *network, totals);
  if (!home) {
    totals.stopped_by = "unreachable";
    return crawled;
  }
  if (complete) file.begin_again();
  if (!totals.resumed) begin(file, start, *home);
  const bool again = complete || file.said("again") == "yes";
  if (again) file.say("again", "yes");
  totals.pages = file.count(AddressState::answered);
  totals.answered = totals.pages > 0;
  {
    DeepOwner owner(*home, options, file, *network, hooks, again, totals);
    owner.run();
  }
  if (totals.stopped_by.empty() && again) file.forget_former();
  totals.left_out = file.count(AddressState::left_out);
  totals.forbidden = file.count(AddressState::forbidden);
  totals.elapsed_ms = std::chrono::duration_cast<std::chrono::milliseconds>(
                          std::chrono::steady_clock::now() - began)
                          .count();
  crawled.summary = file.summary(totals.stopped_by.empty());
  // Last, so that whoever is killed before has nothing to ask for again.
  if (totals.stopped_by.empty()) file.say(complete_name, "yes");
  totals.peak_rss_bytes = peak_memory();
  return crawled;
}

}  // namespace touchstone
