#pragma once

// Which texts, and which runs of words, a crawl has met: in memory that does not grow.

#include <cstdint>
#include <vector>

#include "crawler/key_set.h"
#include "crawler/path_shapes.h"
#include "site/page_summary.h"

namespace touchstone {

class KnownText {
 public:
  explicit KnownText(std::size_t most_texts) : texts_(most_texts), runs_(words_of_filter) {}

  // What the text brings; from now on it is known.
  Novelty meet(const PageSummary& page);
  void restore(std::uint64_t text_hash) { texts_.insert(text_hash); }

 private:
  // A Bloom filter of 4 MiB with two bits a run.
  static constexpr std::size_t words_of_filter = 512u << 10;
  bool meet_run(std::uint32_t sample);  // true: it is new

  KeySet texts_;
  std::vector<std::uint64_t> runs_;
};

}  // namespace touchstone
