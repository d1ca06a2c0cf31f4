#include "crawler/retry.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "site/media_type.h"

namespace touchstone {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds at_once{0};

// The pause after that many tries; absent when they are used up.
std::optional<milliseconds> next_pause(const Task& task, std::size_t most,
                                       const CrawlOptions& options) {
  const auto tries = static_cast<std::size_t>(task.tries());
  if (tries > std::min(most, options.retry_pauses.size())) return {};
  return options.retry_pauses[tries - 1];
}

std::optional<milliseconds> after_fault(const Task& task, const CrawlOptions& options) {
  switch (task.answer().fault->kind) {
    case FaultKind::name_undecided:
    case FaultKind::refused:
    case FaultKind::unreachable:
    case FaultKind::protocol:
      return next_pause(task, 2, options);
    case FaultKind::timeout:
      return next_pause(task, 1, options);
    case FaultKind::name_not_found:
    case FaultKind::no_address:
    case FaultKind::tls:
    case FaultKind::redirect_loop:
    case FaultKind::too_many_redirects:
    case FaultKind::bad_redirect:
    case FaultKind::too_large:
      if (task.tries() == 1) return at_once;
      return {};
    default:
      return {};
  }
}

bool is_good(int status) {
  return status >= 200 && status < 300;
}

// Asked with HEAD, which some servers answer badly that answer GET well: GET decides.
bool is_a_probe(Role role) {
  return role == Role::link || role == Role::sitemap_entry;
}

std::optional<milliseconds> after_probe(const Task& task) {
  const auto& fetch = task.answer();
  if (task.tries() > 1) return {};
  const bool again = fetch.fault ? fetch.fault->kind == FaultKind::protocol ||
                                       fetch.fault->kind == FaultKind::unreachable
                                 : !is_good(fetch.status()) && !says_too_many(fetch);
  if (!again) return {};
  return at_once;
}

// An answer that speaks against the company is looked at twice.
bool wants_second_look(const Task& task, bool suspicious) {
  const int status = task.answer().status();
  const bool good = is_good(status);
  switch (task.role) {
    case Role::missing:
    case Role::missing_nested:
    case Role::missing_typed:
      return status != 404 && status != 410;
    case Role::home:
    case Role::entry:
      return !good;
    default:
      return task.linked && (!good || suspicious);
  }
}

}  // namespace

std::optional<milliseconds> retry_after(const Headers& headers, Time now) {
  const auto field = headers.get("retry-after");
  if (!field) return {};
  std::int64_t seconds = 0;
  const auto* end = field->data() + field->size();
  const auto [stop, error] = std::from_chars(field->data(), end, seconds);
  constexpr std::int64_t most = 366 * 86'400;
  if (error == std::errc() && stop == end)
    return std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, most));
  const auto date = parse_http_date(*field);
  if (!date) return {};
  return std::clamp<milliseconds>(*date - now, at_once, std::chrono::seconds(most));
}

bool says_too_many(const Fetch& fetch) {
  return !fetch.fault && (fetch.status() == 429 || fetch.status() == 503);
}

std::optional<milliseconds> pause_before_retry(const Task& task, const Impression& impression,
                                               const CrawlOptions& options, Time now) {
  const auto& fetch = task.answer();
  if (is_a_probe(task.role)) return after_probe(task);
  const bool asked_once = task.foreign && task.role != Role::mail_policy;
  if (asked_once || task.role == Role::timing || task.role == Role::unverified_tls ||
      task.role == Role::tls_version)
    return {};
  if (fetch.fault) return after_fault(task, options);
  if (impression.challenged) return {};
  const int status = fetch.status();
  if (status == 500 || status == 502 || status == 504) return next_pause(task, 2, options);
  if (task.tries() > 1) return {};
  if (says_too_many(fetch)) {
    const auto wait = retry_after(fetch.headers(), now);
    if (!wait) return next_pause(task, 1, options);
    if (*wait > longest_wait) return {};
    return wait;
  }
  if (wants_second_look(task, impression.suspicious)) return at_once;
  return {};
}

}  // namespace touchstone
