#pragma once

// How a crawl asks: what the user said on the command line, in the contract's words.

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace touchstone {

struct CrawlOptions {
  std::string user_agent;                                    // empty: touchstone's own
  std::vector<std::pair<std::string, std::string>> headers;  // only to the company's own host
  std::vector<std::string> connect_to;                       // HOST1:PORT1:HOST2:PORT2, as curl
  std::vector<std::string> resolve;                          // HOST:PORT:ADDR[,ADDR], as curl
  std::string dns_server;                                    // ADDR:PORT; empty: the system's
  std::string ca_file, proxy;
  std::chrono::milliseconds timeout{20'000};    // per request
  std::chrono::milliseconds max_time{120'000};  // the whole crawl
  int connections = 6;                          // to one host
  double rate = 0;                              // requests/s and host; 0: no limit
  int max_requests = 120;                       // to the company's own host
  int max_pages = 60, max_depth = 3, max_resources = 60;
  bool allow_private = false;
  bool look_alikes = false;         // ask for names that people may type in place of the domain
  std::string seed = "touchstone";  // of the 404 probe tokens
  // Pauses before a second and third try; tests shorten them.
  std::vector<std::chrono::milliseconds> retry_pauses{std::chrono::milliseconds(2'000),
                                                      std::chrono::milliseconds(8'000)};
};

}  // namespace touchstone
