#include "tests/crawler/fake_network.h"

#include <algorithm>

namespace touchstone {

FakeAnswer html(std::string body) {
  return {.body = std::move(body), .headers = {{"content-type", "text/html; charset=utf-8"}}};
}

FakeAnswer status(int code, std::vector<std::pair<std::string, std::string>> headers) {
  return {.status = code, .headers = std::move(headers)};
}

FakeAnswer moved(std::string location) {
  return status(301, {{"location", std::move(location)}});
}

FakeAnswer fails(FaultKind kind) {
  return {.status = 0, .fault = kind};
}

int FakeNetwork::asked(const std::string& url) const {
  return static_cast<int>(times_ms(url).size());
}

int FakeNetwork::first_asked_ms(const std::string& url) const {
  const auto times = times_ms(url);
  return times.empty() ? -1 : times.front();
}

std::vector<int> FakeNetwork::times_ms(const std::string& url) const {
  std::vector<int> times;
  for (const auto& question : log)
    if (question.url == url) times.push_back(question.at_ms);
  return times;
}

FakeAnswer FakeNetwork::next_answer(const std::string& url) {
  const auto found = world.find(url);
  if (found == world.end()) return otherwise;
  auto& answers = found->second;
  auto answer = answers.front();
  if (answers.size() > 1) answers.erase(answers.begin());
  return answer;
}

Fetch FakeNetwork::fetch_of(const Request& request, FakeAnswer& last) {
  Fetch fetch{.asked = request.url, .hops = {}, .body = {}, .fault = {}};
  fetch.method = request.method;
  fetch.attempt = request.attempt;
  fetch.when = now_;
  for (auto url = request.url;;) {
    last = next_answer(url.href());
    Hop hop{url, last.status, {}, {}, "1.1", "192.0.2.1", {}};
    for (const auto& [name, value] : last.headers) hop.headers.add(name, value);
    const auto location = hop.headers.get("location");
    const auto next = location && request.follow_redirects ? url.resolve(*location) : std::nullopt;
    fetch.hops.push_back(hop);
    if (!next || *next == request.stop_before || fetch.hops.size() > 20) break;
    if (request.may_follow && !request.may_follow(*next)) {
      last.fault = FaultKind::budget_exhausted;
      break;
    }
    url = *next;
  }
  for (const auto& part : last.parts) last.body += part;
  if (request.patience.count() > 0 && last.delay_ms > request.patience.count()) {
    last.delay_ms = static_cast<int>(request.patience.count());
    last.fault = FaultKind::timeout;
  }
  if (last.fault) fetch.fault = Fault{*last.fault, ""};
  fetch.wire_bytes = static_cast<std::int64_t>(last.body.size());
  if (!request.drop_body) fetch.body = last.body.substr(0, request.body_limit);
  return fetch;
}

Time FakeNetwork::answer_over_connections(const Request& request, Fetch& fetch) {
  const std::chrono::milliseconds trip(round_trip_ms);
  auto at = now_;
  for (auto& hop : fetch.hops) {
    const auto began = at;
    const auto own = at + (hop.url.is_https() ? 2 : 1) * trip;
    const auto ready = request.fresh_connection
                           ? own
                           : connected_.try_emplace(hop.url.origin(), own).first->second;
    const auto asked_at = std::max(at, ready);
    at = asked_at + trip;
    hop.timing.pretransfer = std::chrono::microseconds(asked_at - began).count();
    hop.timing.first_byte = hop.timing.total = std::chrono::microseconds(at - began).count();
  }
  return at;
}

Ticket FakeNetwork::ask(Request request) {
  const auto ticket = ++last_ticket_;
  log.push_back({request.url.href(), elapsed_ms(), request});
  const std::string host(request.url.host());
  host_of_[ticket] = host;
  most_at_once[host] = std::max(most_at_once[host], ++at_once_[host]);

  FakeAnswer last;
  Event whole{.kind = Event::Kind::fetched, .ticket = ticket, .part = {}, .fetch = {}, .dns = {}};
  whole.fetch = fetch_of(request, last);
  const auto answered = round_trip_ms > 0 ? answer_over_connections(request, *whole.fetch)
                                          : now_ + std::chrono::milliseconds(last.delay_ms);
  const auto delay = std::chrono::duration_cast<std::chrono::milliseconds>(answered - now_);
  if (request.stream) {
    const auto count = static_cast<int>(last.parts.size());
    for (int i = 0; i < count; ++i) {
      Event part{
          .kind = Event::Kind::body_part, .ticket = ticket, .part = {}, .fetch = {}, .dns = {}};
      part.part = last.parts[static_cast<std::size_t>(i)];
      if (i == 0) {
        part.fetch = whole.fetch;
        part.fetch->body.clear();
      }
      due_.emplace(now_ + delay * (i + 1) / (count + 1), std::move(part));
    }
  }
  due_.emplace(now_ + delay, std::move(whole));
  return ticket;
}

Ticket FakeNetwork::ask_dns(const std::string& name, DnsType type) {
  const auto ticket = ++last_ticket_;
  dns_log.emplace_back(name, type);
  Event event{.kind = Event::Kind::dns, .ticket = ticket, .part = {}, .fetch = {}, .dns = {}};
  const auto found = names.find({name, type});
  event.dns = found != names.end() ? found->second : DnsAnswer{name, type, DnsOutcome::no_data, {}};
  const std::chrono::milliseconds delay(silent_names ? 1'000'000 : 5);
  due_.emplace(now_ + delay, std::move(event));
  return ticket;
}

std::vector<Event> FakeNetwork::wait(std::chrono::milliseconds at_most) {
  const auto until = now_ + at_most;
  if (due_.empty() || due_.begin()->first > until) {
    now_ = until;
    return {};
  }
  now_ = std::max(now_, due_.begin()->first);
  std::vector<Event> events;
  while (!due_.empty() && due_.begin()->first <= now_) {
    events.push_back(std::move(due_.extract(due_.begin()).mapped()));
    if (events.back().kind == Event::Kind::fetched) --at_once_[host_of_[events.back().ticket]];
  }
  return events;
}

void FakeNetwork::cancel(Ticket ticket) {
  std::erase_if(due_, [&](const auto& each) { return each.second.ticket == ticket; });
}

}  // namespace touchstone
