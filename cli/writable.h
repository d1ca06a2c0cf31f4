#pragma once

// Whether what is to be written can be, asked before anything else is: an audit of an hour should
// not end with "cannot write".

#include <stdexcept>

#include "cli/options.h"

namespace touchstone {

// One line that says what cannot be written. Exit status 5.
class NotWritable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The files of --output, --capture, --store and --state. Writes nothing. Throws NotWritable, and
// UsageError where --state is another file than a crawl's.
void check_writable(const Options& options);

}  // namespace touchstone
