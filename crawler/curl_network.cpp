#include "crawler/curl_network.h"

#include <algorithm>
#include <map>
#include <set>

#include "crawler/address_guard.h"
#include "crawler/connection_limits.h"
#include "crawler/curl_exchange.h"
#include "crawler/curl_loop.h"
#include "crawler/destinations.h"
#include "crawler/dns_resolver.h"
#include "crawler/host_addresses.h"
#include "crawler/machine.h"
#include "crawler/proxy.h"
#include "crawler/request_headers.h"
#include "crawler/transfer.h"

namespace touchstone {

using Clock = Transfer::Clock;
using std::chrono::milliseconds;

struct CurlNetwork::State {
  State(const CrawlOptions& options, const Url& start);

  const ExchangeSettings settings;
  const milliseconds timeout;
  const bool ipv6 = machine_has_ipv6();
  const Destinations destinations;
  const AddressGuard guard;
  const RequestHeaders headers;
  ConnectionLimits limits;
  CurlLoop loop;
  DnsResolver resolver;
  HostAddresses hosts;
  Ticket last_ticket = 0;
  std::map<Ticket, std::unique_ptr<Transfer>> transfers;
  std::map<const CurlExchange*, Transfer*> exchanging;
  std::set<Ticket> questions;  // ask_dns
  std::vector<Event> events;

