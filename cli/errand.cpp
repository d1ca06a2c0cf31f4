#include "cli/errand.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

#include "crawler/machine.h"
#include "reports/layout.h"
#include "site/public_suffix.h"

namespace touchstone {

namespace {

// What a name server could be asked for (RFC 1035 section 2.3.4), a final dot left aside.
// Underscores and other letters that names of hosts should not have are met in the wild.
bool is_host(std::string_view host) {
  constexpr std::size_t longest_name = 253, longest_label = 63;
  if (host.starts_with('[')) return true;
  if (host.ends_with('.')) host.remove_suffix(1);
  if (host.size() > longest_name) return false;
  for (std::size_t begin = 0; begin <= host.size();) {
    const std::size_t end = std::min(host.find('.', begin), host.size());
    if (end == begin || end - begin > longest_label) return false;
    begin = end + 1;
  }
  return true;
}

// "5" would be the address 0.0.0.5, "--deep" behind a lone "--" a host.
bool is_slip(const std::string& text) {
  return text.starts_with('-') || text.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

Url typed_address(const std::string& text) {
  auto address = Url::parse_typed(text);
  if (!address || is_slip(text) || !is_host(address->host()) || address->port() == 0) {
    throw UsageError("'" + printable(text) +
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

std::vector<Url> typed_addresses(const std::vector<std::string>& texts) {
  std::vector<Url> addresses;
  for (const auto& text : texts) {
    Url address = typed_address(text);
    const bool known = std::any_of(addresses.begin(), addresses.end(),
                                   [&](const Url& one) { return one.href() == address.href(); });
    if (!known) addresses.push_back(std::move(address));
  }
  return addresses;
}

bool delivered(std::ostream& out) {
  return out || nobody_reads_output();
}

// What stood there stays whole until the new text is. Devices and pipes are written as they are.
bool write_text_file(const std::string& path, const std::string& text, std::ostream& err) {
  namespace fs = std::filesystem;
  std::error_code error;
  const bool apart = !fs::exists(path, error) || fs::is_regular_file(path, error);
  const fs::path target = fs::is_symlink(path, error) ? fs::weakly_canonical(path) : fs::path(path);
  const std::string beside = apart ? target.string() + ".part" : path;
  errno = 0;
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  const int why = errno;
  const bool written = static_cast<bool>(file);
  file.close();
  if (written && apart) fs::rename(beside, target, error);
  if (written && !(apart && error)) return true;
  const auto reason = written ? error : std::error_code(why, std::generic_category());
  err << "touchstone: cannot write " << path << ": " << reason.message() << "\n";
  if (apart) fs::remove(beside, error);
  return false;
}

}  // namespace touchstone
