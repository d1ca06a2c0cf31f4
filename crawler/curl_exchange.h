#pragma once

// One libcurl easy handle that asks the hops of one request one after the other; the cookies that
// they set live and die with it. It decides nothing: where to go, whether an address is allowed
// and what to do next is said to it.

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crawler/body_sink.h"
#include "crawler/ip_address.h"
#include "site/fetch.h"

namespace touchstone {

// What stays the same for every request of a crawl.
struct ExchangeSettings {
  std::string user_agent;      // as sent
  std::string ca_file, proxy;  // may be empty
  bool keep_cookies = true;    // from hop to hop
};

struct HopQuestion {
  Url url;
  std::string method = "GET";
  std::vector<std::string> header_lines;  // "Name: value", beside what libcurl sends
  bool verify_tls = true;
  bool fresh_connection = false;
  std::string tls_version{};  // "TLSv1.2": this one alone; empty: any
  // The machine to dial, and the only addresses that may be connected to. No addresses: the proxy
  // looks the name up.
  std::string dial_host;
  std::uint16_t dial_port = 0;
  std::vector<IpAddress> addresses;
  std::chrono::microseconds name_lookup{0};  // what our look-up took; part of the hop's timing
  std::chrono::milliseconds time_left{0};    // for this hop, from here on
};

struct HopAnswer {
  Hop hop;
  std::optional<Fault> fault;
  std::int64_t wire_bytes = 0;
};

class CurlExchange {
 public:
  explicit CurlExchange(const ExchangeSettings& settings);
  ~CurlExchange();

  // Makes the handle ready for CurlLoop::add. `sink` gets the body, unless the answer is a redirect
  // and `follow_redirects`; it must live until the end.
  void begin(const HopQuestion& question, BodySink& sink, bool follow_redirects);

  // The hop under way as far as it is known.
  Hop hop() const;

  // What came of it; `code` is the CURLcode that CurlLoop said.
  HopAnswer end(int code);

  std::string cookies() const;  // one line each, in libcurl's order

  // No more of the body is read until go_on(), so that what came can be worked off first. The sink
  // may call rest(), but not go_on().
  void rest();
  void go_on();

  void* handle() const;  // CURL*

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
