#include "crawler/crawl_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

namespace touchstone {

// A file that cannot be opened is the database's to complain about.
CrawlLock::CrawlLock(const std::string& path) {
  constexpr mode_t usual = 0666;
  if (!path.empty()) descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, usual);
  if (descriptor_ < 0) return;
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
  ::close(descriptor_);
  throw std::runtime_error("another crawl is using '" + path +
                           "'; wait until it ends, or name another file with --state");
}

CrawlLock::~CrawlLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace touchstone
