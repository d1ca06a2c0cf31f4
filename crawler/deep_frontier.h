#pragma once

// What a deep crawl still has to ask, and which address is next. The addresses themselves lie in
// the crawl file; memory holds eight bytes of each, the next few hundred, and the path shapes.

#include <deque>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_set>

#include "crawler/crawl_file.h"
#include "crawler/key_set.h"
#include "crawler/known_text.h"
#include "crawler/path_shapes.h"

namespace touchstone {

class DeepFrontier {
 public:
  // Takes up what the file holds.
  explicit DeepFrontier(CrawlFile& file);

  // Whether the address was met before; from now on it was.
  bool meet(std::uint64_t key);

  // `found`: just met; its shape and generation are filled in here. `from`: the address that leads
  // there; null for the start and for sitemaps.
  void add(FoundAddress found, const FoundAddress* from);

  // The next to ask; absent when nothing waits that is not asked for already. In the order of
  // discovery; those whose shapes bring nothing new wait for `doubtful`.
  std::optional<FoundAddress> next(bool doubtful);

  // What came of an address that next() gave.
  void answered(const FoundAddress& address, Novelty novelty);
  Novelty novelty_of(const PageSummary& page) { return texts_.meet(page); }
  void give_back(const FoundAddress& address);  // it goes on waiting

  void write();  // into the open batch of the file: what changed beside addresses
  bool knows_all_keys() const { return !met_.full(); }

 private:
  static constexpr std::size_t most_in_memory = 4u << 20;  // keys: 64 MiB at most
  static constexpr int window = 256, few = 8;
  static constexpr int many_of_one_page = 300;
  static constexpr std::int64_t most_parked = 5'000;  // of one shape

  std::optional<FoundAddress> next_in_order();
  std::optional<FoundAddress> next_doubtful();
  bool take(FoundAddress& address);
  void count_of_page(const FoundAddress& found, const FoundAddress* from);

  CrawlFile& file_;
  PathShapes shapes_;
  KnownText texts_;
  KeySet met_, loosely_met_;
  std::deque<FoundAddress> window_;
  std::int64_t seen_to_ = 0;  // no address up to here is unseen by the window
  std::unordered_set<std::int64_t> under_way_;
  std::int64_t last_from_ = 0;                // the page whose links came last
  std::map<std::int64_t, int> of_last_from_;  // how many of them, by shape
  struct Parked {
    std::int64_t waiting = 0;  // about so many
    std::int64_t seen_to = 0;
    std::deque<FoundAddress> few;
  };
  std::map<std::int64_t, Parked> parked_;  // by shape
};

}  // namespace touchstone
