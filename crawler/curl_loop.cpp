#include "crawler/curl_loop.h"

#include <curl/curl.h>

#include <map>
#include <stdexcept>

namespace touchstone {

namespace {

struct MultiDeleter {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

}  // namespace

struct CurlLoop::State {
  std::map<CURL*, CurlExchange*> exchanges;
  std::unique_ptr<CURLM, MultiDeleter> multi;
};

CurlLoop::CurlLoop() : state_(std::make_unique<State>()) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  state_->multi.reset(ready == CURLE_OK ? curl_multi_init() : nullptr);
  if (!state_->multi) throw std::runtime_error("libcurl does not start");
  curl_multi_setopt(state_->multi.get(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
}

CurlLoop::~CurlLoop() {
  for (const auto& [easy, exchange] : state_->exchanges) {
    curl_multi_remove_handle(state_->multi.get(), easy);
  }
}

void CurlLoop::add(CurlExchange& exchange) {
  state_->exchanges[exchange.handle()] = &exchange;
  curl_multi_add_handle(state_->multi.get(), exchange.handle());
}

void CurlLoop::remove(CurlExchange& exchange) {
  if (state_->exchanges.erase(exchange.handle()) == 0) return;
  curl_multi_remove_handle(state_->multi.get(), exchange.handle());
}

void CurlLoop::set_connections_per_host(int connections) {
  curl_multi_setopt(state_->multi.get(), CURLMOPT_MAX_HOST_CONNECTIONS,
                    static_cast<long>(connections));
}

std::vector<CurlLoop::Ended> CurlLoop::advance() {
  int running = 0;
  curl_multi_perform(state_->multi.get(), &running);
  std::vector<Ended> ended;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(state_->multi.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const auto found = state_->exchanges.find(message->easy_handle);
    if (found == state_->exchanges.end()) continue;
    ended.push_back({found->second, static_cast<int>(message->data.result)});
  }
  for (const auto& each : ended) remove(*each.exchange);
  return ended;
}

void CurlLoop::wait(std::vector<WatchedSocket>& others, std::chrono::milliseconds at_most) {
  std::vector<curl_waitfd> sockets;
  sockets.reserve(others.size());
  for (const auto& other : others) {
    const int events = (other.read ? CURL_WAIT_POLLIN : 0) | (other.write ? CURL_WAIT_POLLOUT : 0);
    sockets.push_back({other.socket, static_cast<short>(events), 0});
  }
  curl_multi_poll(state_->multi.get(), sockets.data(), static_cast<unsigned>(sockets.size()),
                  static_cast<int>(at_most.count()), nullptr);
  for (std::size_t i = 0; i < sockets.size(); ++i) {
    others[i].read = (sockets[i].revents & CURL_WAIT_POLLIN) != 0;
    others[i].write = (sockets[i].revents & CURL_WAIT_POLLOUT) != 0;
  }
}

void CurlLoop::wake() {
  curl_multi_wakeup(state_->multi.get());
}

}  // namespace touchstone
