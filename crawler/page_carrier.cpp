#include "crawler/page_carrier.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>
#include <utility>

#include "crawler/address_guard.h"
#include "crawler/curl_exchange.h"
#include "crawler/curl_loop.h"
#include "crawler/destinations.h"
#include "crawler/dns_resolver.h"
#include "crawler/host_addresses.h"
#include "crawler/machine.h"
#include "crawler/page_reading.h"
#include "crawler/proxy.h"
#include "crawler/request_headers.h"

namespace touchstone {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds longest_sleep{1'000};

// One request on its way. A slot and its handle are used again and again.
struct Slot {
  explicit Slot(const ExchangeSettings& settings) : exchange(settings) {}

  CurlExchange exchange;
  std::optional<PageQuestion> question;  // absent: the slot is free
  std::uint64_t turn = 0;                // how often it was used; late look-ups are not for it
  bool looking_up = false;
  Clock::time_point began;
  Time when{};
  std::optional<BodySink> sink;
  std::optional<PageReading> reading;
};

}  // namespace

void AnswerBox::put(std::vector<PageAnswer> answers) {
  {
    const std::lock_guard lock(mutex_);
    std::move(answers.begin(), answers.end(), std::back_inserter(answers_));
  }
  filled_.notify_one();
}

std::vector<PageAnswer> AnswerBox::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

void AnswerBox::wait(milliseconds at_most) {
  std::unique_lock lock(mutex_);
  filled_.wait_for(lock, at_most, [this] { return !answers_.empty(); });
}

struct PageCarrier::State {
  State(const CrawlOptions& options, const Url& start, const OwnHosts& own_hosts, AnswerBox& box);

  const ExchangeSettings settings;
  const milliseconds timeout;
  const Destinations destinations;
  const AddressGuard guard;
  const RequestHeaders headers;
  const OwnHosts& own;
  AnswerBox& answers;
  CurlLoop loop;
  DnsResolver resolver;
  HostAddresses hosts;
  std::vector<std::unique_ptr<Slot>> slots;
  std::map<const CurlExchange*, Slot*> exchanging;
  std::vector<PageAnswer> ready;
  std::atomic<bool> ending = false;
  std::mutex mutex;  // guards asked
  std::vector<PageQuestion> asked;
  std::thread thread;  // the last member: it uses all others

