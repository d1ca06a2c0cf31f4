#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "crawler/evidence.h"
#include "crawler/probes.h"
#include "crawler/quick_crawl.h"
#include "crawler/redirects.h"
#include "site/obstacle.h"
#include "site/sitemap.h"
#include "site/vocabulary.h"

namespace touchstone {
namespace {

constexpr int max_promoted = 3;  // of one class
constexpr int contact_promise = 100, about_promise = 50, class_score = 4;
constexpr int max_sitemaps = 3;
constexpr std::size_t max_languages = 4;

// Behind such an answer there is no page of the company to crawl on from.
bool closes(Reason reason) {
  return reason == Reason::bot_challenge || reason == Reason::blocked_403 ||
         reason == Reason::rate_limited || reason == Reason::unavailable_503 ||
         reason == Reason::geo_blocked;
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (text.empty() || list.size() == max_languages) return;
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

}  // namespace

void QuickCrawl::finish(Task task, const ReadAnswer& reading) {
  follow(task, reading);
  const bool is_home = task.role == Role::home;
  if (is_home) home_answer_ = task.answer();
  // A third party's robots.txt is no touchpoint of the company.
  if (task.role != Role::robots || !task.foreign) recorder_.keep(std::move(task));
  if (!is_home) return;
  for (auto& entry : std::exchange(led_home_, {})) join_home(std::move(entry));
}

void QuickCrawl::follow(const Task& task, const ReadAnswer& reading) {
  switch (task.role) {
    case Role::home:
      return follow_home(task, reading);
    case Role::page:
    case Role::guessed:
      return follow_page(task, reading);
    case Role::robots:
      return follow_robots(task);
    case Role::sitemap:
      return follow_sitemap(task);
    case Role::entry:
      return look_unverified(task);
    case Role::manifest:
      return follow_manifest(task);
    case Role::resource:
      plan_all(evidence_.of_answer(task));
      if (task.answer().ok() && task.note == to_string(Resource::Kind::stylesheet) &&
          task.found_on == home_)
        plan_resources(resources_of_stylesheet(task.answer()), task.url);
      return;
    case Role::well_known:
    case Role::site_search:
      return plan_all(evidence_.of_answer(task));
    case Role::missing:
      if (task.answer().ok()) missing_ = task.answer();
      return;
    default:
      return;
  }
}

// An entry that was redirected to the address that home is asked at.
bool QuickCrawl::leads_home(const Task& task) const {
  const auto& fetch = task.answer();
  if (task.role != Role::entry || fetch.fault || !leads_on(fetch.status(), fetch.headers()))
    return false;
  return redirect_target(fetch.answered(), fetch.headers()) == start_;
}

// Home is not asked again for each entry that leads there: its answer is theirs, hops and all.
void QuickCrawl::join_home(Task entry) {
  if (!home_answer_) {
    led_home_.push_back(std::move(entry));
    return;
  }
  auto& fetch = entry.answers.back();
  fetch.hops.insert(fetch.hops.end(), home_answer_->hops.begin(), home_answer_->hops.end());
  fetch.body = home_answer_->body;
  fetch.truncated = home_answer_->truncated;
  fetch.wire_bytes = home_answer_->wire_bytes;
  fetch.fault = home_answer_->fault;
  settle(std::move(entry));
}

void QuickCrawl::follow_home(const Task& task, const ReadAnswer& reading) {
  const auto& fetch = task.answer();
  if (fetch.fault) {
    close(fmt::format("home could not be read: {}", to_string(fetch.fault->kind)));
    return look_unverified(task);
  }
  plan_at_home(fetch.answered());
  if (reading.obstacle && closes(reading.obstacle->reason))
    return close(fmt::format("home could not be read: {}", to_string(reading.obstacle->reason)));
  home_read_ = true;
  const auto& timing = fetch.hops.back().timing;
  pace_ = std::chrono::microseconds(std::max<std::int64_t>(0, timing.total - timing.pretransfer));
  plan_all(evidence_.at_home());
  if (!reading.page) return;
  follow_head(*reading.page, true);
  follow_links(*reading.page, task);
  judge_mail_domain();
  if (options_.look_alikes) plan_look_alikes();
}

// While home is still arriving: what blocks its rendering, its icons, the contact page.
void QuickCrawl::look_early(bool nothing_came) {
  const auto fetch = early_look_.look(nothing_came);
  if (!fetch || !fetch->ok()) return;
  const auto page = Page::read(*fetch);
  if (!page || known_obstacle(*page)) return;
  plan_at_home(page->url());
  follow_head(*page, false);
  for (const auto& link : LinkReader().read(*page, *home_))
    if (link.score >= promising_score &&
        (link.page_class == "contact" || link.page_class == "about"))
      follow_link(link, *page, 1);
}

void QuickCrawl::follow_head(const Page& page, bool whole) {
  const auto on = page.url().without_fragment();
  plan_icons(icons_of(page), on);
  if (const auto manifest = manifest_of(page))
    plan({.role = Role::manifest,
          .url = *manifest,
          .rank = Rank::essential,
          .promise = 2,
          .found_on = on,
          .linked = true});
  plan_resources(resources_of(page, !whole), on);
}

void QuickCrawl::follow_page(const Task& task, const ReadAnswer& reading) {
  const auto& fetch = task.answer();
  if (fetch.hops.empty() || !is_own(fetch.answered())) return;
  frontier_.met(fetch.answered());
  if (fetch.ok() && !reading.obstacle && reading.page) follow_links(*reading.page, task);
}

void QuickCrawl::follow_links(const Page& page, const Task& task) {
  add_once(languages_, page.language());
  add_once(languages_, page.declared_language().substr(0, page.declared_language().find('-')));
  follow_addresses(page);
  // What only a guess led to cannot lead on: a customer does not find it.
  if (task.role == Role::guessed) return;
  follow_evidence(page, task);
  const auto links = link_reader_.read(page, *home_);
  plan_probes(links);
  for (const auto& link : links) follow_link(link, page, task.depth + 1);
}

void QuickCrawl::follow_evidence(const Page& page, const Task& task) {
  plan_all(evidence_.of_page(page, task));
  plan_all(link_checks_.of_page(page, task, [this](const Url& url) { return is_own(url); }));
  const auto canonical = canonical_of(page);
  if (canonical && is_own(*canonical))
    link_checks_.add(*canonical, "canonical", page.url().without_fragment());
}

void QuickCrawl::follow_manifest(const Task& task) {
  if (!task.answer().ok()) return;
  plan_icons(icons_of_manifest(task.answer()), task.url);
  const auto start = start_of_manifest(task.answer());
  if (start && is_own(*start)) link_checks_.add(*start, "start", task.url);
}

void QuickCrawl::follow_link(const PageLink& link, const Page& page, int depth) {
  const bool promising = link.score >= promising_score;
  if (promising) guesses_.linked(link.page_class);
  const auto on = page.url().without_fragment();
  if (link.url == on) return;
  Task task{.role = Role::page,
            .url = link.url,
            .depth = depth,
            .found_on = on,
            .page_class = promising ? link.page_class : "",
            .linked = true};
  const bool first_of_all = link.page_class == "contact" || link.page_class == "about";
  if (promising && first_of_all) {
    if (frontier_.knows(link.url) || ++promoted_[link.page_class] <= max_promoted) {
      const bool contact = link.page_class == "contact";
      task.rank = contact ? Rank::essential : Rank::sample;
      task.promise = link.score + (contact ? contact_promise : about_promise);
    }
  } else if (link.score >= class_score) {
    task.promise = link.score;
  } else {
    if (link.url.host() != home_->host()) task.promise = -1;
    // Some of every kind before many of one.
    if (!frontier_.knows(link.url))
      task.promise -= planned_of_kind_[kind_of(link.url)]++ / enough_of_kind;
  }
  plan(std::move(task));
}

void QuickCrawl::follow_robots(const Task& task) {
  gate_.answered(task.url, task.answer());
  if (const auto delay = gate_.delay(task.url))
    politeness_.keep_apart(std::string(task.url.host()), *delay);
  plan_sitemaps();
}

void QuickCrawl::follow_sitemap(const Task& task) {
  const auto& fetch = task.answer();
  if (!fetch.ok() || !home_) return;
  const auto sitemap = read_sitemap(fetch.body, fetch.answered());
  if (sitemap.kind != Sitemap::Kind::index) {
    guesses_.take(sitemap, *home_);
    return link_checks_.add(sitemap, [this](const Url& url) { return is_own(url); });
  }
  for (const auto& url : sitemap.locations) {
    if (sitemaps_ == max_sitemaps) return;
    ++sitemaps_;
    plan({.role = Role::sitemap,
          .url = url,
          .rank = Rank::essential,
          .promise = -10,
          .found_on = task.url,
          .note = "index",
          .linked = true});
  }
}

// A certificate that was refused is worth a second look, without trusting what comes with it.
void QuickCrawl::look_unverified(const Task& task) {
  const auto& fetch = task.answer();
  if (looked_unverified_ || !fetch.fault || fetch.fault->kind != FaultKind::tls) return;
  const auto& host = (home_ ? *home_ : start_);
  if (fetch.answered().host() != host.host()) return;
  looked_unverified_ = true;
  Task look{.role = Role::unverified_tls, .url = fetch.answered(), .obeys_robots = false};
  if (!budget_.allows(look)) return;
  look.number = frontier_.next_number();
  ask(std::move(look));
}

}  // namespace touchstone
