#pragma once

// Writes WARC records as a .warc.gz: each record a gzip member of its own, so that tools can begin
// to read at any of them. No clock and no chance go in: the same records give the same bytes.

#include <string>

#include "crawler/warc_record.h"

namespace touchstone {

class WarcWriter {
 public:
  // Adds WARC-Record-ID, WARC-Block-Digest and Content-Length. Returns the record's id. Line breaks
  // within a field's value become blanks.
  std::string add(WarcRecord record);

  std::string release() { return std::move(bytes_); }

 private:
  std::size_t count_ = 0;
  std::string bytes_;
};

}  // namespace touchstone
