#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "crawler/probes.h"
#include "crawler/quick_crawl.h"
#include "site/look_alikes.h"
#include "site/public_suffix.h"

namespace touchstone {
namespace {

using std::chrono::milliseconds;

constexpr int max_resources_planned = 500;
constexpr int max_sitemaps = 3;
constexpr int max_timing_samples = 3;
constexpr milliseconds time_for_samples{10'000};

std::string commonest_extension(const std::vector<PageLink>& links, const Url& home) {
  std::map<std::string, int> count;
  for (const auto& link : links)
    if (link.url.host() == home.host()) ++count[extension_of(link.url)];
  count.erase("");
  const auto commonest = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return commonest == count.end() ? "" : commonest->first;
}

}  // namespace

bool QuickCrawl::is_own(const Url& url) const {
  return same_company_host(url.host(), start_.host()) ||
         (home_ && same_company_host(url.host(), home_->host()));
}

void QuickCrawl::plan(Task task) {
  if (closed_ || (task.role != Role::home && acts_on_site(task.url))) return;
  task.url = task.url.without_credentials();
  task.foreign = !is_own(task.url);
  if (task.role == Role::page && task.depth > options_.max_depth) {
    // What lies so deep no customer finds either: its absence elsewhere is proven all the same.
    if (!frontier_.knows(task.url))
      recorder_.note(
          fmt::format("links beyond {} clicks from home were not followed", options_.max_depth));
    return;
  }
  const bool is_page = task.role == Role::page;
  const auto url = task.url;
  const auto dropped = frontier_.dropped();
  frontier_.add(std::move(task));
  if (is_page && frontier_.dropped() > dropped)
    leave_page(url, "not all links could be remembered");
}

void QuickCrawl::plan_all(std::vector<Task> tasks) {
  for (auto& task : tasks) plan(std::move(task));
}

void QuickCrawl::plan_entries() {
  for (const auto& url : entries_of(start_))
    plan({.role = Role::entry,
          .url = url,
          .rank = Rank::essential,
          .promise = 10,
          .obeys_robots = false});
}

// What every site has at a known place, on the host that answered for home.
void QuickCrawl::plan_at_home(const Url& answered) {
  if (home_) return;
  home_ = answered.without_fragment();
  frontier_.met(*home_);
  ask_dns_of(std::string(home_->host()));
  if (gate_.look_at_host(*home_) == RobotsGate::Answer::unknown) robots_wanted_.push_back(*home_);
  const auto token = probe_token(options_.seed, home_->host());
  evidence_.begin(*home_, token);
  plan({.role = Role::missing,
        .url = home_->with_path("/" + token),
        .rank = Rank::essential,
        .promise = 5});
  plan({.role = Role::root_icon,
        .url = home_->with_path("/favicon.ico"),
        .rank = Rank::essential,
        .promise = 4,
        .note = "default"});
  plan_sitemaps();
}

// Behind the contact page, which a big sitemap must not delay; before icons, which may be bigger.
void QuickCrawl::plan_sitemaps() {
  if (sitemaps_planned_ || !home_) return;
  const auto* robots = gate_.robots(*home_);
  if (!robots) return;
  sitemaps_planned_ = true;
  Task task{.role = Role::sitemap, .url = *home_, .rank = Rank::essential, .promise = 3};
  for (const auto& line : robots->sitemaps()) {
    const auto url = home_->resolve(line);
    if (!url || sitemaps_ == max_sitemaps - 1) continue;
    ++sitemaps_;
    task.url = *url;
    task.note = "robots";
    task.linked = true;
    plan(task);
  }
  if (sitemaps_ > 0) return;
  ++sitemaps_;
  task.url = home_->with_path("/sitemap.xml");
  task.note = "usual";
  plan(task);
}

void QuickCrawl::plan_icons(const std::vector<Found>& icons, const Url& on) {
  for (const auto& [url, note] : icons)
    plan({.role = Role::icon,
          .url = url,
          .rank = Rank::essential,
          .promise = 2,
          .found_on = on,
          .note = note,
          .linked = true});
}

void QuickCrawl::plan_resources(const std::vector<Found>& resources, const Url& on) {
  for (const auto& [url, note] : resources) {
    if (resources_ == max_resources_planned) return;
    plan({.role = Role::resource,
          .url = url,
          .rank = Rank::resource,
          .promise = -++resources_,
          .found_on = on,
          .note = note,
          .linked = true});
  }
}

void QuickCrawl::plan_probes(const std::vector<PageLink>& links) {
  const auto token = probe_token(options_.seed, home_->host());
  Task task{.role = Role::missing_nested, .url = *home_, .rank = Rank::essential, .promise = 1};
  const auto nested = std::find_if(links.begin(), links.end(), [&](const PageLink& link) {
    return link.url.host() == home_->host() && first_directory(link.url);
  });
  if (!nested_planned_ && nested != links.end()) {
    nested_planned_ = true;
    task.url = home_->with_path(*first_directory(nested->url) + token);
    plan(task);
  }
  if (extension_.empty()) extension_ = commonest_extension(links, *home_);
  if (!typed_planned_ && !extension_.empty()) {
    typed_planned_ = true;
    task.role = Role::missing_typed;
    task.url = home_->with_path(fmt::format("/{}.{}", token, extension_));
    plan(task);
  }
}

bool QuickCrawl::busy_with(Role role) const {
  const auto is_that = [role](const Task& task) { return task.role == role && !task.foreign; };
  return frontier_.waits(role) ||
         std::any_of(in_flight_.begin(), in_flight_.end(),
                     [&](const auto& each) { return is_that(each.second); }) ||
         std::any_of(pauses_.begin(), pauses_.end(),
                     [&](const auto& each) { return is_that(each.second); });
}

void QuickCrawl::plan_look_alikes() {
  for (const auto& name : look_alikes_of(home_->host(), languages_))
    if (const auto url = Url::parse("http://" + name + "/"))
      plan({.role = Role::twin, .url = *url, .rank = Rank::evidence, .obeys_robots = false});
}

// What the pages have taught is asked for when the last of them was read.
void QuickCrawl::plan_after_pages() {
  if (!home_read_ || closed_ || pages_read_) return;
  if (busy_with(Role::page) || busy_with(Role::sitemap) || busy_with(Role::robots)) return;
  pages_read_ = true;
  auto guesses = guesses_.tasks(*home_, languages_, extension_);
  const auto most = std::min(guesses.size(), budget_.left() / 2);
  guesses.erase(guesses.begin() + static_cast<std::ptrdiff_t>(most), guesses.end());
  plan_all(std::move(guesses));
  const auto was_asked = [this](const Url& url) {
    return asked_.contains(url.href()) || frontier_.waits_at(url);
  };
  plan_all(link_checks_.tasks(was_asked, budget_.left() - most));
  judge_mail_domain();
}

// When the host has nothing else to do, so that only its own pace is measured: a sample begins so
// long behind the one before that its question arrives when the other's answer has left.
void QuickCrawl::plan_timing() {
  if (!home_read_ || closed_ || timing_samples_ == max_timing_samples) return;
  if (!own_is_done(Role::timing) || budget_.deadline() - now() < time_for_samples) return;
  const auto next = next_timing();
  if (busy_with(Role::timing) && (!next || *next > now())) return;
  Task task{.role = Role::timing, .url = start_, .obeys_robots = false};
  if (!budget_.allows(task) || !politeness_.may_ask(std::string(start_.host()), now())) return;
  ++timing_samples_;
  timed_ = now();
  task.number = frontier_.next_number();
  ask(std::move(task));
}

std::optional<Time> QuickCrawl::next_timing() const {
  if (!timed_ || pace_.count() == 0) return {};
  return *timed_ + std::chrono::ceil<milliseconds>(pace_);
}

}  // namespace touchstone
