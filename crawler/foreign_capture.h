#pragma once

// Captures of other tools (wget --warc-file, crawlers, browsers): request and response records
// become visits. What they lack (timings, certificates, DNS, probes) is not there; a body that was
// not stored is not_captured.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crawler/warc_record.h"
#include "site/site.h"

namespace touchstone {

class ForeignCapture {
 public:
  // Records that hold no HTTP answer are passed over.
  void take(WarcRecord record);

  // What was seen: the first HTML answer is home. Absent when there was no answer at all.
  std::optional<Recording> release();

 private:
  // One request and its answer, not yet joined into a chain of redirects.
  struct Exchange {
    Hop hop;
    std::string method = "GET", body;
    bool truncated = false;
    bool used = false;  // a hop of a chain already
    std::int64_t wire_bytes = 0;
    std::optional<Fault> fault;
    Time when{};
  };

  void take_request(const WarcRecord& record);
  void take_response(const WarcRecord& record);
  std::optional<std::size_t> answer_to(const Url& url, std::size_t after) const;
  Fetch chain_from(std::size_t first);

  std::vector<Exchange> exchanges_;
  std::map<std::string, std::set<std::size_t>> unused_;  // by address, in the file's order
  std::map<std::string, std::string> methods_;           // of requests, by address and by record id
  std::optional<Time> first_, last_;
};

}  // namespace touchstone
