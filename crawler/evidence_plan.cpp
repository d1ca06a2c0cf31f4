#include "crawler/evidence_plan.h"

#include <algorithm>

#include "crawler/evidence.h"
#include "crawler/outsiders.h"
#include "site/public_suffix.h"
#include "site/site_search.h"

namespace touchstone {
namespace {

constexpr int max_feeds = 2, max_documents = 6, max_versions = 10;
constexpr int max_share_pages = 5, max_share_pictures = 6;  // home is one of the pages
constexpr int max_picture_pages = 2, max_pictures_of_page = 5;
constexpr std::size_t max_again = 3;

Task linked_from(const Page& page, Role role, Url url, Rank rank, std::string note = {}) {
  return {.role = role,
          .url = std::move(url),
          .rank = rank,
          .found_on = page.url().without_fragment(),
          .note = std::move(note),
          .linked = true};
}

bool is_key_page(const Task& task) {
  static const std::vector<std::string> key{"about", "prices", "products", "order", "contact"};
  return std::find(key.begin(), key.end(), task.page_class) != key.end();
}

}  // namespace

void EvidencePlan::begin(const Url& home, std::string token) {
  home_ = home;
  token_ = std::move(token);
}

std::vector<Task> EvidencePlan::at_home() const {
  const auto& home = *home_;
  std::vector<Task> tasks;
  for (auto& [url, note] : usual_files(home))
    tasks.push_back({.role = Role::well_known, .url = url, .rank = Rank::evidence, .note = note});
  const std::vector<std::pair<std::string, std::string>> landings{
      {"utm", "utm_source=audit&utm_medium=test&utm_campaign=x"},
      {"yclid", "yclid=1"},
      {"gclid", "gclid=1"}};
  for (const auto& [note, query] : landings)
    tasks.push_back({.role = Role::landing,
                     .url = with_query(home, query),
                     .rank = Rank::evidence,
                     .promise = 5,
                     .note = note,
                     .linked = true});
  const auto domain = registrable_domain(home.host());
  if (const auto url = domain ? registration_of(*domain) : std::nullopt)
    tasks.push_back({.role = Role::registration,
                     .url = *url,
                     .rank = Rank::evidence,
                     .headers = {{"Accept", "application/rdap+json"}},
                     .obeys_robots = false});
  if (!home.is_https()) return tasks;
  for (const auto* version : {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"})
    tasks.push_back({.role = Role::tls_version,
                     .url = home.with_path("/"),
                     .rank = Rank::evidence,
                     .promise = 3,
                     .note = version,
                     .obeys_robots = false});
  return tasks;
}

std::vector<Task> EvidencePlan::of_page(const Page& page, const Task& read) {
  std::vector<Task> tasks;
  if (!home_) return tasks;
  add_feeds(page, tasks);
  add_pictures(page, read, tasks);
  add_documents(page, tasks);
  add_search(page, read, tasks);
  add_outsiders(page, tasks);
  if (read.role != Role::home) return tasks;
  add_versions(page, tasks);
  if (page.document() &&
      !page.document()->first("//link[contains(@rel, 'apple-touch-icon') or @rel='manifest']"))
    tasks.push_back({.role = Role::icon,
                     .url = home_->with_path("/apple-touch-icon.png"),
                     .rank = Rank::evidence,
                     .note = "convention"});
  return tasks;
}

bool EvidencePlan::is_new(const Url& url) {
  if (std::find(planned_.begin(), planned_.end(), url) != planned_.end()) return false;
  planned_.push_back(url);
  return true;
}

void EvidencePlan::add_outsiders(const Page& page, std::vector<Task>& tasks) {
  static const std::map<std::string, int> most{{"social", 5}, {"map", 2},   {"reviews", 1},
                                               {"store", 4},  {"login", 1}, {"frame", 4}};
  for (const auto& [url, note] : outsiders_of(page, *home_)) {
    if (outsiders_[note] == most.at(note) || !is_new(url)) continue;
    ++outsiders_[note];
    tasks.push_back(linked_from(page, Role::third_party, url, Rank::evidence, note));
  }
}

// Home in other languages.
void EvidencePlan::add_versions(const Page& page, std::vector<Task>& tasks) {
  int versions = 0;
  for (const auto& url : versions_of(page)) {
    if (versions == max_versions || !same_company_host(url.host(), home_->host())) continue;
    ++versions;
    auto task = linked_from(page, Role::page, url, Rank::page);
    task.promise = 50;
    task.depth = 1;
    tasks.push_back(std::move(task));
  }
}

void EvidencePlan::add_feeds(const Page& page, std::vector<Task>& tasks) {
  for (const auto& url : feeds_of(page)) {
    if (feeds_ == max_feeds) return;
    if (!is_new(url)) continue;
    ++feeds_;
    tasks.push_back(linked_from(page, Role::feed, url, Rank::evidence));
  }
}

void EvidencePlan::add_pictures(const Page& page, const Task& read, std::vector<Task>& tasks) {
  if (share_pages_ < max_share_pages) {
    ++share_pages_;
    for (const auto& url : share_pictures_of(page)) {
      if (share_pictures_ == max_share_pictures || !is_new(url)) continue;
      ++share_pictures_;
      tasks.push_back(linked_from(page, Role::picture, url, Rank::evidence, "share"));
    }
  }
  if (picture_pages_ == max_picture_pages || !is_key_page(read)) return;
  ++picture_pages_;
  int here = 0;
  for (const auto& url : pictures_of(page)) {
    if (here == max_pictures_of_page) return;
    if (!is_new(url)) continue;
    ++here;
    tasks.push_back(linked_from(page, Role::picture, url, Rank::file, "page"));
  }
}

void EvidencePlan::add_documents(const Page& page, std::vector<Task>& tasks) {
  for (const auto& url : documents_of(page)) {
    if (documents_ == max_documents) return;
    if (!is_new(url)) continue;
    ++documents_;
    tasks.push_back(linked_from(page, Role::document, url, Rank::file));
  }
}

void EvidencePlan::add_search(const Page& page, const Task& read, std::vector<Task>& tasks) {
  if (read.role == Role::home) word_ = heading_word(page);
  if (searched_ || word_.empty()) return;
  const auto found = search_address(page, word_), vain = search_address(page, token_);
  if (!found || !vain) return;
  searched_ = true;
  tasks.push_back(linked_from(page, Role::site_search, *found, Rank::file, "word"));
  vain_search_ = linked_from(page, Role::site_search, *vain, Rank::file, "nothing");
}

std::vector<Task> EvidencePlan::of_answer(const Task& answered) {
  const auto& fetch = answered.answer();
  std::vector<Task> tasks;
  if (answered.note == "security.txt" && !fetch.ok() &&
      answered.url.path().starts_with("/.well-known/"))
    tasks.push_back({.role = Role::well_known,
                     .url = answered.url.with_path("/security.txt"),
                     .rank = Rank::evidence,
                     .note = "security.txt legacy"});
  if (answered.role == Role::resource) add_again(answered, tasks);
  // Nobody looks for what cannot be found where finding does not work.
  if (answered.note == "word" && fetch.ok() && vain_search_) tasks.push_back(*vain_search_);
  return tasks;
}

// One file of each kind, so that one setting does not speak for all.
void EvidencePlan::add_again(const Task& answered, std::vector<Task>& tasks) {
  const auto& fetch = answered.answer();
  if (!fetch.ok() || answered.foreign || again_.size() == max_again) return;
  if (std::find(again_.begin(), again_.end(), answered.note) != again_.end()) return;
  auto conditions = conditions_of(fetch);
  if (conditions.empty()) return;
  again_.push_back(answered.note);
  tasks.push_back({.role = Role::revalidation,
                   .url = fetch.answered(),
                   .rank = Rank::file,
                   .found_on = answered.found_on,
                   .note = answered.note,
                   .headers = std::move(conditions)});
}

}  // namespace touchstone
