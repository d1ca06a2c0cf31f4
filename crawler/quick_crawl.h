#pragma once

// One visit to a site: the loop that asks what may be asked and follows what the answers lead to.
// Private to crawl.cpp; the plan in words stands in crawl.h.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "crawler/budget.h"
#include "crawler/crawl.h"
#include "crawler/discovery.h"
#include "crawler/early_look.h"
#include "crawler/evidence_plan.h"
#include "crawler/frontier.h"
#include "crawler/guesses.h"
#include "crawler/link_checks.h"
#include "crawler/politeness.h"
#include "crawler/recorder.h"
#include "crawler/retry.h"
#include "crawler/robots_gate.h"
#include "site/challenge.h"
#include "site/spf.h"

namespace touchstone {

// An answer as far as it is a page, and what stands between us and the company in it. The task
// whose answer it is must outlive it.
struct ReadAnswer {
  std::optional<Page> page;
  std::optional<Obstacle> obstacle;
};

class QuickCrawl {
 public:
  QuickCrawl(const Url& start, const CrawlOptions& options, Network& network,
             const CrawlHooks& hooks);
  Recording run();

 private:
  // The loop (quick_crawl.cpp).
  void begin();
  bool goes_on();  // false: the user or the clock says stop
  void ask_what_may();
  bool may_leave(const Task& task);
  std::ptrdiff_t foreign_in_flight() const;
  void dispatch(Task task);
  void ask(Task task);
  void ask_for_robots();
  void ask_paused();
  bool idle() const;
  std::chrono::milliseconds patience() const;
  void take(Event event);
  void take_answer(Task task, Fetch fetch);
  void settle(Task task);  // asked again, or finished
  ReadAnswer read(const Task& task);
  Impression impression(const Task& task, const ReadAnswer& reading);
  bool may_retry(const Task& task, std::chrono::milliseconds pause) const;
  void tell(const Task& task);

  // What ends before it is asked or answered (quick_crawl_end.cpp).
  void leave_out(Task task, FaultKind kind, std::string why);
  void keep_begun(Task task, Fetch begun, Fault fault);
  void stop(FaultKind kind, const std::string& why);
  void close(const std::string& why);
  void leave_page(const Url& url, const std::string& why);
  void judge_what_was_left();
  bool own_is_done(std::optional<Role> but = {}) const;
  void give_up_late();  // others and the DNS, when the company itself has nothing to answer

  // What is asked beside what pages lead to (quick_crawl_plan.cpp).
  void plan(Task task);
  void plan_all(std::vector<Task> tasks);
  void plan_entries();
  void plan_at_home(const Url& answered);
  void plan_sitemaps();
  void plan_icons(const std::vector<Found>& icons, const Url& on);
  void plan_resources(const std::vector<Found>& resources, const Url& on);
  void plan_probes(const std::vector<PageLink>& links);
  void plan_look_alikes();
  void plan_after_pages();
  bool busy_with(Role role) const;  // one is waiting, in flight or pausing
  void plan_timing();
  std::optional<Time> next_timing() const;  // absent: when the last sample was answered

  // The domain name system (quick_crawl_dns.cpp).
  void ask_dns_of(const std::string& host);
  void ask_dns(const std::string& name, DnsType type);
  void take_dns(DnsAnswer answer);
  const DnsAnswer* dns(std::string_view name, DnsType type);  // null: not answered yet
  void follow_addresses(const Page& page);
  void follow_mail(const DnsAnswer& answer);
  void judge_mail_domain();
  void ask_about_mail(const std::string& domain);

  // What answers lead to (quick_crawl_answers.cpp).
  void finish(Task task, const ReadAnswer& reading);
  bool leads_home(const Task& task) const;
  void join_home(Task entry);
  void look_early(bool nothing_came);
  void follow(const Task& task, const ReadAnswer& reading);
  void follow_home(const Task& task, const ReadAnswer& reading);
  void follow_page(const Task& task, const ReadAnswer& reading);
  void follow_head(const Page& page, bool whole);
  void follow_links(const Page& page, const Task& task);
  void follow_link(const PageLink& link, const Page& page, int depth);
  void follow_evidence(const Page& page, const Task& task);
  void follow_manifest(const Task& task);
  void follow_robots(const Task& task);
  void follow_sitemap(const Task& task);
  void look_unverified(const Task& task);

  bool is_own(const Url& url) const;
  Time now() { return network_.now(); }

  const Url start_;
  const CrawlOptions options_;
  Network& network_;
  const CrawlHooks& hooks_;
  const Time began_;

  Recorder recorder_;
  Budget budget_;
  Politeness politeness_;
  RobotsGate gate_;
  Frontier frontier_;
  EarlyLook early_look_;
  LinkReader link_reader_;
  EvidencePlan evidence_;
  Guesses guesses_;
  LinkChecks link_checks_;

  std::unordered_map<Ticket, Task> in_flight_;
  std::map<Ticket, DnsQuestion> dns_in_flight_;
  std::optional<Time> own_done_;               // since when only others are waited for
  std::optional<Time> timed_;                  // when the last timing sample was asked
  std::chrono::microseconds pace_{0};          // from home's question to its last byte
  std::vector<std::pair<Time, Task>> pauses_;  // asked again at that time
  std::vector<Url> robots_wanted_;

  std::optional<Url> home_;                     // where the site lives, once its answer began
  std::optional<Fetch> home_answer_, missing_;  // a 404 probe that was answered with 2xx
  std::vector<Task> led_home_;                  // entries that wait for home's answer
  std::vector<std::string> languages_;
  std::string extension_;                // the commonest of the pages' names
  std::map<std::string, int> promoted_;  // links that went forward, by class
  // The place of the answer in the recording, where there is one.
  std::map<std::pair<std::string, DnsType>, std::optional<std::size_t>> dns_asked_;
  std::set<std::string> mail_domains_, judged_domains_;
  std::vector<std::string> addresses_;     // of e-mail, as far as their domain goes
  std::unordered_set<std::string> asked_;  // addresses, and those that answered for them
  std::map<std::string, int> planned_of_kind_, asked_of_kind_;  // pages
  std::set<std::string> kinds_left_;                            // of the pages that were left out
  int sample_left_ = 9, resources_ = 0, sitemaps_ = 0, timing_samples_ = 0;
  bool home_read_ = false, closed_ = false, pages_read_ = false, sitemaps_planned_ = false,
       nested_planned_ = false, typed_planned_ = false, looked_unverified_ = false;
};

}  // namespace touchstone
