// The metadata of captures: what can be read is written and read again as the same.

#include "crawler/capture_json.h"

#include "tests/fuzz/fuzz.h"

namespace touchstone {
namespace {

template <typename Read, typename Write>
void hold_round_trip(const Json& json, const Read& read, const Write& write) {
  try {
    const Json written = write(read(json));
    fuzz::hold(write(read(written)) == written, "what was written reads as the same");
  } catch (const nlohmann::json::exception&) {
    return;  // this and the next are what the functions promise to throw
  } catch (const std::runtime_error&) {
    return;
  }
}

}  // namespace
}  // namespace touchstone

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto text = fuzz::text_of(bytes, size);
  fuzz::hold(text_from(json_of_text(text)) == text, "any bytes are a text");
  const auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return 0;
  hold_round_trip(json, visit_from, [](const Visit& visit) { return json_of(visit); });
  hold_round_trip(json, recording_from,
                  [](const Recording& recording) { return json_of_recording(recording); });
  return 0;
}