  void run();
  void turn();
  void begin_asked();
  void begin(PageQuestion question);
  void connect(Slot& slot, const Destination& destination, HostAnswer answer);
  HopQuestion hop_question(const Slot& slot, const Destination& destination,
                           std::vector<IpAddress> addresses) const;
  void take_part(Slot& slot, std::string_view part);
  void end(Slot& slot, int code);
  void refuse(Slot& slot, Fault fault);
  void finish(Slot& slot, PageAnswer answer);
  PageAnswer answer_of(const Slot& slot) const;
  milliseconds give_up_late_look_ups();
};

PageCarrier::State::State(const CrawlOptions& options, const Url& start, const OwnHosts& own_hosts,
                          AnswerBox& box)
    : settings{.user_agent = user_agent(options.user_agent),
               .ca_file = options.ca_file,
               .proxy = options.proxy,
               .keep_cookies = false},
      timeout(options.timeout),
      destinations(options),
      guard(options.allow_private, start),
      headers(options.headers, start),
      own(own_hosts),
      answers(box),
      resolver(options.dns_server, options.timeout),
      hosts(resolver, machine_has_ipv6()) {}

void PageCarrier::State::run() {
  while (!ending) turn();
}

void PageCarrier::State::turn() {
  begin_asked();
  for (const auto& ended : loop.advance()) {
    const auto found = exchanging.find(ended.exchange);
    if (found != exchanging.end()) end(*found->second, ended.code);
  }
  milliseconds at_most = std::min(longest_sleep, give_up_late_look_ups());
  if (const auto next = hosts.settle()) at_most = std::min(at_most, *next);
  if (!ready.empty()) {
    answers.put(std::exchange(ready, {}));
    at_most = milliseconds(0);
  }
  auto sockets = resolver.sockets();
  if (const auto next = resolver.next_timeout()) at_most = std::min(at_most, *next);
  loop.wait(sockets, std::max(at_most, milliseconds(0)));
  resolver.process(sockets);
}

void PageCarrier::State::begin_asked() {
  std::vector<PageQuestion> questions;
  {
    const std::lock_guard lock(mutex);
    questions.swap(asked);
  }
  for (auto& question : questions) begin(std::move(question));
}

void PageCarrier::State::begin(PageQuestion question) {
  const auto free =
      std::find_if(slots.begin(), slots.end(), [](const auto& slot) { return !slot->question; });
  Slot& slot = free != slots.end() ? **free : *slots.emplace_back(std::make_unique<Slot>(settings));
  slot.question = std::move(question);
  slot.looking_up = true;
  slot.began = Clock::now();
  slot.when = std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
  const auto turn = ++slot.turn;
  const Destination destination = destinations.of(slot.question->url);
  if (!destination.addresses.empty() || proxy_looks_up(settings.proxy))
    return connect(slot, destination, {destination.addresses, {}});
  hosts.look_up(destination.host, false, [this, &slot, turn, destination](HostAnswer answer) {
    if (slot.turn == turn && slot.looking_up) connect(slot, destination, std::move(answer));
  });
}

void PageCarrier::State::connect(Slot& slot, const Destination& destination, HostAnswer answer) {
  if (answer.fault) return refuse(slot, *answer.fault);
  if (!destination.named && !answer.addresses.empty()) {
    const std::string first = answer.addresses.front().to_string();
    answer.addresses = guard.allowed(destination.host, std::move(answer.addresses));
    if (answer.addresses.empty()) {
      return refuse(slot, {FaultKind::forbidden_address,
                           first + " is no public address; --allow-private would allow it"});
    }
  }
  slot.looking_up = false;
  slot.reading.reset();
  slot.sink.emplace(PageReading::most_bytes, false,
                    [this, &slot](std::string_view part) { take_part(slot, part); });
  slot.exchange.begin(hop_question(slot, destination, std::move(answer.addresses)), *slot.sink,
                      false);
  exchanging[&slot.exchange] = &slot;
  loop.add(slot.exchange);
}

HopQuestion PageCarrier::State::hop_question(const Slot& slot, const Destination& destination,
                                             std::vector<IpAddress> addresses) const {
  const PageQuestion& question = *slot.question;
  std::vector<std::pair<std::string, std::string>> conditions;
  if (!question.etag.empty()) conditions.emplace_back("If-None-Match", question.etag);
  if (!question.last_modified.empty())
    conditions.emplace_back("If-Modified-Since", question.last_modified);
  const auto spent = std::chrono::duration_cast<milliseconds>(Clock::now() - slot.began);
  return {.url = question.url,
          .method = question.head ? "HEAD" : "GET",
          .header_lines = headers.lines_for(question.url, conditions),
          .dial_host = destination.host,
          .dial_port = destination.port,
          .addresses = std::move(addresses),
          .time_left = timeout - spent};
}

// The first part decides what the answer is; a file that is no page is not read to its end.
void PageCarrier::State::take_part(Slot& slot, std::string_view part) {
  if (!slot.reading) slot.reading.emplace(slot.exchange.hop(), part);
  if (!slot.reading->take(part)) slot.sink->let_go();
}

PageAnswer PageCarrier::State::answer_of(const Slot& slot) const {
  PageAnswer answer{.number = slot.question->number, .url = slot.question->url};
  answer.when = slot.when;
  return answer;
}

void PageCarrier::State::end(Slot& slot, int code) {
  HopAnswer ended = slot.exchange.end(code);
  PageAnswer answer = answer_of(slot);
  answer.status = ended.hop.status;
  answer.headers = std::move(ended.hop.headers);
  answer.fault = std::move(ended.fault);
  answer.wire_bytes = ended.wire_bytes;
  if (slot.reading) slot.reading->finish(answer, own);
  finish(slot, std::move(answer));
}

void PageCarrier::State::refuse(Slot& slot, Fault fault) {
  PageAnswer answer = answer_of(slot);
  answer.fault = std::move(fault);
  finish(slot, std::move(answer));
}

void PageCarrier::State::finish(Slot& slot, PageAnswer answer) {
  loop.remove(slot.exchange);
  exchanging.erase(&slot.exchange);
  slot.question.reset();
  slot.looking_up = false;
  slot.reading.reset();
  ready.push_back(std::move(answer));
}

milliseconds PageCarrier::State::give_up_late_look_ups() {
  milliseconds next = milliseconds::max();
  for (const auto& slot : slots) {
    if (!slot->question || !slot->looking_up) continue;
    const auto left =
        timeout - std::chrono::duration_cast<milliseconds>(Clock::now() - slot->began);
    if (left.count() <= 0) {
      refuse(*slot, {FaultKind::name_undecided, "the name server did not answer in time"});
    } else {
      next = std::min(next, left);
    }
  }
  return next;
}

PageCarrier::PageCarrier(const CrawlOptions& options, const Url& start, const OwnHosts& own,
                         AnswerBox& answers)
    : state_(std::make_unique<State>(options, start, own, answers)) {
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

PageCarrier::~PageCarrier() {
  state_->ending = true;
  state_->loop.wake();
  state_->thread.join();
}

void PageCarrier::ask(std::vector<PageQuestion> questions) {
  {
    const std::lock_guard lock(state_->mutex);
    std::move(questions.begin(), questions.end(), std::back_inserter(state_->asked));
  }
  state_->loop.wake();
}

}  // namespace touchstone
