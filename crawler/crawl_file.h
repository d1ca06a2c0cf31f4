#pragma once

// The state of a deep crawl on disk (SQLite): every address met and what is known of it, a summary
// of every page, the budgets of the path shapes. What is written between begin and commit is there
// wholly or not at all, whenever the process dies.
//
// One thread. Errors of the disk throw std::runtime_error with one line.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crawler/page_question.h"
#include "crawler/path_shapes.h"
#include "site/deep_summary.h"

namespace touchstone {

enum class AddressState : int {
  waiting = 0,
  answered = 1,
  left_out = 2,   // its shape brought nothing new
  forbidden = 3,  // by robots.txt
  former = 4,     // of the last crawl, and not met again yet
};

struct FoundAddress {
  std::int64_t id = 0;  // 0: not yet written
  std::string url;
  std::uint64_t key = 0;
  int depth = 0;              // clicks from the start
  int generation = 0;         // how long the chain of pages of its own shape is that led to it
  int hops = 0;               // redirects that led to it, one behind the other
  std::int64_t found_on = 0;  // the address whose page led to it; 0: the start, a sitemap
  std::int64_t shape = 0;
  AddressState state = AddressState::waiting;
};

class CrawlFile {
 public:
  // An empty path: a file of its own that is gone at the end. A file that is no state of a crawl is
  // refused.
  explicit CrawlFile(const std::string& path);
  ~CrawlFile();

  void begin();
  void commit();

  // Small facts of the whole crawl, by name; absent when never said.
  std::optional<std::string> said(const std::string& name);
  void say(const std::string& name, const std::string& value);

  // Writes the address, or takes it over from the last crawl; gives its id.
  std::int64_t add(const FoundAddress& address);
  bool knows(std::uint64_t key);
  void each_key(const std::function<void(std::uint64_t)>& take);

  // Waiting addresses with an id over `after`, in their order; of one shape where it is not 0.
  std::vector<FoundAddress> waiting(std::int64_t after, std::int64_t shape, int most);
  std::int64_t count(AddressState state);
  void leave_out(std::int64_t shape);  // all that wait
  void set_state(std::int64_t id, AddressState state);

  // The answer to an address: its summary stands from now on.
  void write(const FoundAddress& address, const PageAnswer& answer,
             const std::optional<std::string>& leads_to);
  // The page is as it was (304): what is kept of it stands, only its time is new.
  void confirm(std::int64_t id, Time when);
  // What may be asked for conditionally.
  struct Validators {
    std::string etag, last_modified;
  };
  Validators validators(std::int64_t id);
  // Keys of the own links of a page that is known.
  std::vector<std::uint64_t> links_of(std::int64_t id);
  std::optional<std::string> url_of(std::uint64_t key);  // quick after begin_again only

  // The budgets of the path shapes, in the order of their ids.
  std::vector<PathShape> shapes();
  void write(const PathShape& shape);
  void each_text(const std::function<void(std::uint64_t)>& take);  // hashes of the pages' texts

  DeepSummary summary(bool complete);

  void begin_again();    // all addresses become former ones
  void forget_former();  // those that are still so, with their pages

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
