#include "crawler/robots_gate.h"

namespace touchstone {
namespace {

constexpr std::string_view our_token = "touchstone";

// Section 2.3.1: a redirect without end counts as a file that is not there.
bool redirects_without_end(const Fetch& fetch) {
  if (!fetch.fault) return false;
  const auto kind = fetch.fault->kind;
  return kind == FaultKind::redirect_loop || kind == FaultKind::too_many_redirects ||
         kind == FaultKind::bad_redirect;
}

bool readable(const Fetch& fetch) {
  if (redirects_without_end(fetch)) return true;
  return !fetch.fault && fetch.status() != 0 && fetch.status() < 500;
}

}  // namespace

RobotsGate::Answer RobotsGate::look(const Url& url) const {
  const auto* rules = robots(url);
  if (!rules) return look_at_host(url);
  return rules->allows(our_token, url) ? Answer::allowed : Answer::disallowed;
}

RobotsGate::Answer RobotsGate::look_at_host(const Url& url) const {
  const auto found = hosts_.find(url.authority());
  return found == hosts_.end() ? Answer::unknown : found->second.answer;
}

void RobotsGate::asked(const Url& url) {
  hosts_.try_emplace(url.authority());
}

void RobotsGate::answered(const Url& url, const Fetch& fetch) {
  auto& host = hosts_[url.authority()];
  host.answer = readable(fetch) ? Answer::allowed : Answer::unreachable;
  host.robots = Robots::parse(fetch.ok() ? fetch.body : std::string());
}

std::optional<std::chrono::milliseconds> RobotsGate::delay(const Url& url) const {
  const auto* rules = robots(url);
  return rules ? rules->crawl_delay(our_token) : std::nullopt;
}

const Robots* RobotsGate::robots(const Url& url) const {
  const auto found = hosts_.find(url.authority());
  if (found == hosts_.end() || found->second.answer != Answer::allowed) return nullptr;
  return &found->second.robots;
}

}  // namespace touchstone
