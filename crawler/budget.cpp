#include "crawler/budget.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "crawler/ascii.h"
#include "crawler/reading_cost.h"

namespace touchstone {
namespace {

constexpr int timing_samples = 3;  // kept back for the end of the visit
constexpr int pages_before_files = 34;
constexpr int of_links = 10;  // this part is kept back for guesses and dead links
constexpr std::size_t whole_body = 5u << 20;
constexpr std::size_t short_body = 128u << 10;
constexpr std::size_t much_memory = 64u << 20;

// Judging has no clock: its time grows with what all pages hold. Sixty ordinary pages cost 250,000,
// each of the others then as much as a short one.
constexpr std::size_t much_reading = 320'000, little_reading = 1'000;
constexpr std::size_t most_of_page = 65'536, page_bytes = 2u << 20;  // as site/document.cpp

bool says(const Fetch& fetch, std::string_view type) {
  const auto told = fetch.headers().get("content-type");
  return told && ascii_lower(*told).find(type) != std::string::npos;
}

bool may_be_page(const Fetch& fetch) {
  return says(fetch, "html") || !fetch.headers().get("content-type");
}

bool is_page(const Task& task) {
  return task.role == Role::home || task.role == Role::page;
}

}  // namespace

Budget::Budget(const CrawlOptions& options, Time start)
    : options_(options), deadline_(start + options.max_time) {}

int Budget::samples() const {
  return std::min(timing_samples * home_hops_, options_.max_requests / 2);
}

int Budget::most(const Task& task) const {
  if (task.role == Role::timing) return options_.max_requests - home_hops_ + 1;
  const int most = options_.max_requests - samples();
  const bool leaves_some = task.rank >= Rank::resource && task.rank <= Rank::page;
  return leaves_some ? most - most / of_links : most;
}

bool Budget::allows(const Task& task) const {
  if (!task.foreign && task.role != Role::home && own_requests_ >= most(task)) return false;
  if (task.tries() > 0) return true;
  if (is_page(task)) return pages_ < std::max(options_.max_pages, 1);
  if (task.role == Role::resource) return resources_ < options_.max_resources;
  return true;
}

bool Budget::gives_way(const Task& task) const {
  if (task.foreign || (task.rank != Rank::resource && task.rank != Rank::file)) return false;
  const int most = options_.max_requests - samples();
  return own_requests_ >= most - most / of_links - std::max(0, pages_before_files - pages_);
}

std::size_t Budget::left() const {
  return static_cast<std::size_t>(std::max(0, options_.max_requests - samples() - own_requests_));
}

std::string Budget::limit(const Task& task) const {
  if (is_page(task) && pages_ >= options_.max_pages)
    return fmt::format("{} pages", options_.max_pages);
  if (task.role == Role::resource && resources_ >= options_.max_resources)
    return fmt::format("{} files of the home page", options_.max_resources);
  return fmt::format("{} requests", options_.max_requests);
}

void Budget::asked(const Task& task) {
  if (!task.foreign) ++own_requests_;
  if (task.tries() > 0) return;
  if (is_page(task)) ++pages_;
  if (task.role == Role::resource) ++resources_;
}

void Budget::answered(const Task& task, Fetch& fetch) {
  const auto most = reading_ < much_reading ? most_of_page : little_reading;
  std::optional<std::size_t> end;
  if (may_be_page(fetch))
    end = affordable(std::string_view(fetch.body).substr(0, page_bytes), most, reading_);
  else if (says(fetch, "css"))
    end = affordable_text(fetch.body, most, reading_);
  if (end && *end < fetch.body.size()) {
    fetch.body.resize(*end);
    fetch.truncated = true;
  }
  kept_bytes_ += fetch.body.size();
  if (task.role == Role::home) home_hops_ = std::max(1, static_cast<int>(fetch.hops.size()));
}

bool Budget::takes_hop(Role role) {
  const bool always = role == Role::home || role == Role::timing;
  if (own_requests_ >= options_.max_requests - (always ? 0 : samples())) return false;
  ++own_requests_;
  return true;
}

std::size_t Budget::body_limit() const {
  return kept_bytes_ < much_memory ? whole_body : short_body;
}

}  // namespace touchstone
