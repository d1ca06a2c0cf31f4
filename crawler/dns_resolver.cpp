#include "crawler/dns_resolver.h"

#include <ares.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <sys/time.h>

#include <deque>
#include <map>
#include <stdexcept>
#include <utility>

#include "crawler/ascii.h"
#include "crawler/destinations.h"
#include "crawler/dns_records.h"

namespace touchstone {

namespace {

// c-ares doubles the wait with each try; an answer to an earlier one still counts.
constexpr int tries = 4;
constexpr std::chrono::milliseconds longest_first_try{500};
constexpr int share_of_patience = 40;
// Name servers and the routers before them lose part of what comes all at once. Half of the places
// are for addresses alone, because requests wait for them.
constexpr std::size_t max_under_way = 16, max_of_records = 8;
constexpr std::uint16_t dns_port = 53;

struct ChannelDeleter {
  void operator()(ares_channeldata* channel) const { ares_destroy(channel); }
};
struct HostDeleter {
  void operator()(hostent* host) const { ares_free_hostent(host); }
};

std::string normalised(std::string_view name) {
  std::string lower = ascii_lower(name);
  if (lower.ends_with('.')) lower.pop_back();
  return lower;
}

DnsOutcome outcome_of(int status) {
  switch (status) {
    case ARES_ENODATA:
      return DnsOutcome::no_data;
    case ARES_ENOTFOUND:
      return DnsOutcome::no_such_name;
    default:
      return DnsOutcome::undecided;
  }
}

bool is_address(DnsType type) {
  return type == DnsType::a || type == DnsType::aaaa;
}

}  // namespace

struct DnsResolver::State {
  struct Question {
    State& resolver;
    DnsAnswer answer;
    Answered answered;
  };

  std::unique_ptr<ares_channeldata, ChannelDeleter> channel;
  std::map<int, WatchedSocket> sockets;
  std::deque<std::unique_ptr<Question>> addresses, records;  // that wait
  std::size_t under_way = 0, records_under_way = 0;
  bool sending = false;

  void send_what_may();
  void send(std::deque<std::unique_ptr<Question>>& waiting);

