#pragma once

// A thread that fetches pages and reads them while they arrive. It keeps what a page tells, not the
// page: bytes go from the decoder into the scanner, and are gone. Redirects are not followed, they
// are answers. Addresses are guarded as in CurlNetwork: only machines that were judged are dialled.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "crawler/options.h"
#include "crawler/own_links.h"
#include "crawler/page_question.h"

namespace touchstone {

// Where carriers lay their answers, and the owner of the crawl waits for them. Any thread.
class AnswerBox {
 public:
  void put(std::vector<PageAnswer> answers);
  std::vector<PageAnswer> take();                // everything that came
  void wait(std::chrono::milliseconds at_most);  // until something is there

 private:
  std::mutex mutex_;
  std::condition_variable filled_;
  std::vector<PageAnswer> answers_;
};

class PageCarrier {
 public:
  // Throws std::runtime_error with one line when an option is unusable. `own` and `answers` must
  // outlive it.
  PageCarrier(const CrawlOptions& options, const Url& start, const OwnHosts& own,
              AnswerBox& answers);
  ~PageCarrier();  // lets go of what is under way

  // As many at once as are asked; each is answered once.
  void ask(std::vector<PageQuestion> questions);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace touchstone
