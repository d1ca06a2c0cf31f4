#pragma once

// Which further evidence a visit asks for, within limits of its own, so that a company's host has
// few questions more to answer. It plans; whether and when a task leaves is the crawl's business.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crawler/task.h"
#include "site/page.h"

namespace touchstone {

class EvidencePlan {
 public:
  // Before all else. `token`: nobody's word, for a search that finds nothing.
  void begin(const Url& home, std::string token);

  // What needs no page: usual files, home as advertisements link it, the versions of TLS.
  std::vector<Task> at_home() const;

  // What a page that was read leads to. `read`: the task whose answer it is.
  std::vector<Task> of_page(const Page& page, const Task& read);

  // What an answer leads to: a file of home is asked for again, security.txt at its old place, the
  // search that finds things for what it cannot find.
  std::vector<Task> of_answer(const Task& answered);

 private:
  bool is_new(const Url& url);
  void add_outsiders(const Page& page, std::vector<Task>& tasks);
  void add_versions(const Page& page, std::vector<Task>& tasks);
  void add_feeds(const Page& page, std::vector<Task>& tasks);
  void add_pictures(const Page& page, const Task& read, std::vector<Task>& tasks);
  void add_documents(const Page& page, std::vector<Task>& tasks);
  void add_search(const Page& page, const Task& read, std::vector<Task>& tasks);
  void add_again(const Task& answered, std::vector<Task>& tasks);

  std::optional<Url> home_;
  std::map<std::string, int> outsiders_;  // by note
  std::vector<Url> planned_;              // feeds, pictures and documents
  int feeds_ = 0, share_pages_ = 0, share_pictures_ = 0, picture_pages_ = 0, documents_ = 0;
  std::string word_, token_;         // of home's heading; nobody's
  std::optional<Task> vain_search_;  // planned when the other one succeeded
  bool searched_ = false;
  std::vector<std::string> again_;  // kinds of files that are asked for again
};

}  // namespace touchstone
