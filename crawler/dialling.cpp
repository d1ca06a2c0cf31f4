#include "crawler/dialling.h"

namespace touchstone {

std::string connect_to_line(const HopQuestion& question) {
  if (question.dial_host == question.url.host() && question.dial_port == question.url.port()) {
    return {};
  }
  return "::" + question.dial_host + ":" + std::to_string(question.dial_port);
}

std::string resolve_line(const HopQuestion& question) {
  if (question.addresses.empty() || IpAddress::parse(question.dial_host)) return {};
  std::string list;
  for (const auto& address : question.addresses) {
    const std::string text = address.to_string();
    list += (list.empty() ? "" : ",") + (address.is_v4() ? text : "[" + text + "]");
  }
  return question.dial_host + ":" + std::to_string(question.dial_port) + ":" + list;
}

}  // namespace touchstone
