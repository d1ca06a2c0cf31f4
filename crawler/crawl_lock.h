#pragma once

#include <string>

namespace touchstone {

// One crawl a file: two would take each other's addresses. Held while it lives, and left by a
// process that is killed. An empty path holds nothing. Throws std::runtime_error when another crawl
// holds it; file systems without locks have none.
class CrawlLock {
 public:
  explicit CrawlLock(const std::string& path);
  ~CrawlLock();
  CrawlLock(const CrawlLock&) = delete;
  CrawlLock& operator=(const CrawlLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace touchstone
