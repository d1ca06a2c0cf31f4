#pragma once

// Reads WARC files, versions 1.0 and 1.1, plain or gzipped in members of any cut. What is wrong is
// said with the file's name and the byte where it stands; nothing hostile costs more than the cap.

#include <functional>
#include <string>
#include <string_view>

#include "crawler/capture.h"
#include "crawler/warc_record.h"

namespace touchstone {

// The file ends before its last record does: whoever wrote it was killed, or the disk was full.
// What was handed out before is whole.
class CaptureCutShort : public CaptureError {
 public:
  using CaptureError::CaptureError;
};

// Hands out record by record. Throws CaptureError; `name` is for its message. What `take` throws
// becomes one, with the record's place.
void read_warc(std::string_view bytes, const std::string& name,
               const std::function<void(WarcRecord)>& take);

}  // namespace touchstone
