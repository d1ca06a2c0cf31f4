#pragma once

// What a verb that takes its time has from the street: what the user asked, where to write, and
// whether to stop.

#include <atomic>
#include <iosfwd>
#include <string>
#include <vector>

#include "cli/options.h"
#include "cli/progress_line.h"
#include "reports/phrases.h"
#include "reports/text.h"

namespace touchstone {

struct Errand {
  const Options& options;
  const Phrases& say;
  const TextStyle& style;
  std::ostream& out;
  std::ostream& err;
  ProgressLine& progress;
  const std::atomic<int>& interrupted;
};

// The address that the user typed. Throws UsageError for what is none, or holds a password.
Url typed_address(const std::string& text);

// The same of several, each once, in their order.
std::vector<Url> typed_addresses(const std::vector<std::string>& texts);

// Whose crawls run one after another: the company's domain and port.
std::string lane_of(const Url& address);

// False when standard output could not take what it was told. That nobody reads it any more, as
// behind `| head`, is no fault.
bool delivered(std::ostream& out);

// False when the file could not be written, which `err` then says.
bool write_text_file(const std::string& path, const std::string& text, std::ostream& err);

}  // namespace touchstone
