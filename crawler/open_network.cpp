#include <stdexcept>

#include "crawler/crawl.h"
#include "crawler/curl_network.h"
#include "crawler/proxy.h"
#include "crawler/tls_facts.h"

namespace touchstone {

std::unique_ptr<Network> open_network(const CrawlOptions& options, const Url& start) {
  if (!options.ca_file.empty() && !holds_certificates(options.ca_file)) {
    throw std::runtime_error("--cacert " + options.ca_file + ": no readable certificates there");
  }
  require_proxy(options.proxy);
  return std::make_unique<CurlNetwork>(options, start);
}

}  // namespace touchstone