  void start_waiting();
  void begin_hop(Transfer& transfer);
  void connect(Transfer& transfer, const Destination& destination, HostAnswer answer);
  void refuse(Transfer& transfer, Fault fault);
  void end_hop(Transfer& transfer, int code);
  void finish(Transfer& transfer, std::optional<Fault> fault);
  void leave_hop(Transfer& transfer);
  milliseconds give_up_late_look_ups();
  void turn(milliseconds at_most);
};

CurlNetwork::State::State(const CrawlOptions& options, const Url& start)
    : settings{user_agent(options.user_agent), options.ca_file, options.proxy},
      timeout(options.timeout),
      destinations(options),
      guard(options.allow_private, start),
      headers(options.headers, start),
      limits(options.connections),
      resolver(options.dns_server, options.timeout),
      hosts(resolver, ipv6) {
  loop.set_connections_per_host(options.connections);
}

void CurlNetwork::State::start_waiting() {
  while (const auto ticket = limits.next()) begin_hop(*transfers.at(*ticket));
}

void CurlNetwork::State::begin_hop(Transfer& transfer) {
  transfer.stage = Transfer::Stage::looking_up;
  transfer.hop_began = Clock::now();
  transfer.name_lookup = std::chrono::microseconds(0);
  if (transfer.fetch.hops.empty()) {
    transfer.fetch.when = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  }
  const Destination destination = destinations.of(transfer.url);
  if (!destination.addresses.empty() || proxy_looks_up(settings.proxy)) {
    return connect(transfer, destination, {destination.addresses, {}});
  }
  // The answer may come when the request is long cancelled.
  const auto ticket = transfer.ticket;
  const auto hop = transfer.fetch.hops.size();
  hosts.look_up(destination.host, transfer.request.fresh_connection,
                [this, ticket, hop, destination](HostAnswer answer) {
                  const auto found = transfers.find(ticket);
                  if (found == transfers.end()) return;
                  Transfer& asker = *found->second;
                  if (asker.stage != Transfer::Stage::looking_up || asker.fetch.hops.size() != hop)
                    return;
                  asker.name_lookup = std::chrono::duration_cast<std::chrono::microseconds>(
                      Clock::now() - asker.hop_began);
                  connect(asker, destination, std::move(answer));
                });
}

void CurlNetwork::State::connect(Transfer& transfer, const Destination& destination,
                                 HostAnswer answer) {
  if (answer.fault) return refuse(transfer, *answer.fault);
  if (!destination.named && !answer.addresses.empty()) {
    const std::string first = answer.addresses.front().to_string();
    answer.addresses = guard.allowed(destination.host, std::move(answer.addresses));
    if (answer.addresses.empty()) {
      return refuse(transfer, {FaultKind::forbidden_address,
                               first + " is no public address; --allow-private would allow it"});
    }
  }
  HopQuestion question{.url = transfer.url,
                       .method = transfer.request.method,
                       .header_lines = headers.lines_for(transfer.url, transfer.request.headers),
                       .verify_tls = transfer.request.verify_tls,
                       .fresh_connection = transfer.request.fresh_connection,
                       .tls_version = transfer.request.tls_version,
                       .dial_host = destination.host,
                       .dial_port = destination.port,
                       .addresses = std::move(answer.addresses),
                       .name_lookup = transfer.name_lookup,
                       .time_left = transfer.time_left(timeout)};
  BodySink::Part part;
  if (transfer.request.stream) {
    part = [this, &transfer](std::string_view bytes) { transfer.hand_on(bytes, events); };
  }
  transfer.sink.emplace(transfer.request.body_limit, !transfer.request.drop_body, std::move(part));
  transfer.exchange.begin(question, *transfer.sink, transfer.request.follow_redirects);
  transfer.stage = Transfer::Stage::exchanging;
  exchanging[&transfer.exchange] = &transfer;
  loop.add(transfer.exchange);
}

// The hop ends before anything was sent.
void CurlNetwork::State::refuse(Transfer& transfer, Fault fault) {
  Hop hop{transfer.url, 0, {}, {}, {}, {}, {}};
  hop.timing.name_lookup = hop.timing.total = transfer.name_lookup.count();
  transfer.fetch.hops.push_back(std::move(hop));
  transfer.fetch.wire_bytes = 0;
  finish(transfer, std::move(fault));
}

void CurlNetwork::State::end_hop(Transfer& transfer, int code) {
  HopAnswer answer = transfer.exchange.end(code);
  transfer.fetch.wire_bytes = answer.wire_bytes;
  transfer.fetch.hops.push_back(std::move(answer.hop));
  if (answer.fault || !transfer.request.follow_redirects) {
    return finish(transfer, std::move(answer.fault));
  }
  auto next = transfer.redirects.after(transfer.fetch.hops.back(), transfer.exchange.cookies());
  if (auto* fault = std::get_if<Fault>(&next)) return finish(transfer, std::move(*fault));
  auto* url = std::get_if<Url>(&next);
  if (!url || url->without_fragment() == transfer.request.stop_before)
    return finish(transfer, std::nullopt);
  if (transfer.request.may_follow && !transfer.request.may_follow(*url))
    return finish(transfer, Fault{FaultKind::budget_exhausted, "no request was left"});
  transfer.spent += Clock::now() - transfer.hop_began;
  leave_hop(transfer);
  transfer.url = std::move(*url);
  transfer.place = destinations.of(transfer.url).host;
  limits.wait_for(transfer.place, transfer.ticket, true);
}

void CurlNetwork::State::finish(Transfer& transfer, std::optional<Fault> fault) {
  leave_hop(transfer);
  if (transfer.sink) {
    transfer.fetch.truncated = transfer.sink->full();
    transfer.fetch.body = transfer.sink->release();
  }
  transfer.fetch.fault = std::move(fault);
  Event& event = events.emplace_back();
  event.kind = Event::Kind::fetched;
  event.ticket = transfer.ticket;
  event.fetch = std::move(transfer.fetch);
  transfers.erase(event.ticket);
}

// Gives the place back that the present hop holds.
void CurlNetwork::State::leave_hop(Transfer& transfer) {
  if (transfer.stage == Transfer::Stage::waiting) {
    limits.forget(transfer.ticket);
  } else {
    limits.release(transfer.place);
  }
  loop.remove(transfer.exchange);
  exchanging.erase(&transfer.exchange);
  transfer.stage = Transfer::Stage::waiting;
}

// Says how long it may take until the next look-up is late.
milliseconds CurlNetwork::State::give_up_late_look_ups() {
  std::vector<Transfer*> late;
  milliseconds next = milliseconds::max();
  for (const auto& [ticket, transfer] : transfers) {
    if (transfer->stage != Transfer::Stage::looking_up) continue;
    const auto left = transfer->time_left(timeout);
    if (left.count() <= 0) {
      late.push_back(transfer.get());
    } else {
      next = std::min(next, left);
    }
  }
  for (Transfer* transfer : late) {
    refuse(*transfer, {FaultKind::name_undecided, "the name server did not answer in time"});
  }
  return next;
}

// One round: what can be done is done, then at most that long for more to come.
void CurlNetwork::State::turn(milliseconds at_most) {
  start_waiting();
  for (const auto& ended : loop.advance()) {
    const auto found = exchanging.find(ended.exchange);
    if (found != exchanging.end()) end_hop(*found->second, ended.code);
  }
  if (const auto next = hosts.settle()) at_most = std::min(at_most, *next);
  at_most = std::min(at_most, give_up_late_look_ups());
  start_waiting();
  if (!events.empty()) return;
  auto sockets = resolver.sockets();
  if (const auto next = resolver.next_timeout()) at_most = std::min(at_most, *next);
  loop.wait(sockets, std::max(at_most, milliseconds(0)));
  resolver.process(sockets);
}

CurlNetwork::CurlNetwork(const CrawlOptions& options, const Url& start)
    : state_(std::make_unique<State>(options, start)) {}

CurlNetwork::~CurlNetwork() = default;

Ticket CurlNetwork::ask(Request request) {
  const Ticket ticket = ++state_->last_ticket;
  auto transfer = std::make_unique<Transfer>(ticket, std::move(request), state_->settings);
  transfer->place = state_->destinations.of(transfer->url).host;
  state_->limits.wait_for(transfer->place, ticket);
  state_->transfers[ticket] = std::move(transfer);
  return ticket;
}

Ticket CurlNetwork::ask_dns(const std::string& name, DnsType type) {
  const Ticket ticket = ++state_->last_ticket;
  state_->questions.insert(ticket);
  state_->resolver.ask(name, type, [state = state_.get(), ticket](DnsAnswer answer) {
    if (state->questions.erase(ticket) == 0) return;
    Event& event = state->events.emplace_back();
    event.kind = Event::Kind::dns;
    event.ticket = ticket;
    event.dns = std::move(answer);
  });
  return ticket;
}

std::vector<Event> CurlNetwork::wait(std::chrono::milliseconds at_most) {
  const auto until = Clock::now() + at_most;
  for (const auto& [ticket, transfer] : state_->transfers) transfer->parts_were_taken();
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(until - Clock::now());
    state_->turn(left);
    if (!state_->events.empty()) return std::exchange(state_->events, {});
    if (under_way() == 0 || Clock::now() >= until) return {};
  }
}

void CurlNetwork::cancel(Ticket ticket) {
  state_->questions.erase(ticket);
  std::erase_if(state_->events, [&](const Event& event) { return event.ticket == ticket; });
  const auto found = state_->transfers.find(ticket);
  if (found == state_->transfers.end()) return;
  state_->leave_hop(*found->second);
  state_->transfers.erase(found);
}

std::size_t CurlNetwork::under_way() const {
  return state_->transfers.size() + state_->questions.size();
}

Time CurlNetwork::now() {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

bool CurlNetwork::has_ipv6() {
  return state_->ipv6;
}

void CurlNetwork::set_connections_per_host(int connections) {
  state_->limits.set_per_host(connections);
  state_->loop.set_connections_per_host(connections);
}

}  // namespace touchstone
