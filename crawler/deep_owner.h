#pragma once

// The owner of a deep crawl: decides what is asked next, takes the answers, writes them down. All
// decisions are made in one thread; the carriers only carry. Private to deep_crawl.cpp.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crawler/crawl_file.h"
#include "crawler/deep_crawl.h"
#include "crawler/deep_frontier.h"
#include "crawler/deep_manners.h"
#include "crawler/page_carrier.h"
#include "crawler/robots_gate.h"

namespace touchstone {

class DeepOwner {
 public:
  // `home`: where the site lives.
  DeepOwner(const Url& home, const CrawlOptions& options, CrawlFile& file, Network& network,
            const CrawlHooks& hooks, bool again, DeepTotals& totals);

  void run();

 private:
  struct Asked {
    FoundAddress address;
    int tries = 0;
    bool head = false;
    std::size_t carrier = 0;
    std::string etag{}, last_modified{};
  };
  struct Paused {
    Time until;
    Asked asked;
  };

  bool goes_on();  // false: it is to end; totals_ says why
  void choose(std::vector<std::vector<PageQuestion>>& questions);
  std::optional<Asked> next(Time now);
  std::chrono::milliseconds patience(Time now) const;

  void take(PageAnswer answer);
  bool asks_again(const Asked& asked, const PageAnswer& answer);
  Novelty novelty_of(const PageAnswer& answer);
  void follow(const FoundAddress& from, const PageAnswer& answer);
  std::optional<std::string> follow_redirect(const FoundAddress& from, const PageAnswer& answer);
  void follow_known(const FoundAddress& from);
  void meet(std::string_view href, std::uint64_t key, const FoundAddress* from, int depth,
            int hops);

  // robots.txt and sitemaps (deep_owner_files.cpp).
  bool allowed(const Url& url);
  void ask_for_robots(const Url& url);
  // Takes a piece of the body, the first one with the head; false: no more is wanted.
  using TakePart = std::function<bool(const Fetch* head, std::string_view part)>;
  Fetch fetch(const Url& url, std::size_t body_limit, const TakePart& take_part = {});
  void pause(std::chrono::milliseconds at_most);
  void plan_sitemap(const Url& url);
  bool read_a_sitemap();  // false: there is none any more

  bool interrupted() const { return hooks_.interrupted && *hooks_.interrupted > 0; }
  Time now() { return network_.now(); }

  const Url home_;
  const CrawlOptions options_;
  CrawlFile& file_;
  Network& network_;
  const CrawlHooks& hooks_;
  DeepTotals& totals_;
  const Time began_;
  const OwnHosts own_;
  DeepFrontier frontier_;
  DeepManners manners_;
  RobotsGate gate_;
  AnswerBox answers_;
  std::vector<std::unique_ptr<PageCarrier>> carriers_;
  std::vector<int> loads_;  // of the carriers
  std::map<std::int64_t, Asked> under_way_;
  std::vector<Paused> paused_;
  std::vector<Url> sitemaps_;
  std::size_t sitemaps_read_ = 0;
  const bool again_;  // what is known is asked for conditionally
  bool ended_ = false;
  bool exhausted_ = false;  // nothing of good standing was left to ask
  bool doubtful_ = false;   // everything else is done
};

}  // namespace touchstone
