#pragma once

// Asking a CurlNetwork one thing and waiting for the answer.

#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "crawler/curl_network.h"
#include "crawler/local_server.h"

namespace touchstone {

inline Url url(const std::string& text) {
  const auto parsed = Url::parse(text);
  REQUIRE(parsed);
  return *parsed;
}

inline Request get(const std::string& text) {
  return Request{.url = url(text)};
}

// All events until nothing is under way.
inline std::vector<Event> all_events(Network& network) {
  std::vector<Event> events;
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (network.under_way() > 0 && std::chrono::steady_clock::now() < until) {
    for (auto& event : network.wait(std::chrono::milliseconds(1'000))) {
      events.push_back(std::move(event));
    }
  }
  REQUIRE(network.under_way() == 0);
  return events;
}

inline Fetch fetch(Network& network, Request request) {
  const Ticket ticket = network.ask(std::move(request));
  for (auto& event : all_events(network)) {
    if (event.ticket == ticket && event.fetch) return *std::move(event.fetch);
  }
  FAIL("no answer to the ticket");
  std::abort();
}

// One fetch by a network of its own whose start is the same address.
inline Fetch fetch(Request request, const CrawlOptions& options = {}) {
  CurlNetwork network(options, request.url);
  return fetch(network, std::move(request));
}

inline std::string fault_of(const Fetch& fetch) {
  return fetch.fault ? std::string(to_string(fetch.fault->kind)) : "";
}

}  // namespace touchstone
