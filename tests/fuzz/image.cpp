// Images, and the data: URLs that carry them.

#include "checks/presence/image.h"

#include "checks/presence/data_url.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const auto text = fuzz::text_of(bytes, size);
  const auto image = read_image(text);
  fuzz::hold(image.width >= 0 && image.height >= 0, "no side is negative");
  fuzz::hold(!image.format.empty() || !image.decodes, "what decodes has a format");
  if (const auto carried = data_url_bytes(text))
    fuzz::hold(carried->size() <= size, "what is carried is no more than what carries");
  return 0;
}
