#include "crawler/machine.h"

#include <ifaddrs.h>
#include <poll.h>
#include <unistd.h>

#include <chrono>

#include "crawler/address_guard.h"

namespace touchstone {

Time machine_time() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

bool machine_has_ipv6() {
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) return false;
  bool found = false;
  for (const ifaddrs* each = list; each && !found; each = each->ifa_next) {
    if (!each->ifa_addr) continue;
    const auto address = IpAddress::from(*each->ifa_addr);
    found = address && !address->is_v4() && is_public(*address);
  }
  ::freeifaddrs(list);
  return found;
}

bool nobody_reads_output() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&output, 1, 0) > 0 && (output.revents & (POLLERR | POLLHUP)) != 0;
}

}  // namespace touchstone
