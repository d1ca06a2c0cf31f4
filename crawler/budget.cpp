#include "crawler/budget.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone {
namespace {

constexpr int timing_samples = 3;  // kept back for the end of the visit
constexpr int pages_before_files = 34;
constexpr int of_links = 10;  // this part is kept back for guesses and dead links
constexpr std::size_t whole_body = 5u << 20;
constexpr std::size_t short_body = 256u << 10;
constexpr std::size_t much_memory = 96u << 20;

bool is_page(const Task& task) {
  return task.role == Role::home || task.role == Role::page;
}

}  // namespace

Budget::Budget(const CrawlOptions& options, Time start)
    : options_(options), deadline_(start + options.max_time) {}

bool Budget::allows(const Task& task) const {
  int most = options_.max_requests;
  if (task.role != Role::timing) {
    most -= timing_samples;
    if (task.rank >= Rank::resource && task.rank <= Rank::page) most -= most / of_links;
  }
  if (!task.foreign && task.role != Role::home && own_requests_ >= most) return false;
  if (task.tries() > 0) return true;
  if (is_page(task)) return pages_ < std::max(options_.max_pages, 1);
  if (task.role == Role::resource) return resources_ < options_.max_resources;
  return true;
}

bool Budget::gives_way(const Task& task) const {
  if (task.foreign || (task.rank != Rank::resource && task.rank != Rank::file)) return false;
  const int most = options_.max_requests - timing_samples;
  return own_requests_ >= most - most / of_links - std::max(0, pages_before_files - pages_);
}

std::size_t Budget::left() const {
  return static_cast<std::size_t>(
      std::max(0, options_.max_requests - timing_samples - own_requests_));
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

void Budget::answered(const Task& task, const Fetch& fetch) {
  kept_bytes_ += fetch.body.size();
  if (!task.foreign && fetch.hops.size() > 1)
    own_requests_ += static_cast<int>(fetch.hops.size()) - 1;
}

std::size_t Budget::body_limit() const {
  return kept_bytes_ < much_memory ? whole_body : short_body;
}

}  // namespace touchstone
