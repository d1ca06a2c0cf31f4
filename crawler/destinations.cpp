#include "crawler/destinations.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace touchstone {

namespace {

// Splits at colons outside of brackets.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts(1);
  bool in_brackets = false;
  for (const char c : text) {
    if (c == '[') in_brackets = true;
    if (c == ']') in_brackets = false;
    if (c == ':' && !in_brackets) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port == 0) return std::nullopt;
  return port;
}

// The host as Url::host() would say it; empty stays empty.
std::optional<std::string> parse_host(const std::string& text) {
  if (text.empty()) return text;
  const auto url = Url::parse("http://" + text + "/");
  if (!url || url->path() != "/" || url->has_credentials()) return std::nullopt;
  return std::string(url->host());
}

}  // namespace

std::optional<SocketAddress> parse_socket_address(std::string_view text, std::uint16_t usual_port) {
  if (const auto address = IpAddress::parse(text)) return SocketAddress{*address, usual_port};
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto address = IpAddress::parse(text.substr(0, colon));
  const auto port = parse_port(text.substr(colon + 1));
  if (!address || !port) return std::nullopt;
  return SocketAddress{*address, *port};
}

Destinations::ConnectTo Destinations::parse_connect_to(const std::string& text) {
  const auto parts = split(text);
  const std::runtime_error wrong(
      fmt::format("--connect-to {}: wanted is HOST1:PORT1:HOST2:PORT2", text));
  if (parts.size() != 4) throw wrong;
  const auto port = [&](const std::string& part) -> std::uint16_t {
    if (part.empty()) return 0;
    const auto parsed = parse_port(part);
    if (!parsed) throw wrong;
    return *parsed;
  };
  const auto host = parse_host(parts[0]);
  const auto new_host = parse_host(parts[2]);
  if (!host || !new_host) throw wrong;
  return {*host, *new_host, port(parts[1]), port(parts[3])};
}

Destinations::Resolve Destinations::parse_resolve(const std::string& text) {
  const std::runtime_error wrong(
      fmt::format("--resolve {}: wanted is HOST:PORT:ADDR[,ADDR]", text));
  auto parts = split(text.starts_with('+') ? text.substr(1) : text);
  if (parts.size() < 3) throw wrong;
  Resolve resolve;
  const auto host = parts[0] == "*" ? parts[0] : parse_host(parts[0]);
  const auto port = parse_port(parts[1]);
  if (!host || host->empty() || !port) throw wrong;
  // curl takes IPv6 addresses without brackets too.
  std::string addresses = parts[2];
  for (std::size_t i = 3; i < parts.size(); ++i) addresses += ":" + parts[i];
  for (std::size_t begin = 0; begin <= addresses.size();) {
    const auto end = std::min(addresses.find(',', begin), addresses.size());
    const auto address = IpAddress::parse(std::string_view(addresses).substr(begin, end - begin));
    if (!address) throw wrong;
    resolve.addresses.push_back(*address);
    begin = end + 1;
  }
  resolve.host = *host;
  resolve.port = *port;
  return resolve;
}

Destinations::Destinations(const CrawlOptions& options) {
  for (const auto& text : options.connect_to) connect_to_.push_back(parse_connect_to(text));
  for (const auto& text : options.resolve) resolve_.push_back(parse_resolve(text));
}

Destination Destinations::of(const Url& url) const {
  Destination destination{std::string(url.host()), url.port(), {}, false};
  for (const auto& rule : connect_to_) {
    if (!rule.host.empty() && rule.host != destination.host) continue;
    if (rule.port != 0 && rule.port != destination.port) continue;
    if (!rule.new_host.empty()) {
      destination.host = rule.new_host;
      destination.named = true;
    }
    if (rule.new_port != 0) destination.port = rule.new_port;
    break;
  }
  for (const auto& rule : resolve_) {
    if ((rule.host != "*" && rule.host != destination.host) || rule.port != destination.port) {
      continue;
    }
    destination.addresses = rule.addresses;
    destination.named = true;
  }
  if (const auto literal = IpAddress::parse(destination.host)) destination.addresses = {*literal};
  return destination;
}

}  // namespace touchstone
