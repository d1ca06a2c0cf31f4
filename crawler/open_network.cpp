#include <fstream>
#include <stdexcept>

#include "crawler/crawl.h"
#include "crawler/curl_network.h"

namespace touchstone {

namespace {

void require_readable(const std::string& path) {
  if (path.empty()) return;
  const std::ifstream file(path);
  if (!file) throw std::runtime_error("--cacert " + path + ": cannot be read");
}

}  // namespace

std::unique_ptr<Network> open_network(const CrawlOptions& options, const Url& start) {
  require_readable(options.ca_file);
  return std::make_unique<CurlNetwork>(options, start);
}

}  // namespace touchstone
