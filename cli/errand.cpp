#include "cli/errand.h"

#include <fstream>
#include <ostream>

#include "site/public_suffix.h"

namespace touchstone {

Url typed_address(const std::string& text) {
  auto address = Url::parse_typed(text);
  if (!address) {
    throw UsageError("'" + text +
                     "' is no web address; write it as example.com or https://example.com");
  }
  if (address->has_credentials()) {
    throw UsageError(
        "an address with a password would stand in every report; leave it out and use "
        "--header 'Authorization: ...'");
  }
  return std::move(*address);
}

std::string lane_of(const Url& address) {
  const std::string host(address.host());
  const bool usual_port = address.authority() == host;
  return registrable_domain(host).value_or(host) +
         (usual_port ? "" : ":" + std::to_string(address.port()));
}

bool write_text_file(const std::string& path, const std::string& text, std::ostream& err) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  if (!file) err << "touchstone: cannot write " << path << "\n";
  return static_cast<bool>(file);
}

}  // namespace touchstone
