#pragma once

// One request on its way through its hops.

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "crawler/body_sink.h"
#include "crawler/curl_exchange.h"
#include "crawler/network.h"
#include "crawler/redirects.h"

namespace touchstone {

struct Transfer {
  using Clock = std::chrono::steady_clock;

  Transfer(Ticket its_ticket, Request its_request, const ExchangeSettings& settings)
      : ticket(its_ticket),
        request(std::move(its_request)),
        url(request.url),
        fetch{request.url, request.method, {}, {}, false, 0, {}, request.attempt, {}},
        exchange(settings) {}

  Ticket ticket;
  Request request;
  Url url;            // of the present hop
  std::string place;  // the machine whose limit of connections it falls under
  Fetch fetch;        // as far as it is known
  CurlExchange exchange;
  std::optional<BodySink> sink;
  bool streamed = false;  // the first part of the body was handed on
  Redirects redirects;
  enum class Stage { waiting, looking_up, exchanging } stage = Stage::waiting;
  std::chrono::microseconds name_lookup{0};  // of the present hop
  Clock::time_point hop_began;
  Clock::duration spent{0};  // by the hops before; waiting for a free place does not count

  // What is known while the present hop is still being answered.
  Fetch so_far() const {
    Fetch known = fetch;
    known.hops.push_back(exchange.hop());
    return known;
  }

  std::chrono::milliseconds time_left(std::chrono::milliseconds timeout) const {
    const auto used = spent + (Clock::now() - hop_began);
    if (request.patience.count() > 0) timeout = std::min(timeout, request.patience);
    return timeout - std::chrono::duration_cast<std::chrono::milliseconds>(used);
  }
};

}  // namespace touchstone
