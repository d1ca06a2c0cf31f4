#include "crawler/quick_crawl.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crawler/cut_off.h"
#include "crawler/probes.h"
#include "crawler/task_request.h"
#include "site/obstacle.h"

namespace touchstone {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t max_in_flight = 24;             // over all hosts
constexpr std::ptrdiff_t max_foreign_in_flight = 16;  // the company never waits for others
constexpr milliseconds longest_turn{250};             // so that an interruption is noticed
constexpr milliseconds short_turn{50};                // while a page is arriving
constexpr milliseconds dead_host{15'000};             // three tries within

std::string host_of(const Url& url) {
  return std::string(url.host());
}

bool is_page(const Task& task) {
  return task.role == Role::page || task.role == Role::guessed;
}

}  // namespace

QuickCrawl::QuickCrawl(const Url& start, const CrawlOptions& options, Network& network,
                       const CrawlHooks& hooks)
    : start_(start.without_fragment()),
      options_(options),
      network_(network),
      hooks_(hooks),
      began_(network.now()),
      recorder_(start, began_),
      budget_(options, began_),
      politeness_(options.connections, options.rate) {}

Recording QuickCrawl::run() {
  begin();
  while (goes_on()) {
    ask_what_may();
    if (idle()) break;
    auto events = network_.wait(patience());
    const bool nothing_came = events.empty();
    for (auto& event : events) take(std::move(event));
    look_early(nothing_came);
  }
  judge_what_was_left();
  if (frontier_.dropped() > 0)
    recorder_.note(fmt::format("{} links were left unvisited", frontier_.dropped()));
  const Url home = home_.value_or(start_);
  Recording recording = recorder_.finish(home, now());
  excuse_the_cut_off(recording, home);
  return recording;
}

void QuickCrawl::begin() {
  auto& recording = recorder_.recording();
  recording.seed = options_.seed;
  recording.machine_has_ipv6 = network_.has_ipv6();
  network_.set_connections_per_host(options_.connections);
  plan({.role = Role::home,
        .url = start_,
        .rank = Rank::essential,
        .promise = 20,
        .obeys_robots = false});
  robots_wanted_.push_back(start_);
  plan_entries();
  ask_dns_of(host_of(start_));
}

bool QuickCrawl::goes_on() {
  if (hooks_.interrupted && hooks_.interrupted->load() > 0) {
    stop(FaultKind::interrupted, "interrupted by the user");
    return false;
  }
  if (now() >= budget_.deadline()) {
    stop(FaultKind::budget_exhausted,
         fmt::format("time limit of {} s reached", options_.max_time.count() / 1'000));
    return false;
  }
  give_up_late();
  return true;
}

void QuickCrawl::ask_what_may() {
  ask_paused();
  plan_after_pages();
  for (;;) {
    ask_for_robots();
    auto task = frontier_.take([this](const Task& each) { return may_leave(each); }, sample_left_);
    if (task)
      dispatch(std::move(*task));
    else if (robots_wanted_.empty())
      break;
  }
  plan_timing();
}

bool QuickCrawl::may_leave(const Task& task) {
  const auto host = host_of(task.url);
  if (!politeness_.stopped(host).empty() || !budget_.allows(task)) return true;  // not to be asked
  if (in_flight_.size() >= max_in_flight || !politeness_.may_ask(host, now())) return false;
  if (budget_.gives_way(task) && busy_with(Role::page)) return false;
  if (task.foreign && foreign_in_flight() >= max_foreign_in_flight) return false;
  // Handshakes take many round trips each; they wait for none but would take the places of all that
  // waits for robots.txt.
  if (task.role == Role::tls_version && busy_with(Role::robots)) return false;
  if (!task.obeys_robots) return true;
  const auto answer = gate_.look_at_host(task.url);
  if (answer == RobotsGate::Answer::unknown) {
    gate_.asked(task.url);
    robots_wanted_.push_back(task.url);
    return false;
  }
  return answer != RobotsGate::Answer::asked;
}

std::ptrdiff_t QuickCrawl::foreign_in_flight() const {
  return std::count_if(in_flight_.begin(), in_flight_.end(),
                       [](const auto& each) { return each.second.foreign; });
}

void QuickCrawl::dispatch(Task task) {
  const auto stopped = politeness_.stopped(host_of(task.url));
  if (!stopped.empty()) {
    const auto left_alone = fmt::format("{} was left alone: {}", task.url.host(), stopped);
    task.foreign ? recorder_.note(left_alone) : recorder_.incomplete(left_alone);
    return leave_out(std::move(task), FaultKind::rate_limited, stopped);
  }
  if (!budget_.allows(task)) {
    const auto limit = fmt::format("limit of {} reached", budget_.limit(task));
    task.role == Role::page ? leave_page(task.url, limit) : recorder_.note(limit);
    return leave_out(std::move(task), FaultKind::budget_exhausted, limit);
  }
  if (task.obeys_robots) {
    const auto answer = gate_.look(task.url);
    if (answer == RobotsGate::Answer::disallowed)
      return leave_out(std::move(task), FaultKind::robots_disallowed, "");
    if (answer == RobotsGate::Answer::unreachable)
      return leave_out(std::move(task), FaultKind::robots_unreachable, "");
  }
  ask(std::move(task));
}

void QuickCrawl::ask(Task task) {
  politeness_.asked(host_of(task.url), now());
  budget_.asked(task);
  if (task.role == Role::page && task.tries() == 0) {
    --sample_left_;
    ++asked_of_kind_[kind_of(task.url)];
  }
  if (task.role != Role::tls_version) asked_.insert(task.url.href());
  tell(task);
  auto request = request_for(task, budget_.body_limit());
  request.may_follow = [this, role = task.role](const Url& next) {
    return !is_own(next) || budget_.takes_hop(role);
  };
  if (task.role == Role::entry) request.stop_before = start_;
  const auto ticket = network_.ask(std::move(request));
  in_flight_.emplace(ticket, std::move(task));
}

void QuickCrawl::ask_for_robots() {
  for (const auto& url : std::exchange(robots_wanted_, {})) {
    gate_.asked(url);
    const auto rules = RobotsGate::robots_of(url);
    Task task{.role = Role::robots,
              .url = rules,
              .rank = Rank::essential,
              .promise = 15,
              .obeys_robots = false,
              .foreign = !is_own(rules)};
    if (!frontier_.add(task)) leave_out(std::move(task), FaultKind::budget_exhausted, "");
  }
}

void QuickCrawl::ask_paused() {
  const auto due = now();
  for (std::size_t i = 0; i < pauses_.size();) {
    auto& [when, task] = pauses_[i];
    const auto host = host_of(task.url);
    // The user asked for home: it has its second try even when the host is stopped for the rest.
    const bool stopped = task.role != Role::home && !politeness_.stopped(host).empty();
    if (when > due || (!stopped && task.role != Role::home && !politeness_.may_ask(host, due))) {
      ++i;
      continue;
    }
    auto taken = std::move(task);
    pauses_.erase(pauses_.begin() + static_cast<std::ptrdiff_t>(i));
    if (stopped || !budget_.allows(taken)) {
      const auto reading = read(taken);
      finish(std::move(taken), reading);
    } else {
      ask(std::move(taken));
    }
  }
}

bool QuickCrawl::idle() const {
  return in_flight_.empty() && dns_in_flight_.empty() && pauses_.empty() &&
         frontier_.waiting() == 0 && robots_wanted_.empty();
}

milliseconds QuickCrawl::patience() const {
  const auto time = network_.now();
  auto until =
      std::min(budget_.deadline(), time + (early_look_.pending() ? short_turn : longest_turn));
  for (const auto& [when, task] : pauses_)
    if (when > time) until = std::min(until, when);
  if (const auto turn = politeness_.next_turn(time)) until = std::min(until, *turn);
  if (const auto turn = next_timing(); turn && *turn > time) until = std::min(until, *turn);
  return std::max(until - time, milliseconds(1));
}

void QuickCrawl::take(Event event) {
  if (event.kind == Event::Kind::dns) {
    dns_in_flight_.erase(event.ticket);
    if (event.dns) take_dns(std::move(*event.dns));
    return;
  }
  const auto found = in_flight_.find(event.ticket);
  if (found == in_flight_.end()) return;
  if (event.kind == Event::Kind::body_part) {
    if (found->second.role == Role::home) early_look_.take(event);
    return;
  }
  auto task = std::move(found->second);
  in_flight_.erase(found);
  if (event.fetch) take_answer(std::move(task), std::move(*event.fetch));
}

void QuickCrawl::take_answer(Task task, Fetch fetch) {
  politeness_.answered(host_of(task.url));
  recorder_.count(fetch);
  budget_.answered(task, fetch);
  asked_.insert(fetch.answered().without_fragment().href());
  task.answers.push_back(std::move(fetch));
  if (task.role == Role::home) early_look_.forget();
  tell(task);
  leads_home(task) ? join_home(std::move(task)) : settle(std::move(task));
}

void QuickCrawl::settle(Task task) {
  const auto reading = read(task);
  const auto pause = pause_before_retry(task, impression(task, reading), options_, now());
  if (pause && may_retry(task, *pause))
    pauses_.emplace_back(now() + *pause, std::move(task));
  else
    finish(std::move(task), reading);
}

// Parsing is what a visit costs: only what is a page to a customer, or no ordinary answer, is read.
ReadAnswer QuickCrawl::read(const Task& task) {
  const auto& fetch = task.answer();
  const bool ordinary = fetch.ok() || fetch.status() == 404 || fetch.status() == 410;
  if (fetch.fault || (ordinary && task.role != Role::home && !is_page(task))) return {};
  ReadAnswer reading{Page::read(fetch), {}};
  reading.obstacle = reading.page ? known_obstacle(*reading.page) : obstacle_in(fetch);
  return reading;
}

Impression QuickCrawl::impression(const Task& task, const ReadAnswer& reading) {
  const auto& fetch = task.answer();
  Impression result;
  result.challenged = reading.obstacle && reading.obstacle->reason == Reason::bot_challenge;
  if (result.challenged) {
    politeness_.challenged(host_of(fetch.answered()));
  } else if (says_too_many(fetch)) {
    politeness_.too_many(fetch.answered(), retry_after(fetch.headers(), now()), now());
  }
  result.suspicious = is_page(task) && missing_ && fetch.ok() &&
                      (fetch.answered() == missing_->answered() || fetch.body == missing_->body);
  return result;
}

bool QuickCrawl::may_retry(const Task& task, milliseconds pause) const {
  if (closed_ && !outlives_closing(task.role)) return false;
  const auto at = network_.now() + pause;
  if (at >= budget_.deadline() || !budget_.allows(task)) return false;
  if (task.role == Role::home) return task.tries() == 1 || at - began_ <= dead_host;
  return politeness_.stopped(host_of(task.url)).empty();
}

void QuickCrawl::tell(const Task& task) {
  if (!hooks_.progress) return;
  const auto asked = recorder_.recording().requests + static_cast<std::int64_t>(in_flight_.size());
  hooks_.progress(
      {task.url.href(), static_cast<int>(recorder_.recording().requests), static_cast<int>(asked)});
}

}  // namespace touchstone
