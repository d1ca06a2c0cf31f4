// Telephone numbers: the line above, then a line of text; the whole as a link, too.

#include "checks/presence/phone_text.h"
#include "checks/presence/tel_link.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  using fuzz::hold;
  const auto text = fuzz::text_of(bytes, size);
  const auto [before, line] = fuzz::split_line(text);
  PhoneText phones({"DE", "RU", "IR"});
  phones.begin_page();
  for (const auto place : {PhonePlace::text, PhonePlace::contact, PhonePlace::link}) {
    std::size_t end = 0;
    for (const auto& number : phones.find(line, before, place)) {
      hold(number.begin >= end, "numbers stand one behind the other");
      hold(number.begin < number.end && number.end <= line.size(), "a number stands in its line");
      end = number.end;
    }
  }
  tel_target(text);
  return 0;
}
