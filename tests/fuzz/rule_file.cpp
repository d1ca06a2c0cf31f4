// Rule files of users, laid over a small rulebook: each is taken or refused with one line.

#include "site/document.h"
#include "tests/fuzz/fuzz.h"
#include "tests/rules/rule_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace touchstone;
  const std::string text(fuzz::text_of(bytes, size));
  try {
    const auto rulebook = test::load(text);
    for (const auto& touchpoint : rulebook.touchpoints)
      fuzz::hold(rulebook.find(touchpoint.id) == &touchpoint, "a touchpoint is found by its id");
  } catch (const RuleError& error) {
    const std::string what = error.what();
    fuzz::hold(!what.empty() && what.find('\n') == what.npos, "what is wrong is one line");
  }
  xpath_error(text);
  return 0;
}
