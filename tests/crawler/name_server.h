#pragma once

// A name server on loopback (UDP) that answers as a test says, misbehaviour included.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace touchstone {

struct NameRecord {
  int type = 0;
  std::string bytes;  // RDATA
};

struct NameAnswer {
  int code = 0;  // RCODE: 0, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED
  std::vector<NameRecord> records{};
  std::optional<std::string> garbage{};  // sent after the header instead
  bool silent = false;
};

namespace wire {
std::string a(const std::string& dotted);
std::string aaaa(const std::string& text);
std::string name(const std::string& dotted);
std::string strings(const std::vector<std::string>& parts);
std::string number16(unsigned value);
}  // namespace wire

class NameServer {
 public:
  using Handler = std::function<NameAnswer(const std::string& name, int type)>;
  explicit NameServer(Handler handler);
  ~NameServer();

  std::string address() const;  // "127.0.0.1:40000"
  int asked() const;            // questions so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