  static void on_answer(void* argument, int status, int, unsigned char* bytes, int size);
  static void on_socket(void* self, ares_socket_t socket, int read, int write) {
    auto& sockets = static_cast<State*>(self)->sockets;
    if (read || write) {
      sockets[socket] = {socket, read != 0, write != 0};
    } else {
      sockets.erase(socket);
    }
  }
};

// c-ares may answer from within the question: what that answer leads to waits for its turn here.
void DnsResolver::State::send_what_may() {
  if (std::exchange(sending, true)) return;
  for (;;) {
    if (under_way < max_under_way && !addresses.empty())
      send(addresses);
    else if (under_way < max_under_way && records_under_way < max_of_records && !records.empty())
      send(records);
    else
      break;
  }
  sending = false;
}

void DnsResolver::State::send(std::deque<std::unique_ptr<Question>>& waiting) {
  auto question = std::move(waiting.front());
  waiting.pop_front();
  ++under_way;
  if (!is_address(question->answer.type)) ++records_under_way;
  const std::string name = question->answer.name;
  const auto type = dns_type_number(question->answer.type);
  ares_query(channel.get(), name.c_str(), ns_c_in, type, &on_answer, question.release());
}

void DnsResolver::State::on_answer(void* argument, int status, int, unsigned char* bytes,
                                   int size) {
  const std::unique_ptr<Question> question(static_cast<Question*>(argument));
  if (status == ARES_EDESTRUCTION) return;
  State& resolver = question->resolver;
  --resolver.under_way;
  if (!is_address(question->answer.type)) --resolver.records_under_way;
  DnsAnswer& answer = question->answer;
  answer.outcome = outcome_of(status);
  if (status == ARES_SUCCESS) {
    const std::string_view message(reinterpret_cast<const char*>(bytes),
                                   static_cast<std::size_t>(size));
    if (auto records = dns_records(message, answer.type)) {
      answer.outcome = records->empty() ? DnsOutcome::no_data : DnsOutcome::answered;
      answer.records = *std::move(records);
    }
  }
  question->answered(std::move(answer));
  resolver.send_what_may();
}

DnsResolver::DnsResolver(const std::string& server, std::chrono::milliseconds patience)
    : state_(std::make_unique<State>()) {
  static const int ready = ares_library_init(ARES_LIB_INIT_ALL);
  ares_options options{};
  options.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_EDNS;
  const auto first_try = std::min(longest_first_try, patience / share_of_patience);
  options.timeout = std::max(1, static_cast<int>(first_try.count()));
  options.tries = tries;
  options.sock_state_cb = &State::on_socket;
  options.sock_state_cb_data = state_.get();
  ares_channel channel = nullptr;
  const int status = ares_init_options(
      &channel, &options,
      ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_SOCK_STATE_CB);
  if (ready != ARES_SUCCESS || status != ARES_SUCCESS) {
    throw std::runtime_error(std::string("the resolver does not start: ") + ares_strerror(status));
  }
  // sockets must be there while the channel closes its own.
  state_->channel.reset(channel);
  if (server.empty()) return;
  const auto address = parse_socket_address(server, dns_port);
  if (!address)
    throw std::runtime_error("--dns " + server +
                             ": write it as ADDR:PORT, for instance 9.9.9.9:53");
  const std::string text = address->address.to_string();
  const std::string csv =
      (address->address.is_v4() ? text : "[" + text + "]") + ":" + std::to_string(address->port);
  if (ares_set_servers_ports_csv(channel, csv.c_str()) != ARES_SUCCESS) {
    throw std::runtime_error("--dns " + server + ": c-ares refuses this address");
  }
}

DnsResolver::~DnsResolver() {
  state_->channel.reset();
}

void DnsResolver::ask(const std::string& name, DnsType type, Answered answered) {
  DnsAnswer answer;
  answer.name = normalised(name);
  answer.type = type;
  auto& waiting = is_address(type) ? state_->addresses : state_->records;
  waiting.push_back(std::make_unique<State::Question>(
      State::Question{*state_, std::move(answer), std::move(answered)}));
  state_->send_what_may();
}

std::vector<IpAddress> DnsResolver::in_hosts_file(const std::string& name) const {
  std::vector<IpAddress> addresses;
  for (const int family : {AF_INET6, AF_INET}) {
    hostent* found = nullptr;
    if (ares_gethostbyname_file(state_->channel.get(), name.c_str(), family, &found) !=
        ARES_SUCCESS) {
      continue;
    }
    const std::unique_ptr<hostent, HostDeleter> owned(found);
    for (char** each = found->h_addr_list; *each; ++each) {
      char text[64] = "";
      ares_inet_ntop(family, *each, text, sizeof text);
      if (const auto address = IpAddress::parse(text)) addresses.push_back(*address);
    }
  }
  return addresses;
}

std::vector<WatchedSocket> DnsResolver::sockets() const {
  std::vector<WatchedSocket> sockets;
  sockets.reserve(state_->sockets.size());
  for (const auto& [number, socket] : state_->sockets) sockets.push_back(socket);
  return sockets;
}

std::optional<std::chrono::milliseconds> DnsResolver::next_timeout() const {
  timeval storage{};
  const timeval* const next = ares_timeout(state_->channel.get(), nullptr, &storage);
  if (!next) return std::nullopt;
  // Rounded up, so that the loop does not spin through the last fraction of a millisecond.
  return std::chrono::milliseconds(next->tv_sec * 1000 + next->tv_usec / 1000 + 1);
}

void DnsResolver::process(const std::vector<WatchedSocket>& ready) {
  for (const auto& socket : ready) {
    if (!socket.read && !socket.write) continue;
    ares_process_fd(state_->channel.get(), socket.read ? socket.socket : ARES_SOCKET_BAD,
                    socket.write ? socket.socket : ARES_SOCKET_BAD);
  }
  ares_process_fd(state_->channel.get(), ARES_SOCKET_BAD, ARES_SOCKET_BAD);  // timeouts
}

}  // namespace touchstone
