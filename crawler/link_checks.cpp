#include "crawler/link_checks.h"

#include <algorithm>

#include "crawler/outsiders.h"

namespace touchstone {
namespace {

constexpr std::size_t max_links_of_page = 1'000, max_inside = 1'000;
constexpr std::size_t sampled = 20;  // addresses of the sitemap
constexpr int max_outside = 20;
constexpr int of_text = 1, of_sitemap = 2, of_frame = 3, named = 4;

std::vector<Url> at_equal_distances(const std::vector<Url>& urls, std::size_t most) {
  if (urls.size() <= most) return urls;
  std::vector<Url> result;
  for (std::size_t i = 0; i < most; ++i) result.push_back(urls[i * urls.size() / most]);
  return result;
}

}  // namespace

void LinkChecks::add(Candidate candidate) {
  if (inside_.size() == max_inside || !known_.insert(candidate.url.href()).second) return;
  inside_.push_back(std::move(candidate));
}

void LinkChecks::add(const Url& url, const std::string& note, const Url& found_on) {
  add({url.without_fragment(), found_on, note, named});
}

void LinkChecks::add(const Sitemap& sitemap, const IsOwn& is_own) {
  if (sitemap.kind == Sitemap::Kind::index || sitemap.kind == Sitemap::Kind::none) return;
  for (const auto& url : at_equal_distances(sitemap.locations, sampled))
    if (is_own(url)) of_sitemaps_.push_back(url.without_fragment());
}

std::vector<Task> LinkChecks::of_page(const Page& page, const Task& read, const IsOwn& is_own) {
  std::vector<Task> tasks;
  const auto on = page.url().without_fragment();
  std::size_t looked_at = 0;
  for (const auto& link : page.links()) {
    if (++looked_at > max_links_of_page) break;
    if (!link.url) continue;
    auto url = link.url->without_fragment();
    if (is_own(url)) {
      add({std::move(url), on, "", link.region == Region::main ? of_text : of_frame});
      continue;
    }
    if (outside_ == max_outside || !hosts_.insert(std::string(url.host())).second) continue;
    if (is_on_platform(url)) continue;
    ++outside_;
    tasks.push_back({.role = Role::link,
                     .url = std::move(url),
                     .rank = Rank::rest,
                     .promise = 10,
                     .found_on = on,
                     .note = read.page_class == "press" ? "press" : "",
                     .linked = true,
                     .obeys_robots = false});
  }
  return tasks;
}

std::vector<Task> LinkChecks::tasks(const IsOwn& was_asked, std::size_t most) {
  std::vector<Task> result;
  for (const auto& url : at_equal_distances(of_sitemaps_, sampled))
    if (!was_asked(url))
      result.push_back({.role = Role::sitemap_entry,
                        .url = url,
                        .rank = Rank::rest,
                        .promise = of_sitemap,
                        .linked = true});
  for (const auto& [url, found_on, note, weight] : inside_)
    if (!was_asked(url))
      result.push_back({.role = Role::link,
                        .url = url,
                        .rank = Rank::rest,
                        .promise = weight,
                        .found_on = found_on,
                        .note = note,
                        .linked = true});
  std::stable_sort(result.begin(), result.end(),
                   [](const Task& a, const Task& b) { return a.promise > b.promise; });
  if (result.size() > most)
    result.erase(result.begin() + static_cast<std::ptrdiff_t>(most), result.end());
  return result;
}

}  // namespace touchstone
