#pragma once

// One request on its way through its hops.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  bool streamed = false;    // the first part of the body was handed on
  std::size_t untaken = 0;  // bytes of parts that nobody has taken yet
  Redirects redirects;
  enum class Stage { waiting, looking_up, exchanging } stage = Stage::waiting;
  std::chrono::microseconds name_lookup{0};  // of the present hop
  Clock::time_point hop_began;
  Clock::duration spent{0};  // by the hops before; waiting for a free place does not count

  // What is known while the present hop is still being answered.
  Fetch so_far() const;

  std::chrono::milliseconds time_left(std::chrono::milliseconds timeout) const;

  // The bytes as an event, or at the end of the one before. A body that comes faster than it is
  // taken rests meanwhile: unpacked, megabytes may be there at once.
  void hand_on(std::string_view part, std::vector<Event>& events);
  void parts_were_taken();
};

}  // namespace touchstone
