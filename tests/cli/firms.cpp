#include "tests/cli/firms.h"

#include "tests/cli/fixture.h"

namespace touchstone {

Firms::Firms(std::size_t count, int delay_ms) {
  for (std::size_t firm = 0; firm < count; ++firm) {
    servers_.push_back(std::make_unique<LocalServer>(
        [this, delay_ms, company = bakery()](const ServedRequest& request) {
          ServedAnswer answer = company(request);
          const bool at_once = request.target == "/" || request.target == "/robots.txt";
          answer.delay_ms = at_once ? 0 : delay_ms;
          const std::lock_guard lock(mutex_);
          ++requests_;
          came_.notify_all();
          return answer;
        }));
  }
}

Firms::~Firms() = default;

std::vector<std::string> Firms::addresses() const {
  std::vector<std::string> all;
  for (std::size_t firm = 0; firm < servers_.size(); ++firm) all.push_back(address(firm));
  return all;
}

void Firms::await_requests(std::size_t count) {
  std::unique_lock lock(mutex_);
  came_.wait(lock, [&] { return requests_ >= count; });
}

}  // namespace touchstone
