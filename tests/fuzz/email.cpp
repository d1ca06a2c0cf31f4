// E-mail addresses in text and links.

#include "checks/presence/email_address.h"

#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  using fuzz::hold;
  const auto text = fuzz::text_of(bytes, size);
  for (const auto& found : addresses_in(text)) {
    hold(found.begin < found.end && found.end <= text.size(), "an address stands in its line");
    hold(found.address.find('@') != std::string::npos, "an address has its sign");
  }
  if (const auto address = normalised_address(text)) {
    hold(normalised_address(*address) == address, "a normalised address is normal");
    is_sample_address(*address);
  }
  if (const auto mailto = parse_mailto(text))
    for (const auto& address : mailto->addresses)
      hold(normalised_address(address) == address, "a link's address is normal");
  decode_cloudflare(text);
  return 0;
}
