#pragma once

// A Recording at rest: WARC 1.1 (ISO 28500), one gzip member per record, so that other WARC tools
// read it. Requests, responses, and metadata records with roles, timings, certificates and DNS
// answers. A capture of another tool (wget --warc-file) can be read too; what it lacks is
// not_captured.

#include <iosfwd>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"

namespace touchstone {

class CaptureError : public std::runtime_error {  // one line: file, place, what is wrong
 public:
  using std::runtime_error::runtime_error;
};

// Noted in a recording whose capture ends before its last record does.
inline constexpr std::string_view capture_cut_short_note =
    "the capture ends too early; what is whole in it is judged";

// The bytes of a .warc.gz. The same recording gives the same bytes.
std::string encode_capture(const Recording& recording);
// Throws CaptureError. `name` is for its message. Total decoded size is capped at 1 GiB. Of a file
// of ours that ends too early what is whole is read, if a visit is: it is not complete then, and
// noted.
Recording decode_capture(std::string_view bytes, const std::string& name);

// Throw CaptureError when the file cannot be written (left untouched then) or read.
void save_capture(const Recording& recording, const std::string& path);
Recording load_capture(const std::string& path);

}  // namespace touchstone
