// Captures, ours and those of other tools: what can be read is written and read again as the same.

#include "crawler/capture.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  try {
    const auto recording = decode_capture(fuzz::text_of(bytes, size), "fuzzed.warc");
    const auto written = encode_capture(recording);
    fuzz::hold(encode_capture(decode_capture(written, "ours.warc.gz")) == written,
               "a capture that was written reads as the same");
  } catch (const CaptureError&) {
    return 0;  // said in one line, as the user shall see it
  }
  return 0;
}
