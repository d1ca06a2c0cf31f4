#include "crawler/deep_owner.h"

#include <algorithm>
#include <utility>

#include "crawler/address_key.h"
#include "crawler/redirects.h"
#include "crawler/retry.h"

namespace touchstone {
namespace {

using std::chrono::milliseconds;

constexpr int most_hops = static_cast<int>(Redirects::max_redirects);
constexpr int connections_of_two = 8;  // from so many on, two carriers share them
constexpr milliseconds longest_sleep{500};

// Files that are no pages by their name: whether they are there is all that one wants to know.
bool promises_a_file(std::string_view href) {
  constexpr std::string_view endings[] = {
      ".pdf", ".zip",  ".gz",    ".rar",  ".7z",  ".exe",  ".dmg", ".jpg",  ".jpeg",
      ".png", ".gif",  ".webp",  ".avif", ".svg", ".ico",  ".mp3", ".mp4",  ".webm",
      ".mov", ".avi",  ".doc",   ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".css",
      ".js",  ".woff", ".woff2", ".csv",  ".ics", ".vcf"};
  const auto path = href.substr(0, href.find('?'));
  const auto dot = path.rfind('.');
  return dot != path.npos &&
         std::find(std::begin(endings), std::end(endings), path.substr(dot)) != std::end(endings);
}

// How often such an answer is asked for again.
std::size_t further_tries(const PageAnswer& answer) {
  if (answer.fault) {
    switch (answer.fault->kind) {
      case FaultKind::name_undecided:
      case FaultKind::refused:
      case FaultKind::unreachable:
      case FaultKind::protocol:
        return 2;
      case FaultKind::timeout:
        return 1;
      default:
        return 0;
    }
  }
  return answer.status == 500 || answer.status == 502 || answer.status == 504 ? 2 : 0;
}

bool says_too_many(const PageAnswer& answer) {
  return !answer.fault && (answer.status == 429 || answer.status == 503);
}

}  // namespace

DeepOwner::DeepOwner(const Url& home, const CrawlOptions& options, CrawlFile& file,
                     Network& network, const CrawlHooks& hooks, bool again, DeepTotals& totals)
    : home_(home),
      options_(options),
      file_(file),
      network_(network),
      hooks_(hooks),
      totals_(totals),
      began_(network.now()),
      own_(home),
      frontier_(file),
      manners_(options.connections, options.rate),
      again_(again) {
  const int carriers = options.connections >= connections_of_two ? 2 : 1;
  for (int i = 0; i < carriers; ++i)
    carriers_.push_back(std::make_unique<PageCarrier>(options, home, own_, answers_));
  loads_.resize(carriers_.size());
}

void DeepOwner::run() {
  ask_for_robots(home_);
  file_.begin();
  meet(home_.href(), address_key(home_.href()), nullptr, 0, 0);
  for (;;) {
    file_.begin();
    std::vector<std::vector<PageQuestion>> questions(carriers_.size());
    for (auto& answer : answers_.take()) take(std::move(answer));
    if (goes_on()) choose(questions);
    frontier_.write();
    file_.commit();
    // Only what is written down is asked for, and its connection brings nothing else before the
    // answer is written: whoever goes on here asks no more of them again than were under way.
    for (std::size_t i = 0; i < carriers_.size(); ++i)
      if (!questions[i].empty()) carriers_[i]->ask(std::move(questions[i]));
    if (ended_) return;
    if (!exhausted_ || !under_way_.empty() || !paused_.empty()) {
      answers_.wait(patience(now()));
    } else if (!read_a_sitemap()) {
      if (std::exchange(doubtful_, true)) return;
    }
  }
}

bool DeepOwner::goes_on() {
  const auto end = [this](const char* by, std::string why) {
    if (std::exchange(ended_, true)) return;
    totals_.stopped_by = by;
    totals_.why = std::move(why);
  };
  if (interrupted()) end("interrupt", "");
  if (totals_.pages + static_cast<std::int64_t>(under_way_.size()) >= options_.max_pages &&
      under_way_.empty())
    end("max-pages", "");
  if (options_.max_time.count() > 0 && now() - began_ >= options_.max_time) end("max-time", "");
  if (!manners_.stopped().empty()) end("host", manners_.stopped());
  return !ended_;
}

void DeepOwner::choose(std::vector<std::vector<PageQuestion>>& questions) {
  const auto time = now();
  exhausted_ = false;
  while (manners_.may_ask(time) &&
         totals_.pages + static_cast<std::int64_t>(under_way_.size()) < options_.max_pages) {
    auto asked = next(time);
    exhausted_ = !asked;
    if (!asked) return;
    const auto url = Url::parse(asked->address.url);
    if (!url || !allowed(*url)) {
      file_.set_state(asked->address.id, AddressState::forbidden);
      frontier_.give_back(asked->address);
      continue;
    }
    asked->carrier =
        static_cast<std::size_t>(std::min_element(loads_.begin(), loads_.end()) - loads_.begin());
    ++loads_[asked->carrier];
    manners_.asked(time);
    ++totals_.requests;
    questions[asked->carrier].push_back({.number = asked->address.id,
                                         .url = *url,
                                         .head = asked->head,
                                         .etag = asked->etag,
                                         .last_modified = asked->last_modified});
    under_way_[asked->address.id] = std::move(*asked);
  }
}

std::optional<DeepOwner::Asked> DeepOwner::next(Time time) {
  const auto due = std::find_if(paused_.begin(), paused_.end(),
                                [&](const Paused& paused) { return paused.until <= time; });
  if (due != paused_.end()) {
    Asked asked = std::move(due->asked);
    paused_.erase(due);
    return asked;
  }
  auto address = frontier_.next(doubtful_);
  if (!address) return {};
  Asked asked{.address = std::move(*address)};
  asked.head = promises_a_file(asked.address.url);
  if (again_) {
    auto validators = file_.validators(asked.address.id);
    asked.etag = std::move(validators.etag);
    asked.last_modified = std::move(validators.last_modified);
  }
  return asked;
}

milliseconds DeepOwner::patience(Time time) const {
  milliseconds least = longest_sleep;
  for (const auto& paused : paused_) least = std::min(least, paused.until - time);
  if (manners_.next_turn() > time) least = std::min(least, manners_.next_turn() - time);
  return std::max(least, milliseconds(0));
}

void DeepOwner::take(PageAnswer answer) {
  const auto found = under_way_.find(answer.number);
  if (found == under_way_.end()) return;
  Asked asked = std::move(found->second);
  under_way_.erase(found);
  --loads_[asked.carrier];
  totals_.bytes += answer.wire_bytes;
  ++asked.tries;
  if (says_too_many(answer)) {
    manners_.too_many(answer.when, retry_after(answer.headers, now()), now());
  } else {
    manners_.answered();
  }
  if (asks_again(asked, answer)) return;
  const auto& from = asked.address;
  ++totals_.pages;
  ++totals_.pages_of_run;
  totals_.answered = totals_.answered || answer.status > 0;
  if (answer.status == 304 && !asked.etag.empty() + !asked.last_modified.empty() > 0) {
    ++totals_.unchanged;
    file_.confirm(from.id, answer.when);
    follow_known(from);
    return frontier_.answered(from, Novelty::much);
  }
  const auto leads_to = follow_redirect(from, answer);
  file_.write(from, answer, leads_to);
  follow(from, answer);
  frontier_.answered(from, novelty_of(answer));
  if (hooks_.progress)
    hooks_.progress({from.url, static_cast<int>(totals_.pages_of_run),
                     static_cast<int>(totals_.pages_of_run) + static_cast<int>(under_way_.size())});
}

bool DeepOwner::asks_again(const Asked& asked, const PageAnswer& answer) {
  Asked again = asked;
  Time until = now();
  if (asked.head && (answer.status == 405 || answer.status == 501)) {
    again.head = false;
    --again.tries;
  } else if (says_too_many(answer)) {
    constexpr int most = 3;
    if (asked.tries > most) return false;
  } else {
    const auto most = std::min(further_tries(answer), options_.retry_pauses.size());
    if (static_cast<std::size_t>(asked.tries) > most) return false;
    until += options_.retry_pauses[static_cast<std::size_t>(asked.tries) - 1];
  }
  if (ended_) {
    frontier_.give_back(asked.address);
    return true;
  }
  paused_.push_back({until, std::move(again)});
  return true;
}

Novelty DeepOwner::novelty_of(const PageAnswer& answer) {
  if (leads_on(answer.status, answer.headers)) return Novelty::none;
  if (!answer.page || answer.status >= 300) return Novelty::error;
  return frontier_.novelty_of(*answer.page);
}

void DeepOwner::follow(const FoundAddress& from, const PageAnswer& answer) {
  if (!answer.page || answer.status >= 300) return;
  for (const auto& link : answer.links)
    meet(answer.page->links.address(answer.page->links.list[link.link]), link.key, &from,
         from.depth + 1, 0);
}

// Where it redirects to; an address of the site is asked for in its turn, like any other.
std::optional<std::string> DeepOwner::follow_redirect(const FoundAddress& from,
                                                      const PageAnswer& answer) {
  if (!leads_on(answer.status, answer.headers)) return {};
  const auto next = redirect_target(answer.url, answer.headers);
  if (!next) return {};
  std::string href = next->href();
  if (own_.hold(href) && href.size() <= longest_address && from.hops < most_hops)
    meet(href, address_key(href), &from, from.depth, from.hops + 1);
  return href;
}

// A page that did not change leads where it led before.
void DeepOwner::follow_known(const FoundAddress& from) {
  for (const auto key : file_.links_of(from.id)) {
    const auto href = file_.url_of(key);
    if (href) meet(*href, key, &from, from.depth + 1, 0);
  }
}

void DeepOwner::meet(std::string_view href, std::uint64_t key, const FoundAddress* from, int depth,
                     int hops) {
  if (frontier_.meet(key)) return;
  frontier_.add({.url = std::string(href),
                 .key = key,
                 .depth = depth,
                 .hops = hops,
                 .found_on = from ? from->id : 0},
                from);
}

}  // namespace touchstone
